import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { and, desc, eq, inArray, isNotNull, sql } from 'drizzle-orm';
import { dialect } from '#db/dialect.ts';
import { each, prepared, preparedWrite, type The } from '#db/prepared.ts';
import { audit } from '#db/schema/site.ts';
import { store, type Tx } from '#db/store.ts';
import { now } from '#lib/clock.ts';
import { hmac } from '#lib/digests.ts';
import { env } from '#lib/env.ts';
import { errorCode } from '#lib/errors.ts';
import { randomSalt } from '#lib/ids.ts';
import { keyFor } from '#lib/keys.ts';

export type AuditEntry = {
  /** Who, as `actorName` writes it: `staff:{id}`, `visitor`, `system:{job}`. */
  actor: string;
  /** Namespaced verb: `story.publish`, `comment.approve`. */
  act: string;
  noun: string;
  thingId: string;
  /** What changed. Never an address of a commenter, never a secret. */
  payload?: Record<string, unknown>;
};

const APPEND_LOCK = 7_241_002;
export const FIRST_DIGEST = '0'.repeat(64);

export type AuditRow = typeof audit.$inferSelect;

type Covered = Omit<AuditRow, 'digest' | 'payload' | 'salt'>;

/** What a row's digest covers: everything but the payload itself, which may be erased later. */
export function auditDigest(row: Covered, previous: string, key = keyFor('audit')): string {
  const covered = [
    previous,
    row.position,
    row.at.toISOString(),
    row.actor,
    row.act,
    row.noun,
    row.thingId,
    row.payloadDigest,
  ];
  return hmac(key, JSON.stringify(covered), 'hex');
}

export function payloadDigest(salt: Uint8Array, payload: string): string {
  return createHash('sha256').update(salt).update(payload).digest('hex');
}

const lastRow = prepared((on) =>
  on
    .select({ position: audit.position, digest: audit.digest })
    .from(audit)
    .orderBy(desc(audit.position))
    .limit(1),
);

const append = preparedWrite((on, the: The<AuditRow>) =>
  on
    .insert(audit)
    .values(
      each(
        the,
        'position',
        'at',
        'actor',
        'act',
        'noun',
        'thingId',
        'payload',
        'salt',
        'payloadDigest',
        'digest',
      ),
    ),
);

/** Adds to the chain, in the transaction of the change: if this fails, the change does too. */
export async function recordAudit(tx: Tx, entry: AuditEntry): Promise<void> {
  if (dialect() === 'postgres') await tx.run(sql`select pg_advisory_xact_lock(${APPEND_LOCK})`);
  const [last] = await lastRow(tx, {});
  const payload = JSON.stringify(entry.payload ?? {});
  const salt = randomSalt(16);
  const row = {
    position: (last?.position ?? 0) + 1,
    at: now(),
    actor: entry.actor,
    act: entry.act,
    noun: entry.noun,
    thingId: entry.thingId,
    payloadDigest: payloadDigest(salt, payload),
  };
  const digest = auditDigest(row, last?.digest ?? FIRST_DIGEST);
  await append(tx, { ...row, payload, salt, digest });
  store().afterCommit(() => keepHead(row.position, digest), keepHead);
}

/** The head of the chain is also kept outside the database, so that a cut-off end is noticed. */
function keepHead(position: number, digest: string): void {
  const kept = keptHead();
  // On PostgreSQL two commits can be heard of in the other order than they were made.
  if (kept && kept.position >= position) return;
  // A later line is never shorter, so it is written over the one before in one piece. A new file in
  // its place would make the disk wait with every comment.
  writeFileSync(headFile(), `${position} ${digest}\n`, { mode: 0o600, flag: kept ? 'r+' : 'w' });
}

/**
 * Erases the details of the rows about a thing that `tells` says have to go. The rows stay and are
 * proved as before. Returns their positions.
 */
export async function erasePayloads(
  tx: Tx,
  { noun, thingId }: { noun: string; thingId: string },
  tells: (payload: string) => boolean,
): Promise<number[]> {
  const rows = await tx
    .select({ position: audit.position, payload: audit.payload })
    .from(audit)
    .where(and(eq(audit.noun, noun), eq(audit.thingId, thingId), isNotNull(audit.payload)));
  const doomed = rows.filter((row) => tells(row.payload ?? '')).map((row) => row.position);
  if (doomed.length > 0) {
    await tx.update(audit).set({ payload: null }).where(inArray(audit.position, doomed));
  }
  return doomed;
}

const headFile = () => join(env().dataDir, 'audit-head');

/** Null if there is none, or none that can be read. */
export function keptHead(): { position: number; digest: string } | null {
  try {
    const match = /^(\d+) ([0-9a-f]{64})\n$/.exec(readFileSync(headFile(), 'utf8'));
    return match ? { position: Number(match[1]), digest: match[2] ?? '' } : null;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  }
}

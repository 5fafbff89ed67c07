import { and, eq, inArray, isNotNull } from 'drizzle-orm';
import { readIdentity } from '#db/identity.ts';
import { appearances, consents } from '#db/identity-schema.ts';
import type { Reader, Tx } from '#db/store.ts';

export type Consent = Omit<typeof consents.$inferSelect, 'identityId'>;

const NOTHING_YET: Consent = { confirmedAt: null, endedAt: null, refusedAt: null };

/** What somebody said about letters. */
export async function consentOf(from: Reader, identityId: string): Promise<Consent> {
  const [row] = await from.select().from(consents).where(eq(consents.identityId, identityId));
  return row ?? NOTHING_YET;
}

export async function changeConsent(
  tx: Tx,
  identityId: string,
  change: Partial<Consent>,
): Promise<void> {
  await tx
    .insert(consents)
    .values({ identityId, ...change })
    .onConflictDoUpdate({ target: consents.identityId, set: change });
}

/** Whether a letter that was asked for at a moment may go out. */
export function mayWrite({ confirmedAt, endedAt, refusedAt }: Consent, askedAt: Date): boolean {
  return confirmedAt !== null && refusedAt === null && (endedAt === null || askedAt > endedAt);
}

/** Those of these commenters whose address is confirmed: a fact, and no address. */
export async function confirmedAmong(commenterIds: readonly string[]): Promise<Set<string>> {
  if (commenterIds.length === 0) return new Set();
  const rows = await readIdentity()
    .select({ commenterId: appearances.commenterId })
    .from(appearances)
    .innerJoin(consents, eq(consents.identityId, appearances.identityId))
    .where(
      and(inArray(appearances.commenterId, [...commenterIds]), isNotNull(consents.confirmedAt)),
    );
  return new Set(rows.map((row) => row.commenterId));
}

import { and, eq, gt, isNull, lte } from 'drizzle-orm';
import { staffLinks } from '#db/schema/people.ts';
import type { Reader, Tx } from '#db/store.ts';
import { now } from '#lib/clock.ts';
import { digestOf } from '#lib/digests.ts';
import { newToken } from '#lib/ids.ts';

export type Purpose = (typeof staffLinks.$inferSelect)['purpose'];

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** How long each kind is good. */
const LASTS_MS: Readonly<Record<Purpose, number>> = {
  setup: 24 * HOUR_MS,
  invite: 7 * 24 * HOUR_MS,
  reset: 2 * HOUR_MS,
  code: 5 * MINUTE_MS,
  challenge: 5 * MINUTE_MS,
};

export function lastsUntil(purpose: Purpose): Date {
  return new Date(now().getTime() + LASTS_MS[purpose]);
}

/** Makes a link and ends the older ones that the same person has for the same purpose. */
export async function mintLink(
  tx: Tx,
  purpose: Purpose,
  personId: string | null,
  token = newToken(),
): Promise<string> {
  if (personId) await endLinks(tx, personId, purpose);
  await tx.insert(staffLinks).values({
    tokenDigest: digestOf(token),
    purpose,
    personId,
    createdAt: now(),
    expiresAt: lastsUntil(purpose),
  });
  return token;
}

export async function endLinks(tx: Tx, personId: string, purpose: Purpose): Promise<void> {
  await tx
    .delete(staffLinks)
    .where(and(eq(staffLinks.personId, personId), eq(staffLinks.purpose, purpose)));
}

const usable = (token: string, purpose: Purpose) =>
  and(
    eq(staffLinks.tokenDigest, digestOf(token)),
    eq(staffLinks.purpose, purpose),
    isNull(staffLinks.usedAt),
    gt(staffLinks.expiresAt, now()),
  );

/** Whose link this is while it can be used; null if it cannot. */
export async function linkHolder(
  from: Reader,
  token: string,
  purpose: Purpose,
): Promise<{ personId: string | null } | null> {
  const [link] = await from
    .select({ personId: staffLinks.personId })
    .from(staffLinks)
    .where(usable(token, purpose));
  return link ?? null;
}

/** Uses a link up: of two that come at once with it, one gets null. */
export async function takeLink(
  tx: Tx,
  token: string,
  purpose: Purpose,
): Promise<{ personId: string | null } | null> {
  const [taken] = await tx
    .update(staffLinks)
    .set({ usedAt: now() })
    .where(usable(token, purpose))
    .returning({ personId: staffLinks.personId });
  return taken ?? null;
}

/** Forgets what nobody can use any more. */
export async function sweepLinks(tx: Tx): Promise<void> {
  await tx.delete(staffLinks).where(lte(staffLinks.expiresAt, now()));
}

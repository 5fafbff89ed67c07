import { and, count, eq, gt, isNull, lte, ne, or } from 'drizzle-orm';
import { type LETTER_LINKS, letterLinks } from '#db/identity-schema.ts';
import type { Reader, Tx } from '#db/store.ts';
import { now } from '#lib/clock.ts';
import { digestOf } from '#lib/digests.ts';
import { newToken } from '#lib/ids.ts';

export type LetterLink = (typeof LETTER_LINKS)[number];

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** How long each kind is good. Whoever finds an old letter can still end them. */
const LASTS_MS: Readonly<Record<LetterLink, number>> = {
  confirm: 14 * DAY_MS,
  unsubscribe: 400 * DAY_MS,
  open: DAY_MS,
  held: HOUR_MS,
};

export function linkLastsUntil(purpose: LetterLink): Date {
  return new Date(now().getTime() + LASTS_MS[purpose]);
}

/** Makes a link and gives its token, which is kept nowhere. */
export async function mintLetterLink(
  tx: Tx,
  purpose: LetterLink,
  { identityId, letterId = null }: { identityId: string; letterId?: string | null },
): Promise<string> {
  const token = newToken();
  if (letterId) {
    await tx
      .delete(letterLinks)
      .where(and(eq(letterLinks.letterId, letterId), eq(letterLinks.purpose, purpose)));
  }
  await tx.insert(letterLinks).values({
    tokenDigest: digestOf(token),
    purpose,
    identityId,
    letterId,
    createdAt: now(),
    until: linkLastsUntil(purpose),
  });
  return token;
}

const usable = (token: string, purpose: LetterLink) =>
  and(
    eq(letterLinks.tokenDigest, digestOf(token)),
    eq(letterLinks.purpose, purpose),
    isNull(letterLinks.usedAt),
    gt(letterLinks.until, now()),
  );

export type Holder = { identityId: string; until: Date };

/** Whose link this is while it can be used; null if it cannot. */
export async function letterLinkHolder(
  from: Reader,
  token: string,
  purpose: LetterLink,
): Promise<Holder | null> {
  const [link] = await from
    .select({ identityId: letterLinks.identityId, until: letterLinks.until })
    .from(letterLinks)
    .where(usable(token, purpose));
  return link ?? null;
}

/** Uses a link up: of two that come at once with it, one gets null. */
export async function takeLetterLink(
  tx: Tx,
  token: string,
  purpose: LetterLink,
): Promise<{ identityId: string } | null> {
  const [taken] = await tx
    .update(letterLinks)
    .set({ usedAt: now() })
    .where(usable(token, purpose))
    .returning({ identityId: letterLinks.identityId });
  return taken ?? null;
}

/** How many links of a kind somebody was sent within a day, by other letters than this one. */
export async function linksWithinADay(
  from: Reader,
  purpose: LetterLink,
  { identityId, letterId }: { identityId: string; letterId: string },
): Promise<number> {
  const [row] = await from
    .select({ links: count() })
    .from(letterLinks)
    .where(
      and(
        eq(letterLinks.identityId, identityId),
        eq(letterLinks.purpose, purpose),
        or(isNull(letterLinks.letterId), ne(letterLinks.letterId, letterId)),
        gt(letterLinks.createdAt, new Date(now().getTime() - DAY_MS)),
      ),
    );
  return row?.links ?? 0;
}

/** Forgets what nobody can use any more. */
export async function sweepLetterLinks(tx: Tx): Promise<void> {
  await tx.delete(letterLinks).where(lte(letterLinks.until, now()));
}

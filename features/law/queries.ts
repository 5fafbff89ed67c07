import { desc, eq } from 'drizzle-orm';
import { disclosures } from '#db/schema/letters.ts';
import { read } from '#db/store.ts';
import { type HeldNoun, openHolds } from '#features/holds/queries.ts';
import { can } from '#features/law/policy.ts';
import type { AddressRequestView, LawView } from '#features/law/views.ts';
import { type Actor, actorName } from '#features/people/actor.ts';
import { staffNames } from '#features/people/queries.ts';

const REDACTS = {
  story: 'redact revision',
  picture: 'redact picture',
  comment: 'redact comment',
} as const;

/**
 * The holds on a thing, and what this person may do about it. Whoever asks has made sure that the
 * person may know of the thing.
 */
export async function lawOf(
  actor: Actor,
  noun: HeldNoun,
  thing: { id: string; sectionId?: string },
): Promise<LawView> {
  const holds = await openHolds(read, noun, thing.id);
  const names = await staffNames(holds.flatMap((hold) => idIn(hold.madeBy) ?? []));
  return {
    holds: holds.map(({ id, reason, madeBy, madeAt }) => ({
      id,
      reason,
      by: names.get(idIn(madeBy) ?? '') ?? 'Dateline',
      at: madeAt,
    })),
    hold: can(actor, 'hold'),
    redact: can(actor, REDACTS[noun], thing),
  };
}

const MOST_REQUESTS = 200;

/** Requests for the address behind a comment, or behind any, newest first; null for who has no say. */
export async function addressRequests(
  actor: Actor,
  commentId?: string,
): Promise<AddressRequestView[] | null> {
  if (!can(actor, 'ask for address').ok) return null;
  const rows = await read
    .select()
    .from(disclosures)
    .where(commentId === undefined ? undefined : eq(disclosures.commentId, commentId))
    .orderBy(desc(disclosures.askedAt), desc(disclosures.id))
    .limit(MOST_REQUESTS);
  const names = await staffNames(
    rows.flatMap(({ askedBy, decidedBy }) =>
      [idIn(askedBy) ?? [], idIn(decidedBy ?? '') ?? []].flat(),
    ),
  );
  return rows.map(({ askedBy, decidedBy, ...row }) => ({
    ...row,
    askedBy: names.get(idIn(askedBy) ?? '') ?? 'Dateline',
    decidedBy: decidedBy && (names.get(idIn(decidedBy) ?? '') ?? 'Dateline'),
    own: askedBy === actorName(actor),
  }));
}

function idIn(actor: string): string | null {
  return /^staff:(.+)$/.exec(actor)?.[1] ?? null;
}

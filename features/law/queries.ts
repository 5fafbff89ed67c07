import { read } from '#db/store.ts';
import { type HeldNoun, openHolds } from '#features/holds/queries.ts';
import { can } from '#features/law/policy.ts';
import type { LawView } from '#features/law/views.ts';
import type { Actor } from '#features/people/actor.ts';
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

function idIn(actor: string): string | null {
  return /^staff:(.+)$/.exec(actor)?.[1] ?? null;
}

import { digestOf } from '#lib/digests.ts';

type Writer = { commenterId: string | null; personId: string | null; id: string };

/** From the random name of a commenter in one story, or of a member of staff; never from an address. */
export function faceOf({ commenterId, personId, id }: Writer): string {
  return digestOf(commenterId ?? personId ?? id).slice(0, 8);
}

import { digestOf } from '#lib/digests.ts';

type Writer = {
  id: string;
  commenterId: string | null;
  sharedNameId: string | null;
  personId: string | null;
};

/**
 * From the random name of a commenter in one story, or from one that is kept across stories, or from a
 * member of staff; never from an address.
 */
export function faceOf({ sharedNameId, commenterId, personId, id }: Writer): string {
  return digestOf(sharedNameId ?? commenterId ?? personId ?? id).slice(0, 8);
}

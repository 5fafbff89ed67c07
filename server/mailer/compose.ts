import type { Letters } from '#features/addresses/letter-kinds.ts';
import { decidedLetter } from '#features/comments/letters.ts';

/** Who writes which letter. */
export const LETTERS: Letters = {
  'comment-decided': ({ payload }) => decidedLetter(payload.commentId),
};

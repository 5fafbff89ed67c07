import { and, inArray, isNull } from 'drizzle-orm';
import { commentRevisions, comments } from '#db/schema/comments.ts';
import { commentWishes } from '#db/schema/letters.ts';
import type { Tx } from '#db/store.ts';
import { removeByAuthor } from '#features/comments/redaction.ts';

/** Takes away what was written under these names, unless nothing of it is left anyway. */
export async function eraseTexts(tx: Tx, names: readonly string[]): Promise<number> {
  const said = tx
    .select({ commentId: commentRevisions.commentId })
    .from(commentRevisions)
    .where(isNull(commentRevisions.redactedAt));
  const rows = await tx
    .select({ id: comments.id, storyId: comments.storyId, threadId: comments.threadId })
    .from(comments)
    .where(and(inArray(comments.commenterId, [...names]), inArray(comments.id, said)));
  for (const row of rows) await removeByAuthor(tx, row);
  return rows.length;
}

/** Nobody waits for letters about these any more. */
export async function endWishes(tx: Tx, names: readonly string[]): Promise<void> {
  const theirs = tx
    .select({ id: comments.id })
    .from(comments)
    .where(inArray(comments.commenterId, [...names]));
  await tx.delete(commentWishes).where(inArray(commentWishes.commentId, theirs));
}

import { eq } from 'drizzle-orm';
import { commentRevisions } from '#db/schema/comments.ts';
import { spamLessons } from '#db/schema/spam.ts';
import type { Tx } from '#db/store.ts';
import { removeText } from '#features/spam/internal/learned.ts';
import { type Kind, placesOf } from '#features/spam/model.ts';

/** Takes back what a comment taught, as long as its words are still there. */
export async function unlearn(
  tx: Tx,
  lesson: { commentId: string; revisionId: string; kind: Kind },
  number: number,
): Promise<void> {
  const [written] = await tx
    .select({ name: commentRevisions.name, text: commentRevisions.text })
    .from(commentRevisions)
    .where(eq(commentRevisions.id, lesson.revisionId));
  if (written) await removeText(tx, lesson.kind, placesOf(written), number);
  await tx.delete(spamLessons).where(eq(spamLessons.commentId, lesson.commentId));
}

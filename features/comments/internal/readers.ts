import { inArray, type SQLWrapper } from 'drizzle-orm';
import { commentRecommendations, commentReports, commentThreads } from '#db/schema/discussions.ts';
import type { Tx } from '#db/store.ts';

/** Takes away what readers did with these comments, and the threads of these stories. */
export async function forgetReaders(
  tx: Tx,
  commentIds: SQLWrapper,
  storyIds: SQLWrapper,
): Promise<void> {
  await tx
    .delete(commentRecommendations)
    .where(inArray(commentRecommendations.commentId, commentIds));
  await tx.delete(commentReports).where(inArray(commentReports.commentId, commentIds));
  await tx.delete(commentThreads).where(inArray(commentThreads.storyId, storyIds));
}

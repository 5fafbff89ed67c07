import { and, desc, eq, isNull } from 'drizzle-orm';
import { commentDecisions, comments } from '#db/schema/comments.ts';
import { commentAppeals } from '#db/schema/moderation.ts';
import { transaction } from '#db/store.ts';
import { now } from '#lib/clock.ts';

/** An appeal against what somebody has approved meanwhile needs no answer any more. */
export async function settleAppeal(commentId: string): Promise<void> {
  await transaction(async (tx) => {
    const [comment] = await tx
      .select({ state: comments.state })
      .from(comments)
      .where(eq(comments.id, commentId));
    if (comment?.state !== 'approved') return;
    const [decision] = await tx
      .select({ madeBy: commentDecisions.madeBy })
      .from(commentDecisions)
      .where(eq(commentDecisions.commentId, commentId))
      .orderBy(desc(commentDecisions.madeAt), desc(commentDecisions.id))
      .limit(1);
    await tx
      .update(commentAppeals)
      .set({
        answer: 'overturned',
        answeredBy: decision?.madeBy ?? null,
        answeredAt: now(),
      })
      .where(and(eq(commentAppeals.commentId, commentId), isNull(commentAppeals.answer)));
  });
}

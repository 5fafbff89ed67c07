import { and, eq, isNull } from 'drizzle-orm';
import { recordAudit } from '#db/audit.ts';
import { emit, touch } from '#db/outbox.ts';
import { comments } from '#db/schema/comments.ts';
import { commentAppeals } from '#db/schema/moderation.ts';
import { type Tx, transaction } from '#db/store.ts';
import { approveComment } from '#features/comments/commands.ts';
import { commentsTag } from '#features/comments/tags.ts';
import { AppealAnswerInput, AppealInput } from '#features/moderation/input.ts';
import { lastDecisions } from '#features/moderation/internal/about.ts';
import { commentFor } from '#features/moderation/internal/comment.ts';
import { can } from '#features/moderation/policy.ts';
import { type Actor, actorName } from '#features/people/actor.ts';
import { now } from '#lib/clock.ts';
import { digestOf } from '#lib/digests.ts';
import { incorrect, ok, type Result, refuse } from '#lib/result.ts';
import { fieldErrors } from '#lib/text.ts';

/** Who rejected what no person did. */
const PIPELINE = 'system:screening';

/** The writer's one word against a rejection. Whoever has the secret link is the writer. */
export async function appeal(actor: Actor, token: string, input: unknown): Promise<Result<null>> {
  const parsed = AppealInput.safeParse(input);
  return transaction(async (tx) => {
    const [comment] = await tx
      .select()
      .from(comments)
      .where(eq(comments.tokenDigest, digestOf(token)));
    if (!comment) return refuse('missing', 'There is no such comment.');
    if (comment.state !== 'rejected') return refuse('illegal', 'It is not rejected any more.');
    if (!parsed.success) return incorrect(fieldErrors(parsed.error));
    const decision = (await lastDecisions(tx, [comment.id])).get(comment.id);
    const { id: commentId, latestRevisionId: revisionId, sectionId } = comment;
    const written = await tx
      .insert(commentAppeals)
      .values({
        commentId,
        revisionId,
        sectionId,
        text: parsed.data.text,
        madeAt: now(),
        against: decision?.madeBy ?? PIPELINE,
      })
      .onConflictDoNothing()
      .returning({ id: commentAppeals.commentId });
    if (written.length === 0) return refuse('illegal', 'You have appealed already.');
    await touch(tx, [commentsTag(comment.storyId)]);
    await recordAudit(tx, {
      actor: actorName(actor),
      act: 'comment.appeal',
      noun: 'comment',
      thingId: commentId,
      payload: { revisionId },
    });
    return ok(null);
  });
}

/** Somebody else's answer: the rejection stands, or the comment is published after all. */
export async function answerAppeal(actor: Actor, input: unknown): Promise<Result<null>> {
  const parsed = AppealAnswerInput.safeParse(input);
  if (!parsed.success) return incorrect(fieldErrors(parsed.error));
  const { commentId, answer, words } = parsed.data;
  return transaction(async (tx) => {
    const found = await commentFor(tx, actor, 'answer an appeal', commentId);
    if (!found.ok) return found;
    const { storyId, sectionId } = found.value;
    const made = await appealForChange(tx, commentId);
    if (!made) return refuse('missing', 'Nobody has appealed against it.');
    const verdict = can(actor, 'answer an appeal', { sectionId, against: made.against });
    if (!verdict.ok) return refuse('forbidden', verdict.why);
    if (made.answer !== null) return refuse('illegal', 'It is answered already.');
    if (answer === 'overturned') {
      const { revisionId } = made;
      const approved = await approveComment(actor, { commentId, revisionId });
      if (!approved.ok) return approved;
    } else {
      await emit(tx, { kind: 'comment.decided', payload: { commentId } });
    }
    await settle(tx, commentId, { answer, words, answeredBy: actorName(actor) });
    await touch(tx, [commentsTag(storyId)]);
    await recordAudit(tx, {
      actor: actorName(actor),
      act: 'comment.answer-appeal',
      noun: 'comment',
      thingId: commentId,
      payload: { answer },
    });
    return ok(null);
  });
}

type Answer = { answer: 'upheld' | 'overturned'; words: string; answeredBy: string };

/** An appeal that is not answered yet is answered. */
async function settle(tx: Tx, commentId: string, answer: Answer): Promise<void> {
  await tx
    .update(commentAppeals)
    .set({ ...answer, answeredAt: now() })
    .where(and(eq(commentAppeals.commentId, commentId), isNull(commentAppeals.answer)));
}

/** The appeal against a rejection; whoever else wants to answer it waits. */
async function appealForChange(tx: Tx, commentId: string) {
  const [made] = await tx
    .update(commentAppeals)
    .set({ commentId })
    .where(eq(commentAppeals.commentId, commentId))
    .returning();
  return made ?? null;
}

import { eq } from 'drizzle-orm';
import { recordAudit } from '#db/audit.ts';
import { touch } from '#db/outbox.ts';
import { comments } from '#db/schema/comments.ts';
import { transaction } from '#db/store.ts';
import { PickInput } from '#features/comments/input.ts';
import { shownForChange } from '#features/comments/internal/discussion.ts';
import { can } from '#features/comments/policy.ts';
import { commentsTag } from '#features/comments/tags.ts';
import { type Actor, actorName } from '#features/people/actor.ts';
import { now } from '#lib/clock.ts';
import { incorrect, ok, type Result, refuse } from '#lib/result.ts';
import { fieldErrors } from '#lib/text.ts';

/** The newsroom points at a comment, or no longer. One that is changed is not pointed at any more. */
export async function pickComment(
  actor: Actor,
  input: unknown,
): Promise<Result<{ picked: boolean }>> {
  const parsed = PickInput.safeParse(input);
  if (!parsed.success) return incorrect(fieldErrors(parsed.error));
  const { commentId, revisionId, picked } = parsed.data;
  return transaction(async (tx) => {
    const found = await shownForChange(tx, commentId);
    if (!found) return refuse('missing', 'There is no such comment.');
    const { comment, story } = found;
    const verdict = can(actor, 'pick', story);
    if (!verdict.ok) return refuse('forbidden', verdict.why);
    if (comment.shownRevisionId !== revisionId) {
      return refuse('conflict', 'It was changed after you read it. Please read it again.');
    }
    if ((comment.pickedAt !== null) === picked) return ok({ picked });
    await tx
      .update(comments)
      .set({ pickedAt: picked ? now() : null })
      .where(eq(comments.id, commentId));
    await touch(tx, [commentsTag(comment.storyId)]);
    await recordAudit(tx, {
      actor: actorName(actor),
      act: picked ? 'comment.pick' : 'comment.unpick',
      noun: 'comment',
      thingId: commentId,
      payload: { storyId: comment.storyId, revisionId },
    });
    return ok({ picked });
  });
}

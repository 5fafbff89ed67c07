import { and, eq } from 'drizzle-orm';
import { recordAudit } from '#db/audit.ts';
import { emit, touch } from '#db/outbox.ts';
import { commentDecisions, commentRevisions, comments } from '#db/schema/comments.ts';
import { type Reader, type Tx, transaction } from '#db/store.ts';
import { commentForChange, countingAnew } from '#features/comments/internal/discussion.ts';
import { after, type CommentMove, type CommentState } from '#features/comments/lifecycle.ts';
import { can } from '#features/comments/policy.ts';
import { settleReports } from '#features/comments/reports.ts';
import { commentsTag, takenAwayTags } from '#features/comments/tags.ts';
import { heldBecause } from '#features/holds/queries.ts';
import { type Actor, actorName } from '#features/people/actor.ts';
import { discussionOf } from '#features/stories/queries.ts';
import { now } from '#lib/clock.ts';
import { newId } from '#lib/ids.ts';
import { ok, type Result, refuse } from '#lib/result.ts';

type Judged = { commentId: string; revisionId: string; rule: string; reason: string };

const REDACTED = 'It was redacted: there is nothing to read in it.';
const CHANGED = 'It was changed after you read it. Please read it again.';

/** Moves a comment, if the actor may, the state allows it and nobody changed it meanwhile. */
export function decide(
  actor: Actor,
  move: CommentMove,
  judged: Judged,
): Promise<Result<{ state: CommentState }>> {
  return transaction(async (tx) => {
    const comment = await commentForChange(tx, judged.commentId);
    const story = comment && (await discussionOf(tx, comment.storyId));
    if (!comment || !story) return refuse('missing', 'There is no such comment.');
    const verdict = can(actor, 'decide', story);
    const isPublic = comment.shownRevisionId !== null && story.live;
    if (!verdict.ok && !isPublic) return refuse('missing', 'There is no such comment.');
    if (!verdict.ok) return refuse('forbidden', verdict.why);
    const held = await heldBecause(tx, 'comment', comment.id);
    if (held) return refuse('illegal', held);
    if (await wasRedacted(tx, comment.latestRevisionId)) return refuse('illegal', REDACTED);
    if (comment.latestRevisionId !== judged.revisionId) return refuse('conflict', CHANGED);
    const moved = after(move, comment.state);
    if (!moved.ok) return refuse('illegal', moved.why);
    const written = await countingAnew(tx, comment, () =>
      putState(tx, judged, comment.state, moved.to),
    );
    if (!written) return refuse('conflict', CHANGED);
    await recordDecision(tx, actor, move, { ...judged, storyId: comment.storyId });
    return ok({ state: moved.to });
  });
}

async function wasRedacted(from: Reader, revisionId: string): Promise<boolean> {
  const [revision] = await from
    .select({ redactedAt: commentRevisions.redactedAt })
    .from(commentRevisions)
    .where(eq(commentRevisions.id, revisionId));
  return revision?.redactedAt != null;
}

/** False if somebody else moved or changed it since it was read. */
async function putState(
  tx: Tx,
  { commentId, revisionId }: Judged,
  from: CommentState,
  to: CommentState,
): Promise<boolean> {
  const written = await tx
    .update(comments)
    .set({ state: to, shownRevisionId: to === 'approved' ? revisionId : null })
    .where(
      and(
        eq(comments.id, commentId),
        eq(comments.latestRevisionId, revisionId),
        eq(comments.state, from),
      ),
    )
    .returning({ id: comments.id });
  return written.length > 0;
}

/** The row of the decision, what it makes stale, and its place in the log. */
export async function recordDecision(
  tx: Tx,
  actor: Actor,
  move: CommentMove,
  { commentId, revisionId, rule, reason, storyId }: Judged & { storyId: string },
): Promise<void> {
  if (move !== 'undo') {
    await tx.insert(commentDecisions).values({
      id: newId(),
      commentId,
      revisionId,
      verdict: move === 'approve' ? 'approved' : 'rejected',
      rule: move === 'reject' ? rule : '',
      reason,
      madeBy: actorName(actor),
      madeAt: now(),
    });
  }
  await settleReports(tx, commentId);
  await touch(tx, move === 'approve' ? [commentsTag(storyId)] : takenAwayTags(storyId));
  await emit(tx, { kind: 'comment.decided', payload: { commentId } });
  await recordAudit(tx, {
    actor: actorName(actor),
    act: `comment.${move}`,
    noun: 'comment',
    thingId: commentId,
    payload: { storyId, revisionId, rule, reason },
  });
}

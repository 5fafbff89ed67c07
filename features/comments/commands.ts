import { eq, inArray } from 'drizzle-orm';
import { recordAudit } from '#db/audit.ts';
import { emit, touch } from '#db/outbox.ts';
import {
  commentCounts,
  commentDecisions,
  commentRevisions,
  comments,
} from '#db/schema/comments.ts';
import { stories } from '#db/schema/stories.ts';
import { read, transaction } from '#db/store.ts';
import {
  AddresslessInput,
  CommentInput,
  DecisionInput,
  StaffCommentInput,
} from '#features/comments/input.ts';
import { countingAnew, insertComment, placeFor } from '#features/comments/internal/discussion.ts';
import { commenterFor } from '#features/comments/internal/identities.ts';
import { blurred, mayPost, onlyOnce } from '#features/comments/internal/limits.ts';
import { roomFor, tookRoom } from '#features/comments/internal/room.ts';
import { blindIndex } from '#features/comments/internal/sealing.ts';
import { decide, recordDecision } from '#features/comments/internal/verdicts.ts';
import type { CommentMove, CommentState } from '#features/comments/lifecycle.ts';
import { can } from '#features/comments/policy.ts';
import { commentsTag } from '#features/comments/tags.ts';
import { sampleHeldBecause } from '#features/holds/queries.ts';
import { type Actor, actorName } from '#features/people/actor.ts';
import { siteSettings } from '#features/site/queries.ts';
import { newId, newToken } from '#lib/ids.ts';
import { incorrect, ok, type Result, refuse } from '#lib/result.ts';
import { fieldErrors } from '#lib/text.ts';

/** What the writer's own link is made of. The token is given once and kept only as a digest. */
export type Posted = { commentId: string; token: string };

/**
 * Takes a reader's comment in, to wait for a moderator. `place` is where it comes from, for the limits
 * only. The answer is the same whether the address is known or new.
 */
export async function postComment(
  actor: Actor,
  input: unknown,
  made: { place?: string; sample?: boolean } = {},
): Promise<Result<Posted>> {
  const { keep } = (await siteSettings()).addresses;
  const parsed = (keep === 'none' ? AddresslessInput : CommentInput).safeParse(input);
  if (!parsed.success) return incorrect(fieldErrors(parsed.error));
  const { email, website: _empty, ...comment } = parsed.data;
  const accept = async (): Promise<Result<Posted>> => {
    const before = await placeFor(read, comment);
    if (!before.ok) return before;
    // The addresses have a store of their own, which cannot commit together with this one: first
    // there, then here. What a failure in between leaves over is swept by a job.
    const commenterId = email ? await commenterFor(email, comment.storyId) : newId();
    const posted = await insertWaiting(actor, {
      ...comment,
      commenterId,
      sample: made.sample ?? false,
    });
    if (posted.ok) tookRoom(comment.storyId);
    return posted;
  };
  if (actor.type === 'system') return accept();
  const place = made.place ?? 'unknown';
  const { storyId, parentId, name, text } = comment;
  const same = blurred(place, storyId, parentId ?? '', name, text, email ? blindIndex(email) : '');
  return onlyOnce(same, async () => {
    if (!mayPost(place)) {
      return refuse('limited', 'Too many comments from your network. Please wait a few minutes.');
    }
    const room = await roomFor(read, storyId);
    return room.ok ? accept() : room;
  });
}

type Accepted = {
  storyId: string;
  parentId: string | null;
  name: string;
  text: string;
  commenterId: string;
  sample: boolean;
};

function insertWaiting(actor: Actor, comment: Accepted): Promise<Result<Posted>> {
  return transaction(async (tx) => {
    const place = await placeFor(tx, comment);
    if (!place.ok) return place;
    const posted = { commentId: newId(), token: newToken() };
    const { threadId } = place.value;
    const revisionId = await insertComment(tx, {
      ...comment,
      id: posted.commentId,
      threadId,
      personId: null,
      token: posted.token,
    });
    await emit(tx, { kind: 'comment.posted', payload: { commentId: posted.commentId } });
    await recordAudit(tx, {
      actor: actorName(actor),
      act: 'comment.post',
      noun: 'comment',
      thingId: posted.commentId,
      payload: { storyId: comment.storyId, parentId: comment.parentId, revisionId },
    });
    return ok(posted);
  });
}

/** An answer of the newsroom, under the name of whoever writes it. It needs nobody's approval. */
export async function postStaffComment(
  actor: Actor,
  input: unknown,
  made: { sample?: boolean } = {},
): Promise<Result<{ commentId: string }>> {
  if (actor.type !== 'staff') return refuse('forbidden', 'Only staff can answer as staff.');
  const parsed = StaffCommentInput.safeParse(input);
  if (!parsed.success) return incorrect(fieldErrors(parsed.error));
  const comment = parsed.data;
  return transaction(async (tx) => {
    const place = await placeFor(tx, comment);
    if (!place.ok) return place;
    const verdict = can(actor, 'answer', place.value);
    if (!verdict.ok) return refuse('forbidden', verdict.why);
    const commentId = newId();
    const revisionId = await countingAnew(tx, comment.storyId, async () => {
      const first = await insertComment(tx, {
        ...comment,
        id: commentId,
        threadId: place.value.threadId,
        commenterId: null,
        personId: actor.id,
        name: actor.name,
        token: newToken(),
        sample: made.sample ?? false,
      });
      await tx
        .update(comments)
        .set({ state: 'approved', shownRevisionId: first })
        .where(eq(comments.id, commentId));
      return first;
    });
    await emit(tx, { kind: 'comment.posted', payload: { commentId } });
    const judged = { commentId, revisionId, reason: '', storyId: comment.storyId };
    await recordDecision(tx, actor, 'approve', judged);
    return ok({ commentId });
  });
}

/** Shows the revision that was read to everybody. A conflict if there is a newer one. */
export function approveComment(actor: Actor, input: unknown) {
  return judge(actor, 'approve', input);
}

/** Hides a comment, or keeps it hidden. The reason is for its writer. */
export function rejectComment(actor: Actor, input: unknown) {
  return judge(actor, 'reject', input);
}

/** Takes a verdict back: the comment waits again, and readers do not see it. */
export function undoDecision(actor: Actor, input: unknown) {
  return judge(actor, 'undo', input);
}

async function judge(
  actor: Actor,
  move: CommentMove,
  input: unknown,
): Promise<Result<{ state: CommentState }>> {
  const parsed = DecisionInput.safeParse(input);
  if (!parsed.success) return incorrect(fieldErrors(parsed.error));
  return decide(actor, move, parsed.data);
}

/** Takes away the comments under the stories of the sample newsroom, whoever wrote them. */
export async function removeSampleComments(actor: Actor): Promise<Result<{ removed: number }>> {
  const verdict = can(actor, 'remove sample', { sectionId: '' });
  if (!verdict.ok) return refuse('forbidden', verdict.why);
  const held = await sampleHeldBecause(read);
  if (held) return refuse('illegal', held);
  return transaction(async (tx) => {
    const sampleStories = tx
      .select({ id: stories.id })
      .from(stories)
      .where(eq(stories.sample, true));
    const doomed = tx
      .select({ id: comments.id })
      .from(comments)
      .where(inArray(comments.storyId, sampleStories));
    await tx.delete(commentDecisions).where(inArray(commentDecisions.commentId, doomed));
    await tx.delete(commentRevisions).where(inArray(commentRevisions.commentId, doomed));
    await tx.delete(commentCounts).where(inArray(commentCounts.storyId, sampleStories));
    const removed = await tx
      .delete(comments)
      .where(inArray(comments.storyId, sampleStories))
      .returning({ storyId: comments.storyId });
    if (removed.length === 0) return ok({ removed: 0 });
    await touch(
      tx,
      removed.map((row) => commentsTag(row.storyId)),
    );
    await recordAudit(tx, {
      actor: actorName(actor),
      act: 'comment.remove-sample',
      noun: 'comment',
      thingId: 'sample',
      payload: { removed: removed.length },
    });
    return ok({ removed: removed.length });
  });
}

import { eq } from 'drizzle-orm';
import { erasePayloads } from '#db/audit.ts';
import { emit, touch } from '#db/outbox.ts';
import { commentDecisions, commentRevisions, comments } from '#db/schema/comments.ts';
import { commentRecommendations, commentReports } from '#db/schema/discussions.ts';
import { commentAppeals, commentNotes } from '#db/schema/moderation.ts';
import { bans, commentWords, screenings } from '#db/schema/screening.ts';
import type { Tx } from '#db/store.ts';
import { commentForChange, countingAnew } from '#features/comments/internal/discussion.ts';
import { can } from '#features/comments/policy.ts';
import { takenAwayTags } from '#features/comments/tags.ts';
import type { Actor } from '#features/people/actor.ts';
import { forgetLesson } from '#features/spam/redaction.ts';
import { discussionOf } from '#features/stories/queries.ts';
import { now } from '#lib/clock.ts';

export type CommentForLaw = {
  id: string;
  storyId: string;
  threadId: string;
  sectionId: string;
  redacted: boolean;
};

/** A comment that will be written, if this person may know of it: who moderates, or sees it in public. */
export async function commentForLaw(
  tx: Tx,
  commentId: string,
  actor: Actor,
): Promise<CommentForLaw | null> {
  const comment = await commentForChange(tx, commentId);
  const story = comment && (await discussionOf(tx, comment.storyId));
  if (!comment || !story) return null;
  const isPublic = comment.shownRevisionId !== null && story.live;
  if (!isPublic && !can(actor, 'decide', story).ok) return null;
  const said = await tx
    .select({ redactedAt: commentRevisions.redactedAt })
    .from(commentRevisions)
    .where(eq(commentRevisions.commentId, commentId));
  const redacted = said.every((revision) => revision.redactedAt !== null);
  const { id, storyId, threadId } = comment;
  return { id, storyId, threadId, sectionId: story.sectionId, redacted };
}

/** Takes what a comment says, and under which name, out of everything. What answers it stays. */
export async function blankComment(
  tx: Tx,
  { id, storyId, threadId }: Pick<CommentForLaw, 'id' | 'storyId' | 'threadId'>,
  reason: string,
): Promise<{ erased: number }> {
  await forgetLesson(tx, id);
  await tx
    .update(commentRevisions)
    .set({ name: '', text: '', redactedAt: now(), redactionReason: reason })
    .where(eq(commentRevisions.commentId, id));
  await tx.update(commentDecisions).set({ reason: '' }).where(eq(commentDecisions.commentId, id));
  await tx.delete(commentWords).where(eq(commentWords.commentId, id));
  await tx.update(screenings).set({ spans: [], why: '' }).where(eq(screenings.commentId, id));
  await tx.delete(commentNotes).where(eq(commentNotes.commentId, id));
  await tx
    .update(commentAppeals)
    .set({ text: '', words: '' })
    .where(eq(commentAppeals.commentId, id));
  await tx.update(bans).set({ reason: '' }).where(eq(bans.commentId, id));
  await countingAnew(tx, { storyId, threadId }, () =>
    tx
      .update(comments)
      .set({ state: 'rejected', shownRevisionId: null })
      .where(eq(comments.id, id)),
  );
  await tx.update(commentReports).set({ note: '' }).where(eq(commentReports.commentId, id));
  await touch(tx, takenAwayTags(storyId));
  // What a moderator wrote when deciding may quote it.
  const erased = await erasePayloads(tx, { noun: 'comment', thingId: id }, () => true);
  return { erased: erased.length };
}

const REMOVED = 'Removed by its writer.';

/** As its writer asks: no word of it is left, and what answers it stands under its empty place. */
export async function removeByAuthor(
  tx: Tx,
  comment: Pick<CommentForLaw, 'id' | 'storyId' | 'threadId'>,
): Promise<void> {
  const { id } = comment;
  await blankComment(tx, comment, REMOVED);
  await tx.update(comments).set({ state: 'removed' }).where(eq(comments.id, id));
  await tx.delete(commentRecommendations).where(eq(commentRecommendations.commentId, id));
  await emit(tx, { kind: 'comment.removed', payload: { commentId: id } });
}

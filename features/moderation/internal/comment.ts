import { eq } from 'drizzle-orm';
import { comments } from '#db/schema/comments.ts';
import type { Reader } from '#db/store.ts';
import { can, type ModerationAct } from '#features/moderation/policy.ts';
import type { Actor } from '#features/people/actor.ts';
import { discussionOf } from '#features/stories/queries.ts';
import { ok, type Result, refuse } from '#lib/result.ts';

export type CommentRow = typeof comments.$inferSelect;

const MISSING = 'There is no such comment.';

/** A comment that this person may do something about. Who may not know of it hears that it is not there. */
export async function commentFor(
  from: Reader,
  actor: Actor,
  act: ModerationAct,
  commentId: string,
): Promise<Result<CommentRow>> {
  const [comment] = await from.select().from(comments).where(eq(comments.id, commentId));
  const story = comment && (await discussionOf(from, comment.storyId));
  if (!comment || !story) return refuse('missing', MISSING);
  const verdict = can(actor, act, story);
  if (verdict.ok) return ok({ ...comment, sectionId: story.sectionId });
  const seen = can(actor, 'note', story).ok || (comment.shownRevisionId !== null && story.live);
  return seen ? refuse('forbidden', verdict.why) : refuse('missing', MISSING);
}

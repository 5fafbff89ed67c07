import { eq } from 'drizzle-orm';
import { prepared, type The } from '#db/prepared.ts';
import { commentCounts, commentRevisions, comments } from '#db/schema/comments.ts';
import { read } from '#db/store.ts';
import { authorsOf } from '#features/comments/internal/ancestors.ts';
import { askedUnder, withClosed } from '#features/comments/internal/asked.ts';
import { placeOf } from '#features/comments/internal/places.ts';
import { shownColumns, THREADS_A_PAGE, threadsOf } from '#features/comments/internal/threads.ts';
import { toView } from '#features/comments/internal/tree.ts';
import { type CommentState, changeableUntil, mayChange } from '#features/comments/lifecycle.ts';
import { can } from '#features/comments/policy.ts';
import { commentsTag } from '#features/comments/tags.ts';
import type {
  CommentOrder,
  OwnComment,
  ReplyTarget,
  ThreadPage,
} from '#features/comments/views.ts';
import { lookUp } from '#features/paths/queries.ts';
import type { Actor } from '#features/people/actor.ts';
import { discussionOf, storyIdAt } from '#features/stories/queries.ts';
import { storyTag } from '#features/stories/tags.ts';
import { keepUntilTouched, oncePerPage } from '#lib/cache.ts';
import { now } from '#lib/clock.ts';
import { digestOf } from '#lib/digests.ts';
import { ok, type Result, refuse } from '#lib/result.ts';

const countsOf = prepared((on, the: The<{ storyId: string }>) =>
  on
    .select({ approved: commentCounts.approved, threads: commentCounts.threads })
    .from(commentCounts)
    .where(eq(commentCounts.storyId, the('storyId'))),
);

/** One numbered page of a story's comments; null if there is no such page. The first always is. */
export const storyComments = oncePerPage(
  async (
    storyId: string,
    page: number,
    order: CommentOrder = 'oldest',
  ): Promise<ThreadPage | null> => {
    keepUntilTouched(commentsTag(storyId), storyTag(storyId));
    const [counted] = await countsOf(read, { storyId });
    const pages = Math.max(1, Math.ceil((counted?.threads ?? 0) / THREADS_A_PAGE));
    if (!Number.isInteger(page) || page < 1 || page > pages) return null;
    const threads = counted?.threads
      ? await threadsOf(read, storyId, order, page, await authorsOf(read, storyId))
      : [];
    return {
      order,
      threads: await withClosed(read, threads),
      page,
      pages,
      comments: counted?.approved ?? 0,
      asked: await askedUnder(read, storyId),
    };
  },
);

/** A comment that everybody can see, with its story, for the form that answers it. */
export async function replyTarget(commentId: string): Promise<ReplyTarget | null> {
  const [known] = await read
    .select({ storyId: comments.storyId })
    .from(comments)
    .where(eq(comments.id, commentId));
  const storyId = known?.storyId ?? 'none';
  keepUntilTouched(commentsTag(storyId), storyTag(storyId));
  const [row] = await read
    .select(shownColumns)
    .from(comments)
    .innerJoin(commentRevisions, eq(commentRevisions.id, comments.shownRevisionId))
    .where(eq(comments.id, commentId));
  const story = await discussionOf(read, storyId);
  if (!row || !story?.live) return null;
  const [thread] = await withClosed(read, [{ id: row.threadId }]);
  const { path, headline, language } = story;
  const commentsOpen = thread?.closed === false && (await askedUnder(read, storyId)).open;
  const comment = toView(row, { storyAuthors: await authorsOf(read, storyId) });
  return { comment, story: { path, headline, language, commentsOpen } };
}

/** The story whose form was sent to this address, also when the story has moved since it was read. */
export async function discussionAt(
  path: string,
): Promise<{ storyId: string; path: string } | 'gone' | null> {
  const known = await lookUp(path);
  if (known?.state === 'gone') return 'gone';
  const present = known?.state === 'moved' && known.target ? known.target : path;
  const storyId = await storyIdAt(read, present);
  return storyId ? { storyId, path: present } : null;
}

/**
 * The writer's own comment, by the secret of the link. A page that waits for it is finished only if it
 * comes out of a cache; the door asks for that page with the word that nothing of it may be kept.
 */
export const writersComment = oncePerPage(async (token: string): Promise<OwnComment | null> => {
  const [row] = await read
    .select({
      id: comments.id,
      state: comments.state,
      storyId: comments.storyId,
      threadId: comments.threadId,
      shownRevisionId: comments.shownRevisionId,
      latestRevisionId: comments.latestRevisionId,
      createdAt: comments.createdAt,
      name: commentRevisions.name,
      text: commentRevisions.text,
      at: commentRevisions.createdAt,
      redacted: commentRevisions.redactionReason,
    })
    .from(comments)
    .innerJoin(commentRevisions, eq(commentRevisions.id, comments.latestRevisionId))
    .where(eq(comments.tokenDigest, digestOf(token)));
  keepUntilTouched(commentsTag(row?.storyId ?? 'none'), storyTag(row?.storyId ?? 'none'));
  if (!row) return null;
  const { state, name, text, at, redacted } = row;
  const story = await discussionOf(read, row.storyId);
  return {
    state,
    name,
    text,
    at,
    redacted,
    story: story?.live ? { headline: story.headline, path: story.path } : null,
    changeableUntil:
      story?.live && redacted === null && mayChange(row, now()).ok
        ? changeableUntil(row.createdAt)
        : null,
    earlierShown: row.shownRevisionId !== null && row.shownRevisionId !== row.latestRevisionId,
    shownAt: story?.live && row.shownRevisionId ? await placeOf(read, story.path, row) : null,
  };
});

/** One comment, for those who moderate it. */
export async function commentInDesk(
  actor: Actor,
  commentId: string,
): Promise<
  Result<{
    id: string;
    sectionId: string;
    state: CommentState;
    name: string;
    text: string;
    redacted: string | null;
  }>
> {
  const [row] = await read
    .select({
      id: comments.id,
      storyId: comments.storyId,
      state: comments.state,
      name: commentRevisions.name,
      text: commentRevisions.text,
      redacted: commentRevisions.redactionReason,
    })
    .from(comments)
    .innerJoin(commentRevisions, eq(commentRevisions.id, comments.latestRevisionId))
    .where(eq(comments.id, commentId));
  const story = row && (await discussionOf(read, row.storyId));
  if (!row || !story || !can(actor, 'decide', story).ok) {
    return refuse('missing', 'There is no such comment.');
  }
  const { storyId: _storyId, ...comment } = row;
  return ok({ ...comment, sectionId: story.sectionId });
}

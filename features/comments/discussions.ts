import { eq, inArray } from 'drizzle-orm';
import { commentCounts, commentRevisions, comments } from '#db/schema/comments.ts';
import { commentThreads } from '#db/schema/discussions.ts';
import { read } from '#db/store.ts';
import { authorsOf } from '#features/comments/internal/ancestors.ts';
import { askedUnder, withClosed } from '#features/comments/internal/asked.ts';
import { placeOf } from '#features/comments/internal/places.ts';
import { ANSWERS_A_PAGE, longThread } from '#features/comments/internal/threads.ts';
import type { CommentState } from '#features/comments/lifecycle.ts';
import { commentsTag } from '#features/comments/tags.ts';
import type { LongThread } from '#features/comments/views.ts';
import { discussionOf } from '#features/stories/queries.ts';
import { storyTag } from '#features/stories/tags.ts';
import { keepUntilTouched, oncePerPage } from '#lib/cache.ts';
import { digestOf } from '#lib/digests.ts';

/** Where a comment of the story at this path stands now; null if readers do not see it there. */
export async function permalink(path: string, commentId: string): Promise<string | null> {
  const [row] = await read.select().from(comments).where(eq(comments.id, commentId));
  const story = row && (await discussionOf(read, row.storyId));
  const seen = row?.shownRevisionId || row?.state === 'removed';
  if (!row || !seen || !story?.live || story.path !== path) return null;
  return placeOf(read, path, row);
}

/** One numbered page of a thread of a story; null if there is no such thread or page. */
export const threadPageOf = oncePerPage(
  async (storyId: string, threadId: string, page: number): Promise<LongThread | null> => {
    keepUntilTouched(commentsTag(storyId), storyTag(storyId));
    const [known] = await read
      .select({
        storyId: commentThreads.storyId,
        shown: commentThreads.shown,
        first: comments.shownRevisionId,
      })
      .from(commentThreads)
      .innerJoin(comments, eq(comments.id, commentThreads.id))
      .where(eq(commentThreads.id, threadId));
    if (known?.storyId !== storyId) return null;
    const answers = known.shown - (known.first === null ? 0 : 1);
    const pages = Math.max(1, Math.ceil(answers / ANSWERS_A_PAGE));
    if (!Number.isInteger(page) || page < 1 || page > pages) return null;
    const found = await longThread(read, threadId, page, await authorsOf(read, storyId));
    const [thread] = await withClosed(read, [found]);
    const asked = await askedUnder(read, storyId);
    return thread ? { thread, answers, page, pages, asked } : null;
  },
);

/** How many comments of a story readers see, for a page that is open already. */
export async function commentCount(storyId: string): Promise<number> {
  keepUntilTouched(commentsTag(storyId));
  const [row] = await read
    .select({ approved: commentCounts.approved })
    .from(commentCounts)
    .where(eq(commentCounts.storyId, storyId));
  return row?.approved ?? 0;
}

/** A comment in the list of those that were written in one browser, with the secret of its page. */
export type ListedOwn = {
  token: string;
  state: CommentState;
  at: Date;
  text: string;
  headline: string;
};

/** The comments whose secrets a browser keeps, newest first, each with what became of it. */
export async function ownComments(tokens: readonly string[]): Promise<ListedOwn[]> {
  const known = new Map(tokens.map((token) => [digestOf(token), token]));
  if (known.size === 0) return [];
  const rows = await read
    .select({
      storyId: comments.storyId,
      state: comments.state,
      digest: comments.tokenDigest,
      at: comments.createdAt,
      text: commentRevisions.text,
    })
    .from(comments)
    .innerJoin(commentRevisions, eq(commentRevisions.id, comments.latestRevisionId))
    .where(inArray(comments.tokenDigest, [...known.keys()]));
  const listed = [];
  for (const { storyId, state, digest, at, text } of rows) {
    const story = await discussionOf(read, storyId);
    const token = known.get(digest);
    if (!token) continue;
    listed.push({ token, state, at, text, headline: story?.live ? story.headline : '' });
  }
  return listed.toSorted((a, b) => b.at.getTime() - a.at.getTime());
}

import { and, asc, count, desc, eq, inArray, isNotNull, lt, or } from 'drizzle-orm';
import { commentRevisions, comments } from '#db/schema/comments.ts';
import { commentThreads } from '#db/schema/discussions.ts';
import type { Reader } from '#db/store.ts';
import { ancestorsOf } from '#features/comments/internal/ancestors.ts';
import { type ShownRow, treeOf } from '#features/comments/internal/tree.ts';
import type { CommentOrder, ThreadView } from '#features/comments/views.ts';

export const THREADS_A_PAGE = 50;
/** Of each thread, in a list of threads; the rest is on pages of the thread's own. */
const ANSWERS_LISTED = 10;
export const ANSWERS_A_PAGE = 100;

export const shownColumns = {
  id: comments.id,
  threadId: comments.threadId,
  parentId: comments.parentId,
  commenterId: comments.commenterId,
  sharedNameId: comments.sharedNameId,
  personId: comments.personId,
  name: commentRevisions.name,
  text: commentRevisions.text,
  at: comments.createdAt,
  number: commentRevisions.number,
  recommended: comments.recommended,
  pickedAt: comments.pickedAt,
};

const { beganAt, recommended, id: threadId, shown } = commentThreads;

/** Each is the order of an index, or of one read backwards. */
const ORDERS = {
  oldest: [asc(beganAt), asc(threadId)],
  newest: [desc(beganAt), desc(threadId)],
  recommended: [desc(recommended), desc(beganAt), desc(threadId)],
} as const satisfies Record<CommentOrder, unknown>;

type Listed = Omit<ThreadView, 'closed'>;

/** The threads of one page, each with its first answers. */
export async function threadsOf(
  from: Reader,
  storyId: string,
  order: CommentOrder,
  page: number,
  storyAuthors: ReadonlySet<string>,
): Promise<Listed[]> {
  const threads = await from
    .select({ id: threadId, shown })
    .from(commentThreads)
    .where(eq(commentThreads.storyId, storyId))
    .orderBy(...ORDERS[order])
    .limit(THREADS_A_PAGE)
    .offset((page - 1) * THREADS_A_PAGE);
  const isLong = (thread: { shown: number }) => thread.shown > ANSWERS_LISTED + 1;
  const short = threads.filter((thread) => !isLong(thread)).map((thread) => thread.id);
  const rows = short.length > 0 ? await rowsOf(from, inArray(comments.threadId, short)) : [];
  for (const long of threads.filter(isLong)) {
    rows.push(...(await rowsOf(from, eq(comments.threadId, long.id), ANSWERS_LISTED + 1)));
  }
  const ancestors = await ancestorsOf(from, rows);
  const byThread = Map.groupBy(rows, (row) => row.threadId);
  return threads.map((thread) => {
    const said = byThread.get(thread.id) ?? [];
    const more = Math.max(0, thread.shown - said.length);
    return { ...treeOf(thread.id, said, ancestors, { storyAuthors }), more };
  });
}

/** One page of the answers in one thread, under what began it. */
export async function longThread(
  from: Reader,
  id: string,
  page: number,
  storyAuthors: ReadonlySet<string>,
): Promise<Listed> {
  const ofThread = eq(comments.threadId, id);
  const [first] = await rowsOf(from, eq(comments.id, id), 1);
  const skipped = (page - 1) * ANSWERS_A_PAGE + (first ? 1 : 0);
  const answers = await rowsOf(from, ofThread, ANSWERS_A_PAGE, skipped);
  const rows = first ? [first, ...answers] : answers;
  const ancestors = await ancestorsOf(from, rows);
  return { ...treeOf(id, rows, ancestors, { storyAuthors }), more: 0 };
}

function rowsOf(
  from: Reader,
  which: ReturnType<typeof eq>,
  limit = Number.MAX_SAFE_INTEGER,
  offset = 0,
): Promise<ShownRow[]> {
  return from
    .select(shownColumns)
    .from(comments)
    .innerJoin(commentRevisions, eq(commentRevisions.id, comments.shownRevisionId))
    .where(which)
    .orderBy(asc(comments.createdAt), asc(comments.id))
    .limit(limit)
    .offset(offset)
    .then((rows) => rows);
}

/** Where a comment is shown: on which page of the list or, deep in a long thread, of the thread. */
export type Standing = { threadId: string; listPage: number; threadPage: number | null };

export async function standingOf(
  from: Reader,
  comment: { id: string; storyId: string; threadId: string; createdAt: Date },
): Promise<Standing | null> {
  const [thread] = await from
    .select({ beganAt, firstShown: comments.shownRevisionId })
    .from(commentThreads)
    .innerJoin(comments, eq(comments.id, threadId))
    .where(eq(threadId, comment.threadId));
  if (!thread) return null;
  const [before] = await from
    .select({ threads: count() })
    .from(commentThreads)
    .where(
      and(
        eq(commentThreads.storyId, comment.storyId),
        or(
          lt(beganAt, thread.beganAt),
          and(eq(beganAt, thread.beganAt), lt(threadId, comment.threadId)),
        ),
      ),
    );
  const [answers] = await from
    .select({ earlier: count() })
    .from(comments)
    .where(
      and(
        eq(comments.threadId, comment.threadId),
        isNotNull(comments.shownRevisionId),
        or(
          lt(comments.createdAt, comment.createdAt),
          and(eq(comments.createdAt, comment.createdAt), lt(comments.id, comment.id)),
        ),
      ),
    );
  const earlier = answers?.earlier ?? 0;
  const earlierAnswers = earlier - (thread.firstShown === null ? 0 : 1);
  return {
    threadId: comment.threadId,
    listPage: Math.floor((before?.threads ?? 0) / THREADS_A_PAGE) + 1,
    threadPage: earlier > ANSWERS_LISTED ? Math.floor(earlierAnswers / ANSWERS_A_PAGE) + 1 : null,
  };
}

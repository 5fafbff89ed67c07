import { aliasedTable, and, asc, countDistinct, eq, inArray, isNotNull, lt, or } from 'drizzle-orm';
import { commentRevisions, comments } from '#db/schema/comments.ts';
import type { Reader } from '#db/store.ts';
import { faceOf } from '#features/comments/faces.ts';
import type { CommentView, ThreadView } from '#features/comments/views.ts';

export const THREADS_A_PAGE = 50;

export const shownColumns = {
  id: comments.id,
  threadId: comments.threadId,
  parentId: comments.parentId,
  commenterId: comments.commenterId,
  personId: comments.personId,
  name: commentRevisions.name,
  text: commentRevisions.text,
  at: comments.createdAt,
};

export type ShownRow = {
  id: string;
  threadId: string;
  parentId: string | null;
  commenterId: string | null;
  personId: string | null;
  name: string;
  text: string;
  at: Date;
};

export function toView(row: ShownRow, inReplyTo: CommentView['inReplyTo']): CommentView {
  const { id, name, text, at, personId } = row;
  return { id, name, text, at, staff: personId !== null, face: faceOf(row), inReplyTo };
}

const first = aliasedTable(comments, 'first');

/** The threads of one page, in the order in which they began, with everything shown in them. */
export async function threadsOf(
  from: Reader,
  storyId: string,
  page: number,
): Promise<ThreadView[]> {
  const threads = await from
    .select({ id: comments.threadId })
    .from(comments)
    .innerJoin(first, eq(first.id, comments.threadId))
    .where(and(eq(comments.storyId, storyId), isNotNull(comments.shownRevisionId)))
    .groupBy(comments.threadId, first.createdAt)
    .orderBy(asc(first.createdAt), asc(comments.threadId))
    .limit(THREADS_A_PAGE)
    .offset((page - 1) * THREADS_A_PAGE);
  if (threads.length === 0) return [];
  const ids = threads.map((thread) => thread.id);
  const rows: ShownRow[] = await from
    .select(shownColumns)
    .from(comments)
    .innerJoin(commentRevisions, eq(commentRevisions.id, comments.shownRevisionId))
    .where(inArray(comments.threadId, ids))
    .orderBy(asc(comments.createdAt), asc(comments.id));
  const byThread = Map.groupBy(rows, (row) => row.threadId);
  return ids.map((id) => asThread(id, byThread.get(id) ?? []));
}

/** Two levels: whatever answers an answer stands beside it and says whom it answers. */
function asThread(id: string, rows: ShownRow[]): ThreadView {
  const names = new Map(rows.map((row) => [row.id, row.name]));
  const answered = ({ parentId }: ShownRow) => {
    const name = parentId === null || parentId === id ? undefined : names.get(parentId);
    return parentId !== null && name !== undefined ? { id: parentId, name } : null;
  };
  const beginning = rows.find((row) => row.id === id);
  return {
    id,
    first: beginning ? toView(beginning, null) : null,
    replies: rows.filter((row) => row.id !== id).map((row) => toView(row, answered(row))),
  };
}

/** The number of the page that a thread is shown on. */
export async function pageOfThread(
  from: Reader,
  storyId: string,
  threadId: string,
): Promise<number> {
  const [beginning] = await from
    .select({ at: comments.createdAt })
    .from(comments)
    .where(eq(comments.id, threadId));
  if (!beginning) return 1;
  const [earlier] = await from
    .select({ threads: countDistinct(comments.threadId) })
    .from(comments)
    .innerJoin(first, eq(first.id, comments.threadId))
    .where(
      and(
        eq(comments.storyId, storyId),
        isNotNull(comments.shownRevisionId),
        or(
          lt(first.createdAt, beginning.at),
          and(eq(first.createdAt, beginning.at), lt(first.id, threadId)),
        ),
      ),
    );
  return Math.floor((earlier?.threads ?? 0) / THREADS_A_PAGE) + 1;
}

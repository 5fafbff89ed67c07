import { and, asc, count, desc, eq, exists, inArray, type SQL } from 'drizzle-orm';
import { commentDecisions, commentRevisions, comments } from '#db/schema/comments.ts';
import { live } from '#db/schema/readers.ts';
import { revisions, stories } from '#db/schema/stories.ts';
import type { Reader } from '#db/store.ts';
import type { CommentState } from '#features/comments/lifecycle.ts';

export const QUEUE_PAGE = 30;

export type Sections = 'all' | readonly string[];

/** A condition and no join, so that who sees all sections is answered from the index alone. */
function ofSections(from: Reader, sections: Sections): SQL | undefined {
  if (sections === 'all') return undefined;
  return exists(
    from
      .select({ id: stories.id })
      .from(stories)
      .where(and(eq(stories.id, comments.storyId), inArray(stories.sectionId, [...sections]))),
  );
}

/** One page of the queue: what waits longest first, what was decided newest first. */
export function queueRows(from: Reader, state: CommentState, sections: Sections, page: number) {
  const direction = state === 'waiting' ? asc : desc;
  return from
    .select({
      id: comments.id,
      revisionId: comments.latestRevisionId,
      state: comments.state,
      name: commentRevisions.name,
      text: commentRevisions.text,
      redacted: commentRevisions.redactionReason,
      at: comments.createdAt,
      commenterId: comments.commenterId,
      personId: comments.personId,
      storyId: comments.storyId,
      path: live.path,
      headline: live.headline,
      parentId: comments.parentId,
    })
    .from(comments)
    .innerJoin(commentRevisions, eq(commentRevisions.id, comments.latestRevisionId))
    .leftJoin(live, eq(live.storyId, comments.storyId))
    .where(and(eq(comments.state, state), ofSections(from, sections)))
    .orderBy(direction(comments.createdAt), direction(comments.id))
    .limit(QUEUE_PAGE)
    .offset((page - 1) * QUEUE_PAGE);
}

export async function queueCounts(
  from: Reader,
  sections: Sections,
): Promise<Record<CommentState, number>> {
  const rows = await from
    .select({ state: comments.state, comments: count() })
    .from(comments)
    .where(ofSections(from, sections))
    .groupBy(comments.state);
  const counts = { waiting: 0, approved: 0, rejected: 0 };
  for (const row of rows) counts[row.state] = row.comments;
  return counts;
}

/** How many wait, without counting the rest: for every page of the desk. */
export async function countWaiting(from: Reader, sections: Sections): Promise<number> {
  const [row] = await from
    .select({ comments: count() })
    .from(comments)
    .where(and(eq(comments.state, 'waiting'), ofSections(from, sections)));
  return row?.comments ?? 0;
}

/** What comments say that others answer, shown or not. */
export async function textsOf(
  from: Reader,
  commentIds: readonly string[],
): Promise<Map<string, { name: string; text: string }>> {
  if (commentIds.length === 0) return new Map();
  const rows = await from
    .select({ id: comments.id, name: commentRevisions.name, text: commentRevisions.text })
    .from(comments)
    .innerJoin(commentRevisions, eq(commentRevisions.id, comments.latestRevisionId))
    .where(inArray(comments.id, [...commentIds]));
  return new Map(rows.map(({ id, ...words }) => [id, words]));
}

/** The last headline of stories that readers do not see at the moment. */
export async function lastHeadlines(
  from: Reader,
  storyIds: readonly string[],
): Promise<Map<string, string>> {
  if (storyIds.length === 0) return new Map();
  const rows = await from
    .select({ storyId: revisions.storyId, headline: revisions.headline })
    .from(revisions)
    .where(inArray(revisions.storyId, [...storyIds]))
    .orderBy(asc(revisions.number));
  return new Map(rows.map((row) => [row.storyId, row.headline]));
}

/** Why each of these comments was last rejected. */
export async function lastReasons(
  from: Reader,
  commentIds: readonly string[],
): Promise<Map<string, string>> {
  if (commentIds.length === 0) return new Map();
  const rows = await from
    .select({ commentId: commentDecisions.commentId, reason: commentDecisions.reason })
    .from(commentDecisions)
    .where(
      and(
        inArray(commentDecisions.commentId, [...commentIds]),
        eq(commentDecisions.verdict, 'rejected'),
      ),
    )
    .orderBy(asc(commentDecisions.madeAt), asc(commentDecisions.id));
  return new Map(rows.map((row) => [row.commentId, row.reason]));
}

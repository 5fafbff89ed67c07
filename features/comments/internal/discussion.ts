import { and, count, eq, isNotNull, sql } from 'drizzle-orm';
import { each, prepared, preparedWrite, type The } from '#db/prepared.ts';
import { commentCounts, commentRevisions, comments } from '#db/schema/comments.ts';
import { commentThreads } from '#db/schema/discussions.ts';
import type { Reader, Tx } from '#db/store.ts';
import { keepScreening } from '#features/comments/internal/screening.ts';
import { keepWords } from '#features/comments/internal/words.ts';
import type { Screened } from '#features/screening/views.ts';
import { discussionOf } from '#features/stories/queries.ts';
import { now } from '#lib/clock.ts';
import { digestOf } from '#lib/digests.ts';
import { newId } from '#lib/ids.ts';
import { ok, type Result, refuse } from '#lib/result.ts';

export type Place = { storyId: string; parentId: string | null };

export type Found = {
  storyId: string;
  threadId: string | null;
  sectionId: string;
  commentsOpen: boolean;
  firstPublishedAt: Date | null;
};

const parentOf = prepared((on, the: The<{ parentId: string; storyId: string }>) =>
  on
    .select({ threadId: comments.threadId })
    .from(comments)
    .where(
      and(
        eq(comments.id, the('parentId')),
        eq(comments.storyId, the('storyId')),
        isNotNull(comments.shownRevisionId),
      ),
    ),
);

/** Where a comment will stand: its story, and its thread if it answers one. */
export async function placeFor(
  from: Reader,
  { storyId, parentId }: Place,
  asked: ReturnType<typeof discussionOf> = discussionOf(from, storyId),
): Promise<Result<Found>> {
  const story = await asked;
  if (!story?.live) return refuse('missing', 'This story is not here any more.');
  const { sectionId, commentsOpen, firstPublishedAt } = story;
  const found = { storyId, sectionId, commentsOpen, firstPublishedAt };
  if (parentId === null) return ok({ ...found, threadId: null });
  const [parent] = await parentOf(from, { parentId, storyId });
  if (parent) return ok({ ...found, threadId: parent.threadId });
  const why = 'The comment that you answer is not here any more.';
  return refuse('invalid', why, { parentId: why });
}

/** A comment that readers see, to change something about it, and its story. */
export async function shownForChange(tx: Tx, commentId: string) {
  const comment = await commentForChange(tx, commentId);
  if (!comment || comment.shownRevisionId === null) return null;
  const story = await discussionOf(tx, comment.storyId);
  const { shownRevisionId } = comment;
  return story?.live ? { comment: { ...comment, shownRevisionId }, story } : null;
}

/** A comment that will be written: whoever else wants to change it, or to hold it, waits. */
export async function commentForChange(tx: Tx, commentId: string) {
  const [comment] = await tx
    .update(comments)
    .set({ state: sql`${comments.state}` })
    .where(eq(comments.id, commentId))
    .returning();
  return comment ?? null;
}

export type NewComment = Place & {
  id: string;
  sectionId: string;
  threadId: string | null;
  commenterId: string | null;
  sharedNameId: string | null;
  personId: string | null;
  name: string;
  text: string;
  token: string;
  sample: boolean;
  /** What the pipeline made of it; what the newsroom says itself is not asked about. */
  screened: Screened;
};

type New = Omit<typeof comments.$inferSelect, 'recommended' | 'pickedAt'>;

const putComment = preparedWrite((on, the: The<New>) =>
  on
    .insert(comments)
    .values(
      each(
        the,
        'id',
        'storyId',
        'sectionId',
        'parentId',
        'threadId',
        'commenterId',
        'sharedNameId',
        'personId',
        'state',
        'lane',
        'shownRevisionId',
        'latestRevisionId',
        'tokenDigest',
        'createdAt',
        'sample',
      ),
    ),
);

type First = Pick<
  typeof commentRevisions.$inferSelect,
  'id' | 'commentId' | 'name' | 'text' | 'createdAt'
>;

const putFirst = preparedWrite((on, the: The<First>) =>
  on
    .insert(commentRevisions)
    .values({ ...each(the, 'id', 'commentId', 'name', 'text', 'createdAt'), number: 1 }),
);

/** The comment with its first revision, and what each phase said of it. Returns the revision's id. */
export async function insertComment(tx: Tx, comment: NewComment): Promise<string> {
  const { id, name, text, token, screened, ...rest } = comment;
  const revisionId = newId();
  const createdAt = now();
  await putComment(tx, {
    ...rest,
    id,
    threadId: comment.threadId ?? id,
    state: screened.state,
    lane: screened.lane,
    shownRevisionId: screened.state === 'approved' ? revisionId : null,
    latestRevisionId: revisionId,
    tokenDigest: digestOf(token),
    createdAt,
  });
  await putFirst(tx, { id: revisionId, commentId: id, name, text, createdAt });
  await keepScreening(tx, { commentId: id, revisionId }, screened);
  await keepWords(tx, { commentId: id, storyId: comment.storyId, name, text });
  return revisionId;
}

/**
 * Runs a change of what is shown in one thread, and counts anew after it: that thread whole, and the
 * story by the difference. The story's row is taken first, so that two moderators at once count one
 * after the other and neither misses the other's change.
 */
export async function countingAnew<T>(
  tx: Tx,
  { storyId, threadId }: { storyId: string; threadId: string },
  change: () => Promise<T>,
): Promise<T> {
  await tx
    .insert(commentCounts)
    .values({ storyId, approved: 0, threads: 0 })
    .onConflictDoUpdate({ target: commentCounts.storyId, set: { storyId } });
  const value = await change();
  const [known] = await tx
    .select({ shown: commentThreads.shown })
    .from(commentThreads)
    .where(eq(commentThreads.id, threadId));
  const before = known?.shown ?? 0;
  const after = await countThread(tx, storyId, threadId);
  if (after === before) return value;
  await tx
    .update(commentCounts)
    .set({
      approved: sql`${commentCounts.approved} + ${after - before}`,
      threads: sql`${commentCounts.threads} + ${Math.min(after, 1) - Math.min(before, 1)}`,
    })
    .where(eq(commentCounts.storyId, storyId));
  return value;
}

/** Puts the thread where lists find it, or takes it out when nothing of it is shown. */
async function countThread(tx: Tx, storyId: string, threadId: string): Promise<number> {
  const [counted] = await tx
    .select({ shown: count() })
    .from(comments)
    .where(and(eq(comments.threadId, threadId), isNotNull(comments.shownRevisionId)));
  const shown = counted?.shown ?? 0;
  if (shown === 0) {
    await tx.delete(commentThreads).where(eq(commentThreads.id, threadId));
    return 0;
  }
  const [first] = await tx
    .select({ beganAt: comments.createdAt, recommended: comments.recommended })
    .from(comments)
    .where(eq(comments.id, threadId));
  if (!first) throw new Error(`thread ${threadId} has no beginning`);
  await tx
    .insert(commentThreads)
    .values({ id: threadId, storyId, ...first, shown })
    .onConflictDoUpdate({ target: commentThreads.id, set: { shown } });
  return shown;
}

import { setImmediate as breath } from 'node:timers/promises';
import { and, asc, eq, gt, inArray, isNull, ne, sql } from 'drizzle-orm';
import { commentRevisions, comments } from '#db/schema/comments.ts';
import { commentWords } from '#db/schema/screening.ts';
import { stories } from '#db/schema/stories.ts';
import { read, scrubStore, transaction } from '#db/store.ts';
import { forget, seenBefore, sweepPersonKeys } from '#features/addresses/jobs.ts';
import { fold } from '#features/comments/folding.ts';
import { digestOf } from '#lib/digests.ts';

const BATCH = 500;
const WORDS_AT_ONCE = 100;

/**
 * Forgets addresses whose comment was never written, because something failed between the two stores.
 * `before` leaves out those that are being written now. Returns how many commenters were forgotten.
 */
export async function sweepOrphans(before: Date): Promise<number> {
  let swept = 0;
  for (let last = ''; ; ) {
    const names = await seenBefore(before, last, BATCH);
    last = names.at(-1) ?? '';
    if (last === '') break;
    const known = await read
      .selectDistinct({ commenterId: comments.commenterId })
      .from(comments)
      .where(inArray(comments.commenterId, names));
    const kept = new Set(known.map((row) => row.commenterId));
    const orphans = names.filter((name) => !kept.has(name));
    if (orphans.length > 0) swept += await forget(orphans, before);
  }
  await sweepPersonKeys(before);
  return swept;
}

/**
 * Puts comments where their story stands now, for the piles of a section's moderators: of one story
 * after it changed, or of all, with those that are older than the piles.
 */
export async function followStory(storyId?: string): Promise<void> {
  const section = sql`(select ${stories.sectionId} from ${stories} where ${stories.id} = ${comments.storyId})`;
  await transaction(async (tx) => {
    await tx
      .update(comments)
      .set({ sectionId: section })
      .where(
        and(ne(comments.sectionId, section), storyId ? eq(comments.storyId, storyId) : undefined),
      );
  });
}

/**
 * Takes in the words of comments that were written before anybody could search in them, each with the
 * moment of its comment. A few at a time: there may be hundreds of thousands, and readers do not wait.
 */
export async function takeInWords(): Promise<number> {
  let taken = 0;
  for (let last = ''; ; ) {
    const missing = await read
      .select({
        commentId: comments.id,
        storyId: comments.storyId,
        name: commentRevisions.name,
        text: commentRevisions.text,
        createdAt: comments.createdAt,
      })
      .from(comments)
      .innerJoin(commentRevisions, eq(commentRevisions.id, comments.latestRevisionId))
      .leftJoin(commentWords, eq(commentWords.commentId, comments.id))
      .where(
        and(
          gt(comments.id, last),
          isNull(commentWords.commentId),
          isNull(commentRevisions.redactedAt),
        ),
      )
      .orderBy(asc(comments.id))
      .limit(WORDS_AT_ONCE);
    last = missing.at(-1)?.commentId ?? '';
    if (last === '') return taken;
    const rows = missing.map(({ name, text, ...comment }) => ({
      ...comment,
      folded: `${fold(name)}\n${fold(text)}`,
      digest: digestOf(fold(text)),
    }));
    // Words that came meanwhile are newer.
    await transaction((tx) =>
      tx
        .insert(commentWords)
        .values(rows)
        .onConflictDoNothing()
        .then(() => undefined),
    );
    taken += rows.length;
    await breath();
  }
}

/** What the database keeps of overwritten words, after a writer took a comment away. Any number of times. */
export function finishRemoval(): Promise<void> {
  return scrubStore();
}

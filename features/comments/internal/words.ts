import { and, count, eq, gt, ne } from 'drizzle-orm';
import { commentWords } from '#db/schema/screening.ts';
import type { Reader, Tx } from '#db/store.ts';
import { fold } from '#features/comments/folding.ts';
import { now } from '#lib/clock.ts';
import { digestOf } from '#lib/digests.ts';

const LATELY_MS = 24 * 3_600_000;

/** The newest words of a comment, in place of earlier ones. */
export async function keepWords(
  tx: Tx,
  { commentId, storyId, name, text }: Record<'commentId' | 'storyId' | 'name' | 'text', string>,
): Promise<void> {
  const at = now();
  const words = { folded: `${fold(name)}\n${fold(text)}`, digest: digestOf(fold(text)) };
  await tx
    .insert(commentWords)
    .values({ commentId, storyId, ...words, createdAt: at })
    .onConflictDoUpdate({ target: commentWords.commentId, set: words });
}

/** How often the same words came in lately, under this story and under others. */
export async function saidLately(
  from: Reader,
  {
    storyId,
    text,
    at,
    commentId = '',
  }: { storyId: string; text: string; at: Date; commentId?: string },
): Promise<{ here: number; elsewhere: number }> {
  const rows = await from
    .select({ storyId: commentWords.storyId, comments: count() })
    .from(commentWords)
    .where(
      and(
        eq(commentWords.digest, digestOf(fold(text))),
        gt(commentWords.createdAt, new Date(at.getTime() - LATELY_MS)),
        ne(commentWords.commentId, commentId),
      ),
    )
    .groupBy(commentWords.storyId);
  const here = rows.find((row) => row.storyId === storyId)?.comments ?? 0;
  const all = rows.reduce((sum, row) => sum + row.comments, 0);
  return { here, elsewhere: all - here };
}

import { and, count, eq, gt, ne, sql } from 'drizzle-orm';
import { each, prepared, preparedWrite, type The } from '#db/prepared.ts';
import { commentWords } from '#db/schema/screening.ts';
import type { Reader, Tx } from '#db/store.ts';
import { fold } from '#features/comments/folding.ts';
import { now } from '#lib/clock.ts';
import { digestOf } from '#lib/digests.ts';

const LATELY_MS = 24 * 3_600_000;

type Words = typeof commentWords.$inferSelect;

const putWords = preparedWrite((on, the: The<Words>) =>
  on
    .insert(commentWords)
    .values(each(the, 'commentId', 'storyId', 'folded', 'digest', 'createdAt'))
    .onConflictDoUpdate({
      target: commentWords.commentId,
      set: { folded: sql`excluded.folded`, digest: sql`excluded.digest` },
    }),
);

/** The newest words of a comment, in place of earlier ones. */
export async function keepWords(
  tx: Tx,
  { commentId, storyId, name, text }: Record<'commentId' | 'storyId' | 'name' | 'text', string>,
): Promise<void> {
  const at = now();
  const words = { folded: `${fold(name)}\n${fold(text)}`, digest: digestOf(fold(text)) };
  await putWords(tx, { commentId, storyId, ...words, createdAt: at });
}

const sameSince = prepared((on, the: The<{ digest: string; since: Date; commentId: string }>) =>
  on
    .select({ storyId: commentWords.storyId, comments: count() })
    .from(commentWords)
    .where(
      and(
        eq(commentWords.digest, the('digest')),
        gt(commentWords.createdAt, sql.param(the('since'), commentWords.createdAt)),
        ne(commentWords.commentId, the('commentId')),
      ),
    )
    .groupBy(commentWords.storyId),
);

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
  const digest = digestOf(fold(text));
  const since = new Date(at.getTime() - LATELY_MS);
  const rows = await sameSince(from, { digest, since, commentId });
  const here = rows.find((row) => row.storyId === storyId)?.comments ?? 0;
  const all = rows.reduce((sum, row) => sum + row.comments, 0);
  return { here, elsewhere: all - here };
}

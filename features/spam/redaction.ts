import { eq } from 'drizzle-orm';
import { spamLessons } from '#db/schema/spam.ts';
import { store, type Tx } from '#db/store.ts';
import { beginLesson, lookAgain } from '#features/spam/internal/learned.ts';
import { unlearn } from '#features/spam/internal/lessons.ts';

/** Before a comment's words go, the filter forgets what they taught it. */
export async function forgetLesson(tx: Tx, commentId: string): Promise<void> {
  const [lesson] = await tx.select().from(spamLessons).where(eq(spamLessons.commentId, commentId));
  if (!lesson) return;
  await unlearn(tx, lesson, await beginLesson(tx));
  store().afterCommit(lookAgain);
}

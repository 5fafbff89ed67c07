import { and, eq, sql } from 'drizzle-orm';
import { touch } from '#db/outbox.ts';
import { comments } from '#db/schema/comments.ts';
import { commentRecommendations, commentThreads } from '#db/schema/discussions.ts';
import { type Tx, transaction } from '#db/store.ts';
import { RecommendInput } from '#features/comments/input.ts';
import { shownForChange } from '#features/comments/internal/discussion.ts';
import { mayNow } from '#features/comments/internal/reader-limits.ts';
import { commentsTag } from '#features/comments/tags.ts';
import type { Actor } from '#features/people/actor.ts';
import { now } from '#lib/clock.ts';
import { digestOf } from '#lib/digests.ts';
import { incorrect, ok, type Result, refuse } from '#lib/result.ts';
import { fieldErrors } from '#lib/text.ts';

/** Who recommends: the secret of a browser, whether it came with the request, and from where. */
export type Browser = { secret: string; known: boolean; place: string };

export type Recommended = { storyPath: string; commentId: string; recommended: number };

/**
 * One browser says once that a comment is worth reading, or takes that back. Like an autosave it is not
 * audited: it decides nothing, and who did it is known to nobody.
 */
export async function recommendComment(
  _actor: Actor,
  input: unknown,
  browser: Browser,
): Promise<Result<Recommended>> {
  const parsed = RecommendInput.safeParse(input);
  if (!parsed.success) return incorrect(fieldErrors(parsed.error));
  const { comment: commentId, back } = parsed.data;
  const { place, secret, known } = browser;
  const few = known || (await mayNow('unknownBrowsers', place, commentId));
  if (!few || !(await mayNow('recommending', place))) {
    return refuse('limited', 'Too many recommendations from your network. Please wait a while.');
  }
  return transaction(async (tx) => {
    const found = await shownForChange(tx, commentId);
    if (!found) return refuse('missing', 'There is no such comment.');
    const { comment, story } = found;
    const changed = back
      ? await takeBack(tx, commentId, secret)
      : await recommend(tx, commentId, secret);
    if (changed === 0)
      return ok({ storyPath: story.path, commentId, recommended: comment.recommended });
    const [counted] = await tx
      .update(comments)
      .set({ recommended: sql`${comments.recommended} + ${changed}` })
      .where(eq(comments.id, commentId))
      .returning({ recommended: comments.recommended });
    const recommended = counted?.recommended ?? 0;
    await tx.update(commentThreads).set({ recommended }).where(eq(commentThreads.id, commentId));
    await touch(tx, [commentsTag(comment.storyId)]);
    return ok({ storyPath: story.path, commentId, recommended });
  });
}

/** Differs from comment to comment, so that the rows do not say what else a browser recommended. */
function digestFor(commentId: string, secret: string): string {
  return digestOf(`${commentId} ${secret}`);
}

async function recommend(tx: Tx, commentId: string, secret: string): Promise<1 | 0> {
  const made = await tx
    .insert(commentRecommendations)
    .values({ commentId, browser: digestFor(commentId, secret), madeAt: now() })
    .onConflictDoNothing()
    .returning({ commentId: commentRecommendations.commentId });
  return made.length > 0 ? 1 : 0;
}

async function takeBack(tx: Tx, commentId: string, secret: string): Promise<-1 | 0> {
  const gone = await tx
    .delete(commentRecommendations)
    .where(
      and(
        eq(commentRecommendations.commentId, commentId),
        eq(commentRecommendations.browser, digestFor(commentId, secret)),
      ),
    )
    .returning({ commentId: commentRecommendations.commentId });
  return gone.length > 0 ? -1 : 0;
}

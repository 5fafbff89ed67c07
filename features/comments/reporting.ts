import { count, eq } from 'drizzle-orm';
import { recordAudit } from '#db/audit.ts';
import { commentReports } from '#db/schema/discussions.ts';
import { transaction } from '#db/store.ts';
import { ReportInput } from '#features/comments/input.ts';
import { shownForChange } from '#features/comments/internal/discussion.ts';
import { mayNow } from '#features/comments/internal/reader-limits.ts';
import type { Browser } from '#features/comments/recommending.ts';
import { type Actor, actorName } from '#features/people/actor.ts';
import { now } from '#lib/clock.ts';
import { digestOf } from '#lib/digests.ts';
import { newId } from '#lib/ids.ts';
import { incorrect, ok, type Result, refuse } from '#lib/result.ts';
import { fieldErrors } from '#lib/text.ts';

/** More say nothing that these did not, and would fill the disk. */
const MOST_REPORTS = 50;

/**
 * A reader tells the moderators that a comment should not stand. The answer is the same for the first
 * report and for one that was made before.
 */
export async function reportComment(
  actor: Actor,
  input: unknown,
  { secret, place }: Pick<Browser, 'secret' | 'place'>,
): Promise<Result<{ storyPath: string; commentId: string }>> {
  const parsed = ReportInput.safeParse(input);
  if (!parsed.success) return incorrect(fieldErrors(parsed.error));
  const { comment: commentId, reason, note } = parsed.data;
  if (!(await mayNow('reporting', place))) {
    return refuse('limited', 'Too many reports from your network. Please wait a few minutes.');
  }
  return transaction(async (tx) => {
    const found = await shownForChange(tx, commentId);
    if (!found) return refuse('missing', 'There is no such comment.');
    const { comment, story } = found;
    const answer = ok({ storyPath: story.path, commentId });
    const [known] = await tx
      .select({ reports: count() })
      .from(commentReports)
      .where(eq(commentReports.commentId, commentId));
    if ((known?.reports ?? 0) >= MOST_REPORTS) return answer;
    const made = await tx
      .insert(commentReports)
      .values({
        id: newId(),
        commentId,
        revisionId: comment.shownRevisionId,
        reason,
        note,
        browser: digestOf(`${commentId} ${secret}`),
        madeAt: now(),
      })
      .onConflictDoNothing()
      .returning({ id: commentReports.id });
    if (made.length === 0) return answer;
    await recordAudit(tx, {
      actor: actorName(actor),
      act: 'comment.report',
      noun: 'comment',
      thingId: commentId,
      payload: { storyId: comment.storyId, revisionId: comment.shownRevisionId, reason },
    });
    return answer;
  });
}

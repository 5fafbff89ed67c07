import { and, desc, eq, isNotNull } from 'drizzle-orm';
import { recordAudit } from '#db/audit.ts';
import { emit } from '#db/outbox.ts';
import { commentDecisions } from '#db/schema/comments.ts';
import { commentReports } from '#db/schema/discussions.ts';
import { transaction } from '#db/store.ts';
import { settleReports } from '#features/comments/reports.ts';
import { KeepInput } from '#features/moderation/input.ts';
import { commentFor } from '#features/moderation/internal/comment.ts';
import { type Actor, actorName } from '#features/people/actor.ts';
import { now } from '#lib/clock.ts';
import { newId } from '#lib/ids.ts';
import { ok, type Result, refuse } from '#lib/result.ts';

/** A comment that readers reported stays: somebody has looked again, and says so. */
export async function keepComment(actor: Actor, input: unknown): Promise<Result<null>> {
  const parsed = KeepInput.safeParse(input);
  if (!parsed.success) return refuse('invalid', 'There is no such decision.');
  const { commentId, revisionId } = parsed.data;
  return transaction(async (tx) => {
    const found = await commentFor(tx, actor, 'note', commentId);
    if (!found.ok) return found;
    if (found.value.state !== 'approved') return refuse('illegal', 'Readers do not see it.');
    if (found.value.latestRevisionId !== revisionId) {
      return refuse('conflict', 'It was changed after you read it. Please read it again.');
    }
    await settleReports(tx, commentId);
    await tx.insert(commentDecisions).values({
      id: newId(),
      commentId,
      revisionId,
      verdict: 'approved',
      madeBy: actorName(actor),
      madeAt: now(),
    });
    await emit(tx, { kind: 'comment.decided', payload: { commentId } });
    await recordAudit(tx, {
      actor: actorName(actor),
      act: 'comment.keep',
      noun: 'comment',
      thingId: commentId,
      payload: { revisionId },
    });
    return ok(null);
  });
}

/** Takes that back: the reports that were settled last wait for a decision again. */
export async function reopenReports(actor: Actor, input: unknown): Promise<Result<null>> {
  const parsed = KeepInput.safeParse(input);
  if (!parsed.success) return refuse('invalid', 'There is no such decision.');
  const { commentId } = parsed.data;
  return transaction(async (tx) => {
    const found = await commentFor(tx, actor, 'note', commentId);
    if (!found.ok) return found;
    const [last] = await tx
      .select({ at: commentReports.settledAt })
      .from(commentReports)
      .where(and(eq(commentReports.commentId, commentId), isNotNull(commentReports.settledAt)))
      .orderBy(desc(commentReports.settledAt))
      .limit(1);
    if (!last?.at) return refuse('illegal', 'Nobody reported it.');
    await tx
      .update(commentReports)
      .set({ settledAt: null })
      .where(and(eq(commentReports.commentId, commentId), eq(commentReports.settledAt, last.at)));
    await recordAudit(tx, {
      actor: actorName(actor),
      act: 'comment.reopen-reports',
      noun: 'comment',
      thingId: commentId,
    });
    return ok(null);
  });
}

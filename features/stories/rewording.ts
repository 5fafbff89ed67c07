import { and, count, eq, isNull } from 'drizzle-orm';
import { recordAudit } from '#db/audit.ts';
import { staffComments } from '#db/schema/writing.ts';
import { type Tx, transaction } from '#db/store.ts';
import { type Actor, actorName, type Staff } from '#features/people/actor.ts';
import { RewordInput } from '#features/stories/input.ts';
import { calledIn, callNobody, callNow } from '#features/stories/internal/called.ts';
import { type Loaded, loadForChange } from '#features/stories/internal/facts.ts';
import { onHold } from '#features/stories/internal/moving.ts';
import { can } from '#features/stories/policy.ts';
import { now } from '#lib/clock.ts';
import { incorrect, ok, type Refusal, type Result, refuse } from '#lib/result.ts';
import { fieldErrors } from '#lib/text.ts';

type Comment = typeof staffComments.$inferSelect;
type Own = { ok: true; comment: Comment; loaded: Loaded };

/** Says something else instead of what one said. Whoever is called now, and was not before, hears of it. */
export async function rewordComment(actor: Actor, input: unknown): Promise<Result<null>> {
  const parsed = RewordInput.safeParse(input);
  if (!parsed.success) return incorrect(fieldErrors(parsed.error));
  if (actor.type !== 'staff') return noComment();
  const { commentId, text } = parsed.data;
  return transaction(async (tx) => {
    const own = await ownComment(tx, actor, commentId);
    if (!own.ok) return own;
    const { comment, loaded } = own;
    if (comment.text === text) return ok(null);
    const called = await calledIn(tx, text, loaded, actor);
    if (!called.ok) return called;
    await tx
      .update(staffComments)
      .set({ text, editedAt: now() })
      .where(eq(staffComments.id, commentId));
    await callNow(tx, commentId, called.value);
    await recordAudit(tx, {
      actor: actorName(actor),
      act: 'story.reword',
      noun: 'story',
      thingId: comment.storyId,
      payload: { commentId, mentions: called.value },
    });
    return ok(null);
  });
}

/**
 * Takes back what one said, with every word of it. What was answered stays as a place without words,
 * for as long as there is an answer.
 */
export async function takeBackComment(actor: Actor, commentId: string): Promise<Result<null>> {
  if (actor.type !== 'staff') return noComment();
  return transaction(async (tx) => {
    const own = await ownComment(tx, actor, commentId);
    if (!own.ok) return own;
    const { id, storyId, answersId } = own.comment;
    if (answersId === null && (await answersTo(tx, id)) > 0) {
      await callNobody(tx, [id]);
      await tx
        .update(staffComments)
        .set({ text: '', deletedAt: now() })
        .where(eq(staffComments.id, id));
    } else await remove(tx, id, answersId);
    await recordAudit(tx, {
      actor: actorName(actor),
      act: 'story.unsay',
      noun: 'story',
      thingId: storyId,
      payload: { commentId },
    });
    return ok(null);
  });
}

/** Removes a comment, and with the last answer the place without words that it answered. */
async function remove(tx: Tx, id: string, answersId: string | null): Promise<void> {
  await callNobody(tx, [id]);
  await tx.delete(staffComments).where(eq(staffComments.id, id));
  if (answersId === null || (await answersTo(tx, answersId)) > 0) return;
  const [begun] = await tx.select().from(staffComments).where(eq(staffComments.id, answersId));
  if (begun?.deletedAt) await tx.delete(staffComments).where(eq(staffComments.id, answersId));
}

async function answersTo(tx: Tx, commentId: string): Promise<number> {
  const [counted] = await tx
    .select({ answers: count() })
    .from(staffComments)
    .where(eq(staffComments.answersId, commentId));
  return counted?.answers ?? 0;
}

/** A comment that this person wrote and may change, with nobody else in its story until that is done. */
async function ownComment(tx: Tx, actor: Staff, commentId: string): Promise<Own | Refusal> {
  const there = and(eq(staffComments.id, commentId), isNull(staffComments.deletedAt));
  const [known] = await tx.select().from(staffComments).where(there);
  const loaded = known && (await loadForChange(tx, known.storyId, actor));
  if (!loaded || !can(actor, 'see', loaded.policy).ok) return noComment();
  const verdict = can(actor, 'discuss', loaded.policy);
  if (!verdict.ok) return refuse('forbidden', verdict.why);
  const [comment] = await tx.select().from(staffComments).where(there);
  if (!comment) return noComment();
  if (comment.madeBy !== actor.id) {
    return refuse('forbidden', 'Only whoever wrote a comment changes it or takes it back.');
  }
  if (loaded.facts.hold) return onHold(loaded.facts.hold);
  return { ok: true, comment, loaded };
}

function noComment(): Refusal {
  return refuse('missing', 'There is no such comment.');
}

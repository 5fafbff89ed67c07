import { and, eq, ne } from 'drizzle-orm';
import { recordAudit } from '#db/audit.ts';
import { comments } from '#db/schema/comments.ts';
import { commentNotes } from '#db/schema/moderation.ts';
import { screenings } from '#db/schema/screening.ts';
import { type Reader, type Tx, transaction } from '#db/store.ts';
import { AsideInput } from '#features/moderation/input.ts';
import { type CommentRow, commentFor } from '#features/moderation/internal/comment.ts';
import { type Actor, actorName } from '#features/people/actor.ts';
import { now } from '#lib/clock.ts';
import { newId } from '#lib/ids.ts';
import { ok, type Result, refuse } from '#lib/result.ts';

const CHANGED = 'It was changed after you read it. Please read it again.';

/** Puts a comment that waits with those that are held, for later or for somebody else. */
export async function setAside(actor: Actor, input: unknown): Promise<Result<null>> {
  const parsed = AsideInput.safeParse(input);
  if (!parsed.success) return refuse('invalid', 'A note has at most 1,000 characters.');
  const { commentId, reason } = parsed.data;
  return transaction(async (tx) => {
    const found = await waitingFor(tx, actor, parsed.data);
    if (!found.ok) return found;
    const { lane } = found.value;
    if (!(await putInLane(tx, found.value, 'held'))) {
      return refuse('illegal', 'It lies there already.');
    }
    const by = actorName(actor);
    if (reason) {
      const note = { id: newId(), commentId, text: reason, madeBy: by, madeAt: now() };
      await tx.insert(commentNotes).values(note);
    }
    await record(tx, actor, 'comment.set-aside', commentId, { from: lane });
    return ok(null);
  });
}

/** Lets it lie again where the pipeline had put it, or with what waits if that was here. */
export async function putBack(actor: Actor, input: unknown): Promise<Result<null>> {
  const parsed = AsideInput.safeParse(input);
  if (!parsed.success) return refuse('invalid', 'There is no such decision.');
  const { commentId } = parsed.data;
  return transaction(async (tx) => {
    const found = await waitingFor(tx, actor, parsed.data);
    if (!found.ok) return found;
    if (found.value.lane !== 'held') return refuse('illegal', 'It does not lie aside.');
    const to = (await isSpam(tx, found.value)) ? 'spam' : 'waiting';
    await putInLane(tx, found.value, to);
    await record(tx, actor, 'comment.put-back', commentId, { to });
    return ok(null);
  });
}

/** The comment, if this person may move it between the piles and it is still what was read. */
async function waitingFor(
  tx: Tx,
  actor: Actor,
  { commentId, revisionId }: { commentId: string; revisionId: string },
): Promise<Result<CommentRow>> {
  const found = await commentFor(tx, actor, 'set aside', commentId);
  if (!found.ok) return found;
  const { state, latestRevisionId } = found.value;
  if (state !== 'waiting') return refuse('illegal', 'Somebody has decided about it already.');
  return latestRevisionId === revisionId ? found : refuse('conflict', CHANGED);
}

/** False if it lies there already, or was moved or changed meanwhile. */
async function putInLane(
  tx: Tx,
  { id, latestRevisionId }: CommentRow,
  lane: CommentRow['lane'],
): Promise<boolean> {
  const moved = await tx
    .update(comments)
    .set({ lane })
    .where(
      and(
        eq(comments.id, id),
        eq(comments.state, 'waiting'),
        eq(comments.latestRevisionId, latestRevisionId),
        ne(comments.lane, lane),
      ),
    )
    .returning({ id: comments.id });
  return moved.length > 0;
}

async function isSpam(from: Reader, { latestRevisionId }: CommentRow): Promise<boolean> {
  const [verdict] = await from
    .select({ phase: screenings.phase })
    .from(screenings)
    .where(and(eq(screenings.revisionId, latestRevisionId), eq(screenings.outcome, 'spam')))
    .limit(1);
  return verdict !== undefined;
}

async function record(
  tx: Tx,
  actor: Actor,
  act: string,
  thingId: string,
  payload: Record<string, unknown>,
): Promise<void> {
  await recordAudit(tx, { actor: actorName(actor), act, noun: 'comment', thingId, payload });
}

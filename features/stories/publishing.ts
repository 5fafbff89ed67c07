import { and, eq, isNull } from 'drizzle-orm';
import { approvals, submissions } from '#db/schema/decisions.ts';
import { type Actor, actorName } from '#features/people/actor.ts';
import { PublishInput, WithdrawInput } from '#features/stories/input.ts';
import { hindrance } from '#features/stories/internal/checking.ts';
import { closeSubmission, move, notNewest, type Ready } from '#features/stories/internal/moving.ts';
import { makeLive, takeAway } from '#features/stories/internal/showing.ts';
import { now } from '#lib/clock.ts';
import { newId } from '#lib/ids.ts';
import { incorrect, ok, type Result } from '#lib/result.ts';
import { fieldErrors } from '#lib/text.ts';

/** "Please look at this revision." An older open submission of the story gives way to it. */
export function submitStory(actor: Actor, input: unknown): Promise<Result<null>> {
  return move(actor, 'submit', input, async (ready) => {
    const stale = notNewest(ready);
    if (stale) return stale;
    await closeSubmission(ready, actor, 'taken back');
    await ready.tx.insert(submissions).values({
      id: newId(),
      storyId: ready.loaded.story.id,
      revisionId: ready.revision.id,
      madeBy: actorName(actor),
      madeAt: now(),
      note: ready.note,
    });
    return ok(null);
  });
}

/** The writer takes a submission back. */
export function takeBackStory(actor: Actor, input: unknown): Promise<Result<null>> {
  return move(actor, 'take back', input, async (ready) => {
    await closeSubmission(ready, actor, 'taken back');
    return ok(null);
  });
}

/** The editor gives a submission back to the writer, with a note. */
export function returnStory(actor: Actor, input: unknown): Promise<Result<null>> {
  return move(actor, 'return', input, async (ready) => {
    await closeSubmission(ready, actor, 'returned');
    return ok(null);
  });
}

/** "This revision may go out." Only this one: a later save is not covered. */
export function approveStory(actor: Actor, input: unknown): Promise<Result<null>> {
  return move(actor, 'approve', input, async (ready) => {
    const stale = notNewest(ready);
    if (stale) return stale;
    await closeSubmission(ready, actor, 'approved');
    await ready.tx.insert(approvals).values({
      id: newId(),
      storyId: ready.loaded.story.id,
      revisionId: ready.revision.id,
      madeBy: actorName(actor),
      madeAt: now(),
    });
    return ok(null);
  });
}

/** An editor thinks better of it. What is scheduled stays so: that has a decision of its own. */
export function takeApprovalBack(actor: Actor, input: unknown): Promise<Result<null>> {
  return move(actor, 'take approval back', input, async ({ tx, loaded }) => {
    await tx
      .update(approvals)
      .set({ revokedAt: now(), revokedBy: actorName(actor) })
      .where(and(eq(approvals.storyId, loaded.story.id), isNull(approvals.revokedAt)));
    return ok(null);
  });
}

/** Puts a revision before readers, in place of what they saw. The answer is its address. */
export async function publishStory(
  actor: Actor,
  input: unknown,
): Promise<Result<{ path: string }>> {
  const parsed = PublishInput.safeParse(input);
  if (!parsed.success) {
    return incorrect(fieldErrors(parsed.error));
  }
  const { reasons } = parsed.data;
  const work = async (ready: Ready) => {
    const hindered = notNewest(ready) ?? (await hindrance(ready, actor, reasons));
    return hindered ?? makeLive(ready, actor);
  };
  return move(actor, 'publish', input, work, reasons.length > 0 ? { reasons } : {});
}

/**
 * Takes a story away from readers: its addresses answer 410 from now on. What is said to them about it
 * stands with the corrections.
 */
export async function withdrawStory(actor: Actor, input: unknown): Promise<Result<null>> {
  const parsed = WithdrawInput.safeParse(input);
  if (!parsed.success) {
    return incorrect(fieldErrors(parsed.error));
  }
  const { said } = parsed.data;
  const work = async (ready: Ready) => {
    await takeAway(ready, actor, said);
    return ok(null);
  };
  return move(actor, 'withdraw', input, work, said ? { said } : {});
}

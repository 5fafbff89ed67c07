import { and, eq, isNull } from 'drizzle-orm';
import { recordAudit } from '#db/audit.ts';
import { schedules } from '#db/schema/decisions.ts';
import { revisions } from '#db/schema/stories.ts';
import { transaction } from '#db/store.ts';
import { type Actor, actorName } from '#features/people/actor.ts';
import { MomentInput } from '#features/stories/input.ts';
import { hindrance } from '#features/stories/internal/checking.ts';
import { loadForChange } from '#features/stories/internal/facts.ts';
import { move, notNewest, type Ready } from '#features/stories/internal/moving.ts';
import { cancelSchedules, makeLive, takeAway } from '#features/stories/internal/showing.ts';
import { isHeldUp } from '#features/stories/lifecycle.ts';
import { now } from '#lib/clock.ts';
import { newId } from '#lib/ids.ts';
import { incorrect, ok, type Refusal, type Result, refuse } from '#lib/result.ts';
import { fieldErrors } from '#lib/text.ts';

type Act = 'publish' | 'replace' | 'withdraw';

/**
 * Decides now that a revision goes out at a later moment: a story that readers do not have yet, or a
 * change to one that they have. The clock does it (see jobs.ts).
 */
export function scheduleStory(actor: Actor, input: unknown): Promise<Result<null>> {
  return planned(actor, 'schedule', input, async (ready, { at, reasons }) => {
    const { facts } = ready.loaded;
    const stale = notNewest(ready);
    if (stale) return stale;
    if (facts.embargoUntil && at < facts.embargoUntil) {
      return wrongMoment('The embargo ends later than that.');
    }
    if (facts.takeDownAt && at >= facts.takeDownAt) {
      return wrongMoment('The story is taken down before that.');
    }
    const hindered = await hindrance(ready, actor, reasons);
    return hindered ?? (facts.live ? 'replace' : 'publish');
  });
}

/** Decides now that readers lose the story at a later moment. */
export function scheduleTakeDown(actor: Actor, input: unknown): Promise<Result<null>> {
  return planned(actor, 'take down', input, async ({ loaded }, { at }) => {
    const { schedule } = loaded.facts;
    if (schedule && at <= schedule.at) {
      return wrongMoment('It is to be published later than that.');
    }
    return 'withdraw';
  });
}

async function planned(
  actor: Actor,
  act: 'schedule' | 'take down',
  input: unknown,
  decide: (ready: Ready, planned: MomentInput) => Promise<Act | Refusal>,
): Promise<Result<null>> {
  const parsed = MomentInput.safeParse(input);
  if (!parsed.success) {
    return incorrect(fieldErrors(parsed.error));
  }
  const { at, reasons } = parsed.data;
  const work = async (ready: Ready) => {
    if (at <= now()) return wrongMoment('That moment has passed.');
    const decided = await decide(ready, parsed.data);
    if (typeof decided !== 'string') return decided;
    await ready.tx.insert(schedules).values({
      id: newId(),
      storyId: ready.loaded.story.id,
      revisionId: ready.revision.id,
      act: decided,
      at,
      madeBy: actorName(actor),
      madeAt: now(),
      note: ready.note,
    });
    return ok(null);
  };
  return move(actor, act, input, work, {
    at: at.toISOString(),
    ...(reasons.length > 0 ? { reasons } : {}),
  });
}

function wrongMoment(why: string): Refusal {
  return refuse('invalid', why, { at: why });
}

/** Takes back the decision that a revision goes out later. A take-down that is planned stays. */
export function cancelSchedule(actor: Actor, input: unknown): Promise<Result<null>> {
  return move(actor, 'cancel schedule', input, async (ready) => {
    await cancelSchedules(ready, actor, ['publish', 'replace']);
    // A take-down of what never comes out would wait for ever.
    if (!ready.loaded.facts.live) await cancelSchedules(ready, actor, ['withdraw']);
    return ok(null);
  });
}

/** Readers keep the story after all. */
export function cancelTakeDown(actor: Actor, input: unknown): Promise<Result<null>> {
  return move(actor, 'cancel take down', input, async (ready) => {
    await cancelSchedules(ready, actor, ['withdraw']);
    return ok(null);
  });
}

/**
 * Carries out one schedule whose moment has come, with the revision that it names. What hinders it
 * (a hold, an embargo) leaves it waiting; what is done already closes it.
 */
export function runSchedule(actor: Actor, scheduleId: string): Promise<'done' | 'waiting'> {
  return transaction(async (tx) => {
    const [due] = await tx.select().from(schedules).where(eq(schedules.id, scheduleId));
    if (!due) return 'waiting';
    const loaded = await loadForChange(tx, due.storyId, actor);
    const [revision] = await tx.select().from(revisions).where(eq(revisions.id, due.revisionId));
    if (!loaded || !revision) throw new Error(`schedule ${scheduleId} names what is not there`);
    const { facts } = loaded;
    if (due.at > now() || revision.redactedAt || isHeldUp(facts, due.act, now())) return 'waiting';
    const claimed = await tx
      .update(schedules)
      .set({ doneAt: now() })
      .where(
        and(eq(schedules.id, scheduleId), isNull(schedules.doneAt), isNull(schedules.cancelledAt)),
      )
      .returning({ id: schedules.id });
    if (claimed.length === 0) return 'waiting';
    const ready = { tx, loaded, revision, note: due.note };
    if (due.act !== 'withdraw') {
      if (facts.live?.revisionId !== revision.id) {
        const result = await makeLive(ready, actor, 'number');
        if (!result.ok) throw new Error(`schedule ${scheduleId}: ${result.code}`);
      }
    } else if (facts.live) await takeAway(ready, actor);
    // After a pause of the whole site its time is over before it began.
    else await cancelSchedules(ready, actor, ['publish', 'replace']);
    await recordAudit(tx, {
      actor: actorName(actor),
      act: `story.${due.act}`,
      noun: 'story',
      thingId: due.storyId,
      payload: { revisionId: revision.id, scheduleId, decidedBy: due.madeBy },
    });
    return 'done';
  });
}

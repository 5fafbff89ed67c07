import { and, eq, isNull } from 'drizzle-orm';
import { recordAudit } from '#db/audit.ts';
import { emit, touch } from '#db/outbox.ts';
import { approvals, schedules, submissions } from '#db/schema/decisions.ts';
import { publications, revisions, stories } from '#db/schema/stories.ts';
import { type Tx, transaction } from '#db/store.ts';
import { claimPath, ownerOf, releasePaths } from '#features/paths/commands.ts';
import { type Actor, actorName } from '#features/people/actor.ts';
import { sectionById } from '#features/sections/queries.ts';
import { notThere } from '#features/stories/commands.ts';
import { MoveInput, ScheduleInput } from '#features/stories/input.ts';
import { contentOf, publicPart } from '#features/stories/internal/content.ts';
import { type Loaded, loadForChange, type RevisionRow } from '#features/stories/internal/facts.ts';
import { putLive, takeLive } from '#features/stories/internal/live.ts';
import { type Move, obstacle } from '#features/stories/lifecycle.ts';
import { can } from '#features/stories/policy.ts';
import { now } from '#lib/clock.ts';
import { newId } from '#lib/ids.ts';
import { storyPath } from '#lib/paths.ts';
import { incorrect, ok, type Refusal, type Result, refuse } from '#lib/result.ts';
import { fieldErrors } from '#lib/text.ts';

type Ready = { tx: Tx; loaded: Loaded; revision: RevisionRow; note: string };

/** What every move does first: find, authorize, parse, check that it names the newest text. */
async function move<T>(
  actor: Actor,
  act: Move,
  input: unknown,
  work: (ready: Ready) => Promise<Result<T>>,
): Promise<Result<T>> {
  const parsed = MoveInput.safeParse(input);
  if (!parsed.success) {
    return incorrect(fieldErrors(parsed.error));
  }
  const { storyId, revisionId, note } = parsed.data;
  return transaction(async (tx) => {
    const loaded = await loadForChange(tx, storyId, actor);
    if (!loaded || !can(actor, 'see', loaded.policy).ok) return notThere();
    const verdict = can(actor, act, loaded.policy);
    if (!verdict.ok) return refuse('forbidden', verdict.why);
    const hindered = obstacle(act, loaded.facts, now());
    if (hindered) return refuse('illegal', hindered);
    const [revision] = await tx
      .select()
      .from(revisions)
      .where(and(eq(revisions.id, revisionId), eq(revisions.storyId, storyId)));
    if (!revision) return refuse('missing', 'There is no such revision of this story.');
    const result = await work({ tx, loaded, revision, note });
    if (result.ok) {
      await recordAudit(tx, {
        actor: actorName(actor),
        act: `story.${act.replace(' ', '-')}`,
        noun: 'story',
        thingId: storyId,
        payload: { revisionId, note },
      });
    }
    return result;
  });
}

/** The text that the person saw must be the text that is decided on. */
function notNewest({ loaded, revision }: Ready): Refusal | null {
  if (revision.id === loaded.head.id) return null;
  const { number } = loaded.head;
  return refuse('conflict', `The text has changed since: revision ${number} is the newest now.`);
}

async function closeSubmission(
  { tx, loaded, note }: Ready,
  actor: Actor,
  outcome: 'approved' | 'returned' | 'taken back' | 'published',
): Promise<void> {
  await tx
    .update(submissions)
    .set({ closedAt: now(), closedBy: actorName(actor), outcome, answer: note })
    .where(and(eq(submissions.storyId, loaded.story.id), isNull(submissions.closedAt)));
}

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

/** Puts a revision before readers, in place of what they saw. The answer is its address. */
export function publishStory(actor: Actor, input: unknown): Promise<Result<{ path: string }>> {
  return move(actor, 'publish', input, async (ready) => {
    const stale = notNewest(ready);
    return stale ?? makeLive(ready, actor);
  });
}

async function makeLive(ready: Ready, actor: Actor): Promise<Result<{ path: string }>> {
  const { tx, loaded, revision } = ready;
  const { story } = loaded;
  const section = await sectionById(tx, story.sectionId);
  if (!section) throw new Error(`no section ${story.sectionId}`);
  const path = storyPath(section.slug, story.slug);
  const owner = await ownerOf(tx, path);
  if (owner && owner.thingId !== story.id) {
    const why = 'Another story has, or had, this address: give this one another slug.';
    return refuse('conflict', why, { slug: why });
  }
  const at = now();
  const before = await endPublication(ready, actor, 'replaced');
  await tx.insert(publications).values({
    id: newId(),
    storyId: story.id,
    revisionId: revision.id,
    startedAt: at,
    startedBy: actorName(actor),
    reason: ready.note,
    openFor: story.id,
  });
  const textChanged = before !== null && (await readsDifferently(tx, before, revision));
  const [shown] = await tx
    .update(stories)
    .set({
      firstPublishedAt: story.firstPublishedAt ?? at,
      updatedAt: textChanged ? at : story.updatedAt,
    })
    .where(eq(stories.id, story.id))
    .returning();
  if (!shown) throw new Error(`story ${story.id} vanished`);
  await closeSubmission(ready, actor, 'published');
  await cancelSchedules(ready, actor);
  await claimPath(tx, path, { noun: 'story', thingId: story.id });
  await touch(tx, await putLive(tx, shown, revision));
  await emit(tx, { kind: 'story.live', payload: { storyId: story.id } });
  return ok({ path });
}

/** Closes the open row of the publication log; returns the revision that readers saw until now. */
async function endPublication(
  { tx, loaded, note }: Ready,
  actor: Actor,
  endedAs: 'replaced' | 'withdrawn',
): Promise<string | null> {
  const [ended] = await tx
    .update(publications)
    .set({
      endedAt: now(),
      endedBy: actorName(actor),
      endedAs,
      openFor: null,
      ...(endedAs === 'withdrawn' ? { reason: note } : {}),
    })
    .where(eq(publications.openFor, loaded.story.id))
    .returning({ revisionId: publications.revisionId });
  return ended?.revisionId ?? null;
}

async function readsDifferently(tx: Tx, beforeId: string, after: RevisionRow): Promise<boolean> {
  const [before] = await tx.select().from(revisions).where(eq(revisions.id, beforeId));
  if (!before) throw new Error(`no revision ${beforeId}`);
  const [was, is] = [await contentOf(tx, before), await contentOf(tx, after)];
  return JSON.stringify(publicPart(was)) !== JSON.stringify(publicPart(is));
}

async function cancelSchedules({ tx, loaded }: Ready, actor: Actor): Promise<void> {
  await tx
    .update(schedules)
    .set({ cancelledAt: now(), cancelledBy: actorName(actor) })
    .where(
      and(
        eq(schedules.storyId, loaded.story.id),
        isNull(schedules.doneAt),
        isNull(schedules.cancelledAt),
      ),
    );
}

/** Takes a story away from readers: its addresses answer 410 from now on. */
export function withdrawStory(actor: Actor, input: unknown): Promise<Result<null>> {
  return move(actor, 'withdraw', input, async (ready) => {
    await withdraw(ready, actor);
    return ok(null);
  });
}

async function withdraw(ready: Ready, actor: Actor): Promise<void> {
  const { tx, loaded } = ready;
  const { id } = loaded.story;
  await endPublication(ready, actor, 'withdrawn');
  await cancelSchedules(ready, actor);
  await releasePaths(tx, { noun: 'story', thingId: id });
  await touch(tx, await takeLive(tx, id));
  await emit(tx, { kind: 'story.gone', payload: { storyId: id } });
}

/** Decides now what happens to a revision at a later moment; the clock does it (see jobs.ts). */
export async function scheduleStory(actor: Actor, input: unknown): Promise<Result<null>> {
  const parsed = ScheduleInput.safeParse(input);
  if (!parsed.success) {
    return incorrect(fieldErrors(parsed.error));
  }
  const { act, at } = parsed.data;
  return move(actor, 'schedule', input, async (ready) => {
    if (at <= now()) {
      const why = 'That moment has passed.';
      return refuse('invalid', why, { at: why });
    }
    const { embargoUntil } = ready.loaded.facts;
    if (act !== 'withdraw' && embargoUntil && at < embargoUntil) {
      const why = 'The embargo ends later than that.';
      return refuse('invalid', why, { at: why });
    }
    const stale = notNewest(ready);
    if (stale) return stale;
    await ready.tx.insert(schedules).values({
      id: newId(),
      storyId: ready.loaded.story.id,
      revisionId: ready.revision.id,
      act,
      at,
      madeBy: actorName(actor),
      madeAt: now(),
    });
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
    if (!due || due.doneAt || due.cancelledAt || due.at > now()) return 'waiting';
    const loaded = await loadForChange(tx, due.storyId, actor);
    const [revision] = await tx.select().from(revisions).where(eq(revisions.id, due.revisionId));
    if (!loaded || !revision) throw new Error(`schedule ${scheduleId} names what is not there`);
    const { facts } = loaded;
    if (facts.hold) return 'waiting';
    if (due.act !== 'withdraw' && facts.embargoUntil && facts.embargoUntil > now())
      return 'waiting';
    const claimed = await tx
      .update(schedules)
      .set({ doneAt: now() })
      .where(and(eq(schedules.id, scheduleId), isNull(schedules.doneAt)))
      .returning({ id: schedules.id });
    if (claimed.length === 0) return 'waiting';
    const ready = { tx, loaded, revision, note: `scheduled by ${due.madeBy}` };
    if (due.act === 'withdraw') {
      if (facts.live) await withdraw(ready, actor);
    } else if (facts.live?.revisionId !== revision.id) {
      const result = await makeLive(ready, actor);
      if (!result.ok) throw new Error(`schedule ${scheduleId}: ${result.code}`);
    }
    await recordAudit(tx, {
      actor: actorName(actor),
      act: `story.${due.act}`,
      noun: 'story',
      thingId: due.storyId,
      payload: { revisionId: revision.id, scheduleId },
    });
    return 'done';
  });
}

/** Takes back a decision about a later moment. */
export function cancelSchedule(actor: Actor, storyId: string): Promise<Result<null>> {
  return transaction(async (tx) => {
    const loaded = await loadForChange(tx, storyId, actor);
    if (!loaded || !can(actor, 'see', loaded.policy).ok) return notThere();
    const verdict = can(actor, 'schedule', loaded.policy);
    if (!verdict.ok) return refuse('forbidden', verdict.why);
    if (!loaded.facts.schedule) return refuse('illegal', 'Nothing is scheduled.');
    await cancelSchedules({ tx, loaded, revision: loaded.head, note: '' }, actor);
    await recordAudit(tx, {
      actor: actorName(actor),
      act: 'story.cancel-schedule',
      noun: 'story',
      thingId: storyId,
    });
    return ok(null);
  });
}

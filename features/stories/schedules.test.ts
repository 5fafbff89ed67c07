import { asc, eq } from 'drizzle-orm';
import fc from 'fast-check';
import { beforeEach, expect, test } from 'vitest';
import { embargoes, holds } from '#db/schema/decisions.ts';
import { live } from '#db/schema/readers.ts';
import { publications, stories } from '#db/schema/stories.ts';
import { read, transaction } from '#db/store.ts';
import { lookUp } from '#features/paths/queries.ts';
import { system } from '#features/people/actor.ts';
import type { Saved } from '#features/stories/commands.ts';
import { saveStory } from '#features/stories/commands.ts';
import { editorView } from '#features/stories/desk.ts';
import { liftEmbargo, setEmbargo } from '#features/stories/embargoes.ts';
import { nextDue, publishDue } from '#features/stories/jobs.ts';
import { plannedStories } from '#features/stories/planned.ts';
import { publishStory, withdrawStory } from '#features/stories/publishing.ts';
import { storyAt } from '#features/stories/queries.ts';
import {
  cancelSchedule,
  cancelTakeDown,
  scheduleStory,
  scheduleTakeDown,
} from '#features/stories/schedules.ts';
import { newId } from '#lib/ids.ts';
import { holdClock } from '#tests/fixtures.ts';
import { draft, member, publish, rewrite, section } from '#tests/newsroom.ts';
import { good } from '#tests/results.ts';
import { wipe } from '#tests/wipe.ts';

const MINUTE = 60_000;
const DESK = system('test');
let clock = holdClock();
beforeEach(async () => {
  clock = holdClock();
  await wipe();
});

function inMinutes(minutes: number): Date {
  return new Date(clock.at.getTime() + minutes * MINUTE);
}

async function headlineNow(storyId: string): Promise<string | null> {
  const [row] = await read.select().from(live).where(eq(live.storyId, storyId));
  return row?.headline ?? null;
}

async function log(storyId: string) {
  return read
    .select({ revisionId: publications.revisionId, endedAs: publications.endedAs })
    .from(publications)
    .where(eq(publications.storyId, storyId))
    .orderBy(asc(publications.startedAt));
}

test('a schedule publishes the revision that it names, at its moment and once', async () => {
  const { id } = await section();
  const decided = await draft(id, { headline: 'As decided' });
  good(await scheduleStory(DESK, { ...decided, at: inMinutes(60) }));
  await rewrite(decided, id, { headline: 'Written later' });
  expect(await publishDue()).toBe(0);
  expect(await log(decided.storyId)).toEqual([]);
  clock.forward(60 * MINUTE);
  const done = await Promise.all([publishDue(), publishDue()]);
  expect(done.sort()).toEqual([0, 1]);
  expect(await headlineNow(decided.storyId)).toBe('As decided');
  expect(await publishDue()).toBe(0);
});

test('a change to a published story takes its place at its moment, and not a word before', async () => {
  const { id } = await section();
  const first = await draft(id, { headline: 'First' });
  const path = await publish(first);
  const second = await rewrite(first, id, { headline: 'Second' });
  good(await scheduleStory(DESK, { ...second, at: inMinutes(60) }));
  await rewrite(second, id, { headline: 'Third' });
  clock.forward(59 * MINUTE);
  expect(await publishDue()).toBe(0);
  expect(await storyAt(path)).toMatchObject({ headline: 'First', updatedAt: null });
  clock.forward(MINUTE);
  expect(await publishDue()).toBe(1);
  expect(await storyAt(path)).toMatchObject({ headline: 'Second', updatedAt: clock.at });
});

test('a story is taken down at its moment, with the reason that was given', async () => {
  const { id } = await section();
  const story = await draft(id);
  const path = await publish(story);
  good(await scheduleTakeDown(DESK, { ...story, at: inMinutes(30), note: 'a licence ends' }));
  clock.forward(30 * MINUTE);
  expect(await publishDue()).toBe(1);
  expect(await lookUp(path)).toMatchObject({ state: 'gone' });
  const [row] = await read
    .select()
    .from(publications)
    .where(eq(publications.storyId, story.storyId));
  expect(row).toMatchObject({ endedAs: 'withdrawn', reason: 'a licence ends' });
});

test('what is published by hand meanwhile is not overwritten by an older plan; the take-down stays', async () => {
  const { id } = await section();
  const first = await draft(id);
  await publish(first);
  const second = await rewrite(first, id, { headline: 'Planned' });
  good(await scheduleStory(DESK, { ...second, at: inMinutes(60) }));
  good(await scheduleTakeDown(DESK, { ...second, at: inMinutes(90) }));
  const third = await rewrite(second, id, { headline: 'Corrected in haste' });
  await publish(third);
  clock.forward(60 * MINUTE);
  expect(await publishDue()).toBe(0);
  expect(await headlineNow(first.storyId)).toBe('Corrected in haste');
  clock.forward(30 * MINUTE);
  expect(await publishDue()).toBe(1);
  expect(await headlineNow(first.storyId)).toBeNull();
});

test('what is withdrawn does not come back by an old plan', async () => {
  const { id } = await section();
  const first = await draft(id);
  await publish(first);
  const second = await rewrite(first, id, {});
  good(await scheduleStory(DESK, { ...second, at: inMinutes(60) }));
  good(await withdrawStory(DESK, { ...second, note: 'wrong' }));
  clock.forward(120 * MINUTE);
  expect(await publishDue()).toBe(0);
  expect(await headlineNow(first.storyId)).toBeNull();
});

test('after a long pause nothing appears whose time is over already', async () => {
  const { id } = await section();
  const story = await draft(id);
  good(await scheduleStory(DESK, { ...story, at: inMinutes(10) }));
  good(await scheduleTakeDown(DESK, { ...story, at: inMinutes(20) }));
  clock.forward(300 * MINUTE);
  await publishDue();
  await publishDue();
  expect(await log(story.storyId)).toEqual([]);
});

test('what cannot be carried out is said, and holds up nothing else', async () => {
  const { id } = await section();
  const [broken, fine] = [await draft(id), await draft(id, { headline: 'Fine' })];
  good(await scheduleStory(DESK, { ...broken, at: inMinutes(10) }));
  good(await scheduleStory(DESK, { ...fine, at: inMinutes(11) }));
  await transaction(async (tx) => {
    await tx.update(stories).set({ language: 'n' }).where(eq(stories.id, broken.storyId));
  });
  clock.forward(20 * MINUTE);
  await expect(publishDue()).rejects.toThrow('1 schedules');
  expect(await headlineNow(fine.storyId)).toBe('Fine');
  await transaction(async (tx) => {
    await tx.update(stories).set({ language: 'en' }).where(eq(stories.id, broken.storyId));
  });
  expect(await publishDue()).toBe(1);
});

test('a moment that has passed, before the embargo’s end, or after the take-down is refused at its field', async () => {
  const { id } = await section();
  const story = await draft(id);
  const past = await scheduleStory(DESK, { ...story, at: clock.at });
  expect(past).toMatchObject({ code: 'invalid', fields: { at: 'That moment has passed.' } });
  good(await setEmbargo(DESK, { ...story, at: inMinutes(60) }));
  const early = await scheduleStory(DESK, { ...story, at: inMinutes(59) });
  expect(early).toMatchObject({
    code: 'invalid',
    fields: { at: expect.stringMatching(/embargo/) },
  });
  good(await scheduleStory(DESK, { ...story, at: inMinutes(60) }));
  const before = await scheduleTakeDown(DESK, { ...story, at: inMinutes(60) });
  expect(before).toMatchObject({ code: 'invalid', fields: { at: expect.any(String) } });
  expect(await scheduleStory(DESK, { ...story, at: 'tomorrow' })).toMatchObject({
    code: 'invalid',
    fields: { at: 'Please give a date and a time.' },
  });
});

test('a schedule waits for an embargo and a hold, and nothing is public before', async () => {
  const { id } = await section();
  const story = await draft(id);
  const { storyId, revisionId } = story;
  good(await scheduleStory(DESK, { ...story, at: inMinutes(30) }));
  good(await setEmbargo(DESK, { ...story, at: inMinutes(60) }));
  const hold = { id: newId(), storyId, revisionId, madeBy: 'test', madeAt: clock.at };
  await transaction(async (tx) => {
    await tx.insert(holds).values({ ...hold, reason: 'the lawyer reads' });
  });
  expect(await nextDue()).toEqual(inMinutes(30));
  clock.forward(45 * MINUTE);
  expect(await publishDue()).toBe(0);
  expect(await nextDue()).toEqual(inMinutes(15));
  clock.forward(15 * MINUTE);
  expect(await publishDue()).toBe(0);
  await transaction(async (tx) => {
    await tx.update(holds).set({ liftedAt: clock.at }).where(eq(holds.storyId, storyId));
  });
  expect(await publishDue()).toBe(1);
});

test('an embargo that is lifted lets out what waited for its end', async () => {
  const { id } = await section();
  const story = await draft(id);
  good(await scheduleStory(DESK, { ...story, at: inMinutes(10) }));
  good(await setEmbargo(DESK, { ...story, at: inMinutes(60) }));
  clock.forward(20 * MINUTE);
  expect(await publishDue()).toBe(0);
  good(await liftEmbargo(DESK, story));
  expect(await publishDue()).toBe(1);
});

test('a writer may bind a story and bind it longer; only an editor lets it go sooner', async () => {
  const { id } = await section();
  const reporter = await member('reporter');
  const story = await draft(id, {}, reporter);
  good(await setEmbargo(reporter, { ...story, at: inMinutes(60) }));
  good(await setEmbargo(reporter, { ...story, at: inMinutes(90) }));
  expect(await setEmbargo(reporter, { ...story, at: inMinutes(30) })).toMatchObject({
    code: 'forbidden',
  });
  expect(await liftEmbargo(reporter, story)).toMatchObject({ code: 'forbidden' });
  good(await setEmbargo(await member('editor'), { ...story, at: inMinutes(30) }));
  expect((await good(await editorView(DESK, story.storyId))).plans.embargo?.until).toEqual(
    inMinutes(30),
  );
});

test('a live story under embargo keeps its text, its address and its kind until then', async () => {
  const { id } = await section();
  const first = await draft(id, { headline: 'Known' });
  await publish(first);
  good(await setEmbargo(DESK, { ...first, at: inMinutes(60) }));
  const second = await rewrite(first, id, { headline: 'Secret' });
  expect(await publishStory(DESK, second)).toMatchObject({ code: 'illegal' });
  const moved = { storyId: first.storyId, basedOn: second.revisionId, sectionId: id };
  const said = { headline: 'Secret', body: { type: 'doc', content: [] } };
  expect(await saveStory(DESK, { ...moved, ...said, slug: 'the-secret' })).toMatchObject({
    code: 'illegal',
  });
  expect(
    await saveStory(DESK, { ...moved, ...said, slug: first.slug, kind: 'opinion' }),
  ).toMatchObject({ code: 'illegal' });
  clock.forward(60 * MINUTE);
  await publish(second);
});

test('plans are taken back, each by itself', async () => {
  const { id } = await section();
  const story = await draft(id);
  expect(await cancelSchedule(DESK, story)).toMatchObject({ code: 'illegal' });
  await publish(story);
  const next = await rewrite(story, id, {});
  good(await scheduleStory(DESK, { ...next, at: inMinutes(10) }));
  good(await scheduleTakeDown(DESK, { ...next, at: inMinutes(20) }));
  good(await cancelSchedule(DESK, next));
  good(await cancelTakeDown(DESK, next));
  clock.forward(60 * MINUTE);
  expect(await publishDue()).toBe(0);
});

test('the schedule lists what is to come, soonest first, to those who may see the stories', async () => {
  const { id } = await section();
  const other = await section();
  const [first, second] = [await draft(id, { headline: 'A' }), await draft(id, { headline: 'B' })];
  await publish(second);
  good(await scheduleStory(DESK, { ...first, at: inMinutes(20) }));
  good(await setEmbargo(DESK, { ...first, at: inMinutes(30) }));
  good(await scheduleTakeDown(DESK, { ...second, at: inMinutes(10) }));
  const rows = good(await plannedStories(await member('editor', id)));
  expect(rows.map(({ headline, what, heldUp }) => [headline, what, heldUp])).toEqual([
    ['B', 'taken down', null],
    ['A', 'published', 'embargo'],
    ['A', 'embargo ends', null],
  ]);
  expect(good(await plannedStories(await member('editor', other.id)))).toEqual([]);
  expect(await plannedStories({ type: 'visitor' })).toMatchObject({ code: 'forbidden' });
});

/** What people and the clock may do to one story, in any order. */
const ACTS = ['save', 'publish', 'schedule', 'take down', 'embargo', 'lift', 'wait', 'withdraw'];

test('whatever is done in whatever order, nothing went out during an embargo', async () => {
  const { id } = await section();
  const act = fc.record({
    kind: fc.constantFrom(...ACTS),
    minutes: fc.integer({ min: 1, max: 9 }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 6, maxLength: 24 }), async (acts) => {
      let story = await draft(id);
      for (const { kind, minutes } of acts) story = await perform(story, id, kind, minutes);
      const bound = await read.select().from(embargoes).where(eq(embargoes.storyId, story.storyId));
      const shown = await read
        .select()
        .from(publications)
        .where(eq(publications.storyId, story.storyId));
      for (const { startedAt } of shown) {
        for (const { madeAt, until, liftedAt } of bound) {
          const end = liftedAt && liftedAt < until ? liftedAt : until;
          expect(startedAt > madeAt && startedAt < end).toBe(false);
        }
      }
    }),
    { numRuns: 25 },
  );
}, 120_000);

async function perform(story: Saved, id: string, kind: string, minutes: number): Promise<Saved> {
  clock.forward(1);
  const planned = { ...story, at: inMinutes(minutes), note: 'planned' };
  if (kind === 'publish') await publishStory(DESK, story);
  if (kind === 'withdraw') await withdrawStory(DESK, { ...story, note: 'wrong' });
  if (kind === 'schedule') await scheduleStory(DESK, planned);
  if (kind === 'take down') await scheduleTakeDown(DESK, planned);
  if (kind === 'embargo') await setEmbargo(DESK, planned);
  if (kind === 'lift') await liftEmbargo(DESK, story);
  if (kind === 'save') return rewrite(story, id, { headline: `Headline ${newId()}` });
  if (kind === 'wait') {
    clock.forward(minutes * MINUTE);
    await publishDue();
  }
  return story;
}

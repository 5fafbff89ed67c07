import { eq } from 'drizzle-orm';
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { emit } from '#db/outbox.ts';
import { settings } from '#db/schema/site.ts';
import { publications } from '#db/schema/stories.ts';
import { read, transaction } from '#db/store.ts';
import { lookUp } from '#features/paths/queries.ts';
import { system } from '#features/people/actor.ts';
import { changeSection } from '#features/sections/commands.ts';
import { dayTag } from '#features/site/tags.ts';
import { scheduleStory } from '#features/stories/schedules.ts';
import { liveTag, sectionListTag, storyTag } from '#features/stories/tags.ts';
import { newId } from '#lib/ids.ts';
import { Ledger } from '#lib/ledger.ts';
import { storyPath } from '#lib/paths.ts';
import { forget } from '#lib/singleton.ts';
import { DueClock } from '#server/clock.ts';
import { Touches } from '#server/press/touches.ts';
import { holdClock } from '#tests/fixtures.ts';
import { draft, publish, section } from '#tests/newsroom.ts';
import { startChild } from '#tests/processes.ts';
import { good } from '#tests/results.ts';

const MINUTE = 60_000;
let clock: ReturnType<typeof holdClock>;
let ledger: Ledger;
let due: DueClock;

beforeEach(() => {
  forget('outbox');
  clock = holdClock();
  ledger = new Ledger();
  due = new DueClock(ledger, new Touches(ledger));
});

test('a scheduled story is published at its moment, and every page that shows it is made anew', async () => {
  const { id, slug } = await section();
  const story = await draft(id, { slug: 'scheduled' });
  const at = new Date(clock.at.getTime() + 30 * MINUTE);
  good(await scheduleStory(system('test'), { ...story, at }));
  await due.tick();
  expect(await lookUp(storyPath(slug, 'scheduled'))).toBeNull();
  const begun = ledger.generation;
  clock.forward(30 * MINUTE);
  await due.tick();
  expect(await lookUp(storyPath(slug, 'scheduled'))).toMatchObject({ state: 'here' });
  for (const tag of [liveTag(), sectionListTag(id)]) {
    expect(ledger.isStale([tag], begun), tag).toBe(true);
  }
});

test('what fell due while nothing ran is done when it runs again, and only once', async () => {
  const { id, slug } = await section();
  const story = await draft(id, { slug: 'overdue' });
  const at = new Date(clock.at.getTime() + 30 * MINUTE);
  good(await scheduleStory(system('test'), { ...story, at }));
  clock.forward(300 * MINUTE);
  const restarted = new DueClock(ledger, new Touches(ledger));
  restarted.start();
  onTestFinished(() => restarted.stop());
  await vi.waitFor(async () => expect(await lookUp(storyPath(slug, 'overdue'))).not.toBeNull(), {
    timeout: 10_000,
    interval: 5,
  });
  await due.tick();
  const log = await read
    .select({ startedAt: publications.startedAt })
    .from(publications)
    .where(eq(publications.storyId, story.storyId));
  expect(log).toEqual([{ startedAt: clock.at }]);
});

test('no publication waits for what is swept once a day', async () => {
  const { id, slug } = await section();
  const story = await draft(id, { slug: 'meanwhile' });
  const swept = Promise.withResolvers<void>();
  const sweeping = new DueClock(ledger, new Touches(ledger), () => swept.promise);
  onTestFinished(() => sweeping.stop());
  onTestFinished(() => swept.resolve());
  sweeping.start();
  good(
    await scheduleStory(system('test'), { ...story, at: new Date(clock.at.getTime() + MINUTE) }),
  );
  clock.forward(MINUTE);
  sweeping.wake();
  await vi.waitFor(async () => expect(await lookUp(storyPath(slug, 'meanwhile'))).not.toBeNull(), {
    timeout: 10_000,
    interval: 5,
  });
});

test('a section that got another address takes its stories along', async () => {
  const { id, slug } = await section();
  const story = await draft(id, { slug: 'talks' });
  await publish(story);
  const moved = `m-${newId()}`;
  good(await changeSection(system('test'), id, { name: 'Moved', slug: moved }));
  const begun = ledger.generation;
  await due.tick();
  expect(await lookUp(storyPath(slug, 'talks'))).toMatchObject({
    state: 'moved',
    target: storyPath(moved, 'talks'),
  });
  expect(ledger.isStale([storyTag(story.storyId)], begun)).toBe(true);
});

test('pages that say what day it is are made anew at midnight in the newsroom’s zone', async () => {
  await transaction(async (tx) => {
    await tx.insert(settings).values({ key: 'timeZone', value: 'Asia/Almaty' });
  });
  clock.at = new Date('2026-11-23T18:59:00Z');
  await due.tick();
  const begun = ledger.generation;
  await due.tick();
  expect(ledger.isStale([dayTag()], begun)).toBe(false);
  clock.forward(MINUTE);
  await due.tick();
  expect(ledger.isStale([dayTag()], begun)).toBe(true);
});

test('an event that cannot be handled does not hold up the others, and is tried again', async () => {
  const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  onTestFinished(() => said.mockRestore());
  const { id, slug } = await section();
  const story = await draft(id, { slug: 'next' });
  await transaction(async (tx) => {
    const broken = { kind: 'unheard of', payload: {} } as unknown as Parameters<typeof emit>[1];
    await emit(tx, broken);
  });
  await publish(story);
  const moved = `m-${newId()}`;
  good(await changeSection(system('test'), id, { name: 'Moved', slug: moved }));
  await due.tick();
  expect(await lookUp(storyPath(slug, 'next'))).toMatchObject({ state: 'moved' });
});

test('by itself it hears of what another process changed', async () => {
  due.start();
  onTestFinished(() => due.stop());
  const child = await startChild('command line');
  const begun = ledger.generation;
  await child.touch('story:elsewhere');
  await vi.waitFor(() => expect(ledger.isStale(['story:elsewhere'], begun)).toBe(true), {
    timeout: 10_000,
    interval: 5,
  });
});

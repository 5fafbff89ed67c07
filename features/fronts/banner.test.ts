import { eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { banners } from '#db/schema/fronts.ts';
import { read } from '#db/store.ts';
import { endBanner, setBanner } from '#features/fronts/commands.ts';
import { bannerEnd, endBannerDue } from '#features/fronts/jobs.ts';
import { breakingBanner } from '#features/fronts/queries.ts';
import { bannerTag } from '#features/fronts/tags.ts';
import { Ledger } from '#lib/ledger.ts';
import { DueClock } from '#server/clock.ts';
import { Touches } from '#server/press/touches.ts';
import { holdClock } from '#tests/fixtures.ts';
import { draft, member, publish, section, withdraw } from '#tests/newsroom.ts';
import { good } from '#tests/results.ts';

const HOUR = 3_600_000;
let clock: ReturnType<typeof holdClock>;

beforeEach(async () => {
  clock = holdClock();
  clock.forward(30 * 24 * HOUR);
  await endBannerDue();
  clock.at = new Date('2026-11-23T09:00:00.000Z');
});

const within = (hours: number) => new Date(clock.at.getTime() + hours * HOUR);

test('a banner is there at once and gone at its end to the second', async () => {
  good(await setBanner(await member('editor'), { text: 'A dam has burst', endsAt: within(1) }));
  expect(await breakingBanner()).toMatchObject({ text: 'A dam has burst', path: null });
  clock.forward(HOUR - 1);
  expect(await breakingBanner()).not.toBeNull();
  clock.forward(1);
  expect(await breakingBanner()).toBeNull();
});

test('at the end the clock makes every page anew, also when the end fell into a pause', async () => {
  const ledger = new Ledger();
  const due = new DueClock(ledger, new Touches(ledger));
  const { id } = good(
    await setBanner(await member('editor'), { text: 'Breaking', endsAt: within(1) }),
  );
  await due.tick();
  expect(await bannerEnd()).toEqual(within(1));
  const begun = ledger.generation;
  await due.tick();
  expect(ledger.isStale([bannerTag()], begun)).toBe(false);
  clock.forward(40 * HOUR);
  await due.tick();
  expect(ledger.isStale([bannerTag()], begun)).toBe(true);
  const [row] = await read.select().from(banners).where(eq(banners.id, id));
  expect(row).toMatchObject({ endedAt: clock.at, endedBy: 'system:end-banner' });
  const after = ledger.generation;
  await due.tick();
  expect(ledger.isStale([bannerTag()], after)).toBe(false);
});

test('it leads to its story while readers can read that', async () => {
  const story = await draft((await section()).id);
  const banner = { text: 'Breaking', storyId: story.storyId, endsAt: within(1) };
  good(await setBanner(await member('editor'), banner));
  expect(await breakingBanner()).toMatchObject({ path: null });
  const path = await publish(story);
  expect(await breakingBanner()).toMatchObject({ path });
  await withdraw(story);
  expect(await breakingBanner()).toMatchObject({ path: null });
});

test('a banner takes the place of the one that the editor saw, and of no other', async () => {
  const editor = await member('editor');
  const set = (text: string, instead: string | null) =>
    setBanner(editor, { text, endsAt: within(1), instead });
  const answers = await Promise.all([set('One', null), set('Two', null)]);
  expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
  const first = answers.find((answer) => answer.ok);
  if (!first?.ok) throw new Error('no banner');
  expect(await set('Three', null)).toMatchObject({ code: 'conflict' });
  const next = good(await set('Three', first.value.id));
  expect(await set('Four', first.value.id)).toMatchObject({ code: 'conflict' });
  expect(await breakingBanner()).toMatchObject({ text: 'Three' });
  good(await endBanner(editor, next.id));
  expect(await breakingBanner()).toBeNull();
  expect(await endBanner(editor, next.id)).toMatchObject({ code: 'illegal' });
});

test('after one has ended by itself, the next can be set before the clock has come by', async () => {
  const editor = await member('editor');
  good(await setBanner(editor, { text: 'One', endsAt: within(1) }));
  clock.forward(2 * HOUR);
  good(await setBanner(editor, { text: 'Two', endsAt: within(1) }));
  expect(await breakingBanner()).toMatchObject({ text: 'Two' });
});

test.each([
  ['endsAt', { text: 'Late', endsAt: '2026-11-23T08:59:59Z' }],
  ['endsAt', { text: 'For ever', endsAt: '2026-12-30T00:00:00Z' }],
  ['endsAt', { text: 'No end', endsAt: 'soon' }],
  ['text', { text: ' ', endsAt: '2026-11-23T10:00:00Z' }],
  ['text', { text: 'x'.repeat(141), endsAt: '2026-11-23T10:00:00Z' }],
  ['storyId', { text: 'Where', storyId: 'nothere', endsAt: '2026-11-23T10:00:00Z' }],
])('what is wrong with %s is said there', async (field, input) => {
  expect(await setBanner(await member('editor'), input)).toMatchObject({
    code: 'invalid',
    fields: { [field]: expect.any(String) },
  });
});

test('nobody but an editor of the whole site breaks news', async () => {
  const { id } = await section();
  for (const actor of [await member('editor', id), await member('reporter')]) {
    expect(await setBanner(actor, { text: 'Mine', endsAt: within(1) })).toMatchObject({
      code: 'forbidden',
    });
    expect(await endBanner(actor, 'any')).toMatchObject({ code: 'forbidden' });
  }
});

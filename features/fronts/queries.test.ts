import { beforeEach, expect, test } from 'vitest';
import { homeFront } from '#features/fronts/queries.ts';
import { holdClock } from '#tests/fixtures.ts';
import { draft, publish, section, withdraw } from '#tests/newsroom.ts';

let clock: ReturnType<typeof holdClock>;

beforeEach(() => {
  clock = holdClock();
});

async function published(sectionId: string, input: Record<string, unknown> = {}) {
  clock.forward(60_000);
  const saved = await draft(sectionId, input);
  await publish(saved);
  return saved;
}

async function shownIds(): Promise<string[]> {
  const { lead, seconds, bands } = await homeFront();
  const cards = [...(lead ? [lead] : []), ...seconds, ...bands.flatMap((band) => band.cards)];
  return cards.map((card) => card.id);
}

// One file, one newsroom: each test goes on from what the one before left.
test('before anything is published, there is a front and it says so', async () => {
  const { id } = await section();
  await draft(id);
  expect(await homeFront()).toEqual({ lead: null, seconds: [], bands: [] });
});

test('what was published stands on the front once; a draft and a withdrawn story do not', async () => {
  const world = await section();
  const science = await section();
  const stories = [];
  for (const place of [science, world, science, world, world, world])
    stories.push(await published(place.id));
  const hidden = await draft(world.id);
  const ids = await shownIds();
  expect([...ids].sort()).toEqual(stories.map((story) => story.storyId).sort());
  expect(ids).not.toContain(hidden.storyId);

  const [first] = stories;
  if (!first) throw new Error('nothing was published');
  await withdraw(first);
  expect(await shownIds()).toEqual(ids.filter((id) => id !== first.storyId));
});

test('a story and its translation are one story', async () => {
  const { id } = await section();
  const english = await published(id);
  const french = await published(id, { language: 'fr', translationOf: english.storyId });
  const ids = await shownIds();
  expect(ids).toContain(english.storyId);
  expect(ids).not.toContain(french.storyId);
});

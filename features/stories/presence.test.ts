import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { presences } from '#db/schema/writing.ts';
import { read } from '#db/store.ts';
import type { Staff } from '#features/people/actor.ts';
import { bePresent, leave } from '#features/stories/presence.ts';
import { newId } from '#lib/ids.ts';
import { holdClock } from '#tests/fixtures.ts';
import { draft, member, rewrite, section } from '#tests/newsroom.ts';
import { good } from '#tests/results.ts';

async function room() {
  const clock = holdClock();
  const { id: sectionId } = await section();
  const story = await draft(sectionId);
  const open = (person: Staff, field = 'body') => {
    const editor = { id: newId(), storyId: story.storyId, field };
    return {
      say: (now = field) => bePresent(person, { ...editor, field: now }),
      leave: () => leave(person, editor),
    };
  };
  return { clock, sectionId, story, open };
}

test('each sees who else is in the story, where, and since when', async () => {
  const { clock, open } = await room();
  const [ada, bob] = [await member('editor'), await member('editor')];
  const [hers, his] = [open(ada, 'headline'), open(bob, 'body')];
  const opened = clock.at.toISOString();
  expect(good(await hers.say()).others).toEqual([]);
  clock.forward(5_000);
  expect(good(await his.say()).others).toEqual([
    { id: expect.any(String), name: ada.name, field: 'headline', since: opened, you: false },
  ]);
  good(await hers.say('standfirst'));
  expect(good(await his.say()).others).toMatchObject([{ field: 'standfirst', since: opened }]);
});

test('whoever leaves is gone at once, and whoever vanishes is gone after some silence', async () => {
  const { clock, open, story } = await room();
  const [ada, bob, cy] = [await member('editor'), await member('editor'), await member('editor')];
  const [hers, his, mine] = [open(ada), open(bob), open(cy)];
  good(await hers.say());
  good(await his.say());
  expect(good(await mine.say()).others).toHaveLength(2);
  good(await hers.leave());
  expect(good(await mine.say()).others).toMatchObject([{ name: bob.name }]);
  clock.forward(12_000);
  expect(good(await mine.say()).others).toEqual([]);
  const rows = await read.select().from(presences).where(eq(presences.storyId, story.storyId));
  expect(rows).toHaveLength(1);
});

test('a second window of one’s own is said to be that', async () => {
  const { open } = await room();
  const ada = await member('editor');
  good(await open(ada).say());
  expect(good(await open(ada).say()).others).toMatchObject([{ name: ada.name, you: true }]);
});

test('whoever is there hears that a newer revision was saved, and by whom', async () => {
  const { open, story, sectionId } = await room();
  const [ada, bob] = [await member('editor'), await member('editor')];
  const hers = open(ada);
  expect(good(await hers.say()).newest.revisionId).toBe(story.revisionId);
  const saved = await rewrite(story, sectionId, { headline: 'Bob’s' }, bob);
  expect(good(await hers.say()).newest).toMatchObject({
    revisionId: saved.revisionId,
    number: 2,
    by: bob.name,
  });
});

test('whoever may not see a story does not hear who is in it, and nobody moves in for another', async () => {
  const { open, story } = await room();
  const [contributor, ada] = [await member('contributor'), await member('editor')];
  expect(await open(contributor).say()).toMatchObject({ code: 'missing' });
  const editor = { id: newId(), storyId: story.storyId, field: '' };
  good(await bePresent(ada, editor));
  const other = await member('editor');
  expect(await bePresent(other, editor)).toMatchObject({ code: 'missing' });
  good(await leave(other, editor));
  expect(good(await open(other).say()).others).toHaveLength(1);
});

test('a hundred open editors of one person are too many, and nonsense is refused', async () => {
  const { open } = await room();
  const ada = await member('editor');
  for (let n = 0; n < 50; n += 1) good(await open(ada).say());
  expect(await open(ada).say()).toMatchObject({ code: 'limited' });
  for (const wrong of [null, {}, { id: '../x', storyId: 's', field: '' }]) {
    expect(await bePresent(ada, wrong)).toMatchObject({ code: 'invalid' });
  }
  expect(await open(ada, '<script>').say()).toMatchObject({ code: 'invalid' });
});

import { asc, eq } from 'drizzle-orm';
import sharp from 'sharp';
import { beforeEach, expect, test } from 'vitest';
import { publications, revisions } from '#db/schema/stories.ts';
import { read } from '#db/store.ts';
import { addPicture, changePicture } from '#features/media/commands.ts';
import { system } from '#features/people/actor.ts';
import { editorView } from '#features/stories/desk.ts';
import { storyAt } from '#features/stories/queries.ts';
import { scheduleStory } from '#features/stories/schedules.ts';
import { replacePicture } from '#features/uses/commands.ts';
import { usesOf } from '#features/uses/queries.ts';
import { holdClock } from '#tests/fixtures.ts';
import { draft, member, paragraphs, publish, rewrite, section } from '#tests/newsroom.ts';
import { good } from '#tests/results.ts';

const desk = system('test');
let clock: ReturnType<typeof holdClock>;

beforeEach(() => {
  clock = holdClock();
});

async function picture(words = {}): Promise<string> {
  const bytes = await sharp({
    create: { width: 400, height: 300, channels: 3, background: '#246' },
  })
    .png()
    .toBuffer();
  return good(await addPicture(desk, { bytes, ...words })).id;
}

const use = (pictureId: string, words = {}) => ({
  pictureId,
  alt: '',
  caption: '',
  credit: '',
  ...words,
});

const gallery = (...ids: string[]) => ({
  type: 'doc' as const,
  content: [
    { type: 'gallery' as const, attrs: { pictures: ids.map((id) => use(id)) } },
    ...paragraphs('Words.').content,
  ],
});

test('where a picture is used: as lead, in a text, in a gallery, live or not', async () => {
  const { id } = await section();
  const [one, two] = [await picture(), await picture()];
  const lead = await draft(id, { headline: 'Lead', picture: use(one) });
  const path = await publish(lead);
  clock.forward(1000);
  const inText = await draft(id, { headline: 'Gallery', body: gallery(two, one, one) });
  expect(good(await usesOf(desk, one))).toMatchObject({
    total: 2,
    older: 0,
    stories: [
      { storyId: inText.storyId, headline: 'Gallery', path: '', where: 'both' },
      { storyId: lead.storyId, headline: 'Lead', path, where: 'both' },
    ],
  });
  clock.forward(1000);
  await rewrite(lead, id, { headline: 'Without' });
  await rewrite(inText, id, { headline: 'Without too' });
  expect(good(await usesOf(desk, one))).toMatchObject({
    total: 1,
    older: 1,
    stories: [{ storyId: lead.storyId, where: 'live' }],
  });
});

test('a contributor is not told of a story that the contributor may not see', async () => {
  const { id } = await section();
  const one = await picture();
  await draft(id, { headline: 'Secret talks', picture: use(one) });
  const contributor = await member('contributor');
  const uses = good(await usesOf(contributor, one));
  expect(JSON.stringify(uses)).not.toContain('Secret');
  expect(uses).toEqual({ stories: [], total: 0, older: 0 });
});

test('replaced everywhere: drafts get a revision, live stories are published, others keep their texts', async () => {
  const { id } = await section();
  const [old, better, other] = [
    await picture({ alt: 'Old' }),
    await picture({ alt: 'Better', credit: 'B. Etter' }),
    await picture(),
  ];
  const live = await draft(id, { picture: use(old, { caption: 'As it was' }) });
  const path = await publish(live);
  const inText = await draft(id, { body: gallery(other, old) });
  const bystander = await draft(id, { picture: use(other) });
  const done = good(await replacePicture(desk, { from: old, to: better }));
  expect(done.left).toBe(0);
  expect(new Set(done.stories.map((one) => one.storyId))).toEqual(
    new Set([live.storyId, inText.storyId]),
  );
  expect(done.stories.every((one) => one.refused === null)).toBe(true);
  expect((await storyAt(path))?.picture).toMatchObject({ id: better, alt: 'Better', caption: '' });
  const text = good(await editorView(desk, inText.storyId));
  expect(JSON.stringify(text.body)).not.toContain(old);
  expect(JSON.stringify(text.body)).toContain(other);
  expect(good(await editorView(desk, bystander.storyId)).revisionNumber).toBe(1);
  expect(good(await usesOf(desk, old))).toMatchObject({ total: 0, older: 2 });
  const log = await read.select().from(publications).where(eq(publications.storyId, live.storyId));
  expect(log.map((row) => row.endedAs).sort()).toEqual(['replaced', null].sort());
});

test('what the stories say of it can stay', async () => {
  const { id } = await section();
  const [old, same] = [await picture(), await picture({ alt: 'The same, sharper' })];
  const path = await publish(await draft(id, { picture: use(old, { alt: 'Our words' }) }));
  good(await replacePicture(desk, { from: old, to: same, words: 'keep' }));
  expect((await storyAt(path))?.picture).toMatchObject({ id: same, alt: 'Our words' });
});

test('an unfinished change of a live story does not go out with the picture, and is not lost', async () => {
  const { id } = await section();
  const [old, better] = [await picture(), await picture()];
  const first = await draft(id, { headline: 'As published', picture: use(old) });
  const path = await publish(first);
  await rewrite(first, id, { headline: 'Not for readers yet', picture: use(old) });
  good(await replacePicture(desk, { from: old, to: better }));
  const shown = await storyAt(path);
  expect(shown).toMatchObject({ headline: 'As published', picture: { id: better } });
  const editing = good(await editorView(desk, first.storyId));
  expect(editing).toMatchObject({
    state: 'live with changes',
    headline: 'Not for readers yet',
    picture: { pictureId: better },
  });
  const numbers = await read
    .select({ number: revisions.number, headline: revisions.headline })
    .from(revisions)
    .where(eq(revisions.storyId, first.storyId))
    .orderBy(asc(revisions.number));
  expect(numbers.map((row) => row.headline)).toEqual([
    'As published',
    'Not for readers yet',
    'As published',
    'Not for readers yet',
  ]);
});

test('only a newer text uses it: readers’ text stays as it is', async () => {
  const { id } = await section();
  const [old, better] = [await picture(), await picture()];
  const first = await draft(id, { headline: 'Plain' });
  const path = await publish(first);
  await rewrite(first, id, { headline: 'With picture', picture: use(old) });
  good(await replacePicture(desk, { from: old, to: better }));
  expect(await storyAt(path)).toMatchObject({ headline: 'Plain', picture: null });
  expect(good(await editorView(desk, first.storyId)).picture?.pictureId).toBe(better);
});

test('a story with a scheduled change says why it stays; one of another section is only counted', async () => {
  const [mine, theirs] = [await section(), await section()];
  const [old, better] = [await picture(), await picture()];
  const waiting = await draft(mine.id, { headline: 'Waits', picture: use(old) });
  const at = new Date(clock.at.getTime() + 3_600_000);
  good(await scheduleStory(desk, { ...waiting, at }));
  const foreign = await draft(theirs.id, { headline: 'Theirs', picture: use(old) });
  await publish(foreign);
  const plain = await draft(mine.id, { headline: 'Mine', picture: use(old) });
  const editor = await member('editor', mine.id);
  const { stories, elsewhere } = good(await replacePicture(editor, { from: old, to: better }));
  const why = (storyId: string) => stories.find((one) => one.storyId === storyId)?.refused;
  expect(why(waiting.storyId)).toMatch(/scheduled/);
  expect(why(foreign.storyId)).toBeUndefined();
  expect(elsewhere).toBe(1);
  expect(why(plain.storyId)).toBeNull();
  expect(good(await editorView(desk, foreign.storyId)).picture?.pictureId).toBe(old);
});

test('a reporter cannot replace everywhere, and nobody by what is not there or not to be shown', async () => {
  const [old, ended] = [await picture(), await picture()];
  good(await changePicture(desk, ended, { rightsUntil: clock.at }));
  expect(await replacePicture(await member('reporter'), { from: old, to: ended })).toMatchObject({
    code: 'forbidden',
  });
  for (const to of [ended, 'a'.repeat(20), old, '../..']) {
    expect(await replacePicture(desk, { from: old, to })).toMatchObject({ code: 'invalid' });
  }
});

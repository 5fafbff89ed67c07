import { beforeEach, expect, test } from 'vitest';
import { siteFeed } from '#features/feeds/queries.ts';
import { system } from '#features/people/actor.ts';
import { addCorrection, takeBackCorrection } from '#features/stories/corrections.ts';
import { editorView, previewOf } from '#features/stories/desk.ts';
import { setEmbargo } from '#features/stories/embargoes.ts';
import { publishDue } from '#features/stories/jobs.ts';
import { previewByToken, shareStory } from '#features/stories/preview-links.ts';
import { withdrawStory } from '#features/stories/publishing.ts';
import { correctionPage, storyAt } from '#features/stories/queries.ts';
import { scheduleStory } from '#features/stories/schedules.ts';
import { correctionsTag } from '#features/stories/tags.ts';
import { inRequest } from '#lib/request-context.ts';
import { holdClock } from '#tests/fixtures.ts';
import { draft, member, publish, rewrite, section } from '#tests/newsroom.ts';
import { good } from '#tests/results.ts';
import { wipe } from '#tests/wipe.ts';

const DESK = system('test');
const MINUTE = 60_000;
let clock = holdClock();
beforeEach(async () => {
  clock = holdClock();
  await wipe();
});

const WRONG = {
  kind: 'correction',
  severity: 'serious',
  text: 'The mayor resigned on Monday, not on Tuesday.',
};

async function liveStory() {
  const { id } = await section();
  const story = await draft(id, { headline: 'The mayor resigns' });
  const path = await publish(story);
  clock.forward(MINUTE);
  return { id, story, path };
}

test('a correction is on the story, in the feed and in the list at once, and moves the hour of change', async () => {
  const { story, path } = await liveStory();
  good(await addCorrection(DESK, { ...story, ...WRONG }));
  const shown = await storyAt(path);
  expect(shown?.corrections).toEqual([{ id: expect.any(String), at: clock.at, ...WRONG }]);
  expect(shown?.updatedAt).toEqual(clock.at);
  expect((await correctionPage(1))?.corrections).toMatchObject([
    { text: WRONG.text, story: { path, headline: 'The mayor resigns' } },
  ]);
  const feed = await siteFeed('https://paper.example');
  expect(feed).toContain(WRONG.text);
  expect(feed).toContain(`<atom:updated>${clock.at.toISOString()}</atom:updated>`);
});

test('whoever previews the changed text reads the correction that goes out with it, in an old text it is not', async () => {
  const { id, story, path } = await liveStory();
  const { storyId } = story;
  const changed = await rewrite(story, id, { headline: 'The mayor resigned on Monday' });
  good(await addCorrection(DESK, { ...changed, ...WRONG, when: 'with the text' }));
  const shared = good(await shareStory(DESK, { storyId, person: 'A lawyer', days: 2 }));
  const secret = shared.path.split('/').at(-1) ?? '';
  clock.forward(MINUTE);
  const inPreview = async (number?: number) =>
    good(await previewOf(DESK, storyId, { number })).view.corrections;
  const waiting = [{ id: expect.any(String), at: clock.at, ...WRONG }];
  expect(await inPreview()).toEqual(waiting);
  expect((await previewByToken(secret))?.view.corrections).toEqual(waiting);
  expect(await inPreview(1)).toEqual([]);
  expect((await storyAt(path))?.corrections).toEqual([]);

  const [{ id: correctionId = '' } = {}] = await inPreview();
  good(await takeBackCorrection(DESK, { storyId, correctionId, note: 'It was Tuesday.' }));
  expect(await inPreview()).toEqual([]);

  good(await addCorrection(DESK, { ...changed, ...WRONG, when: 'with the text' }));
  await publish(changed);
  const told = (await storyAt(path))?.corrections;
  expect(told).toHaveLength(1);
  clock.forward(MINUTE);
  expect(await inPreview()).toEqual(told);
});

test('one that belongs to a changed text goes out with it, by hand or by the clock, not before', async () => {
  const { id, story, path } = await liveStory();
  const changed = await rewrite(story, id, { headline: 'The mayor resigned on Monday' });
  good(await addCorrection(DESK, { ...changed, ...WRONG, when: 'with the text' }));
  expect((await storyAt(path))?.corrections).toEqual([]);
  expect((await correctionPage(1))?.corrections).toEqual([]);
  expect(await siteFeed('https://paper.example')).not.toContain('Monday');
  const at = new Date(clock.at.getTime() + 10 * MINUTE);
  good(await scheduleStory(DESK, { ...changed, at }));
  clock.at = at;
  expect(await publishDue()).toBe(1);
  expect((await storyAt(path))?.corrections).toMatchObject([{ text: WRONG.text, at }]);
});

test('one that waits for a later text does not go out with an earlier one', async () => {
  const { id, story, path } = await liveStory();
  const second = await rewrite(story, id, { headline: 'Second' });
  good(await scheduleStory(DESK, { ...second, at: new Date(clock.at.getTime() + 10 * MINUTE) }));
  const third = await rewrite(second, id, { headline: 'Third' });
  good(await addCorrection(DESK, { ...third, ...WRONG, when: 'with the text' }));
  clock.forward(10 * MINUTE);
  await publishDue();
  expect(await storyAt(path)).toMatchObject({ headline: 'Second', corrections: [] });
  await publish(third);
  expect((await storyAt(path))?.corrections).toHaveLength(1);
});

test('under embargo nothing new is said at once', async () => {
  const { story } = await liveStory();
  good(await setEmbargo(DESK, { ...story, at: new Date(clock.at.getTime() + MINUTE) }));
  expect(await addCorrection(DESK, { ...story, ...WRONG })).toMatchObject({ code: 'illegal' });
});

test('what was said in error is taken back: gone for readers, kept at the desk with the reason', async () => {
  const { story, path } = await liveStory();
  good(await addCorrection(DESK, { ...story, ...WRONG }));
  const [said] = good(await editorView(DESK, story.storyId)).corrections;
  const input = { storyId: story.storyId, correctionId: said?.id, note: 'the other mayor' };
  expect(await takeBackCorrection(DESK, { ...input, note: '' })).toMatchObject({
    code: 'invalid',
    fields: { note: expect.any(String) },
  });
  good(await takeBackCorrection(DESK, input));
  expect(await takeBackCorrection(DESK, input)).toMatchObject({ code: 'missing' });
  expect((await storyAt(path))?.corrections).toEqual([]);
  expect((await correctionPage(1))?.corrections).toEqual([]);
  const [kept] = good(await editorView(DESK, story.storyId)).corrections;
  expect(kept).toMatchObject({ text: WRONG.text, takenBack: { why: 'the other mayor' } });
});

test('a withdrawal is explained on the page of corrections, and other corrections lose their link', async () => {
  const { story, path } = await liveStory();
  good(await addCorrection(DESK, { ...story, ...WRONG }));
  clock.forward(MINUTE);
  const said = 'The source was not who they said.';
  good(await withdrawStory(DESK, { ...story, note: 'fraud', said }));
  expect(await storyAt(path)).toBeNull();
  expect((await correctionPage(1))?.corrections).toMatchObject([
    { kind: 'withdrawal', text: said, headline: 'The mayor resigns', story: null },
    { kind: 'correction', text: WRONG.text, headline: '', story: null },
  ]);
});

test('only an editor corrects, and only what readers have', async () => {
  const { id, story } = await liveStory();
  expect(await addCorrection(await member('reporter'), { ...story, ...WRONG })).toMatchObject({
    code: 'forbidden',
  });
  const unread = await draft(id);
  expect(await addCorrection(DESK, { ...unread, ...WRONG })).toMatchObject({ code: 'illegal' });
  expect(
    await addCorrection(DESK, { ...story, kind: 'rant', severity: '', text: ' ' }),
  ).toMatchObject({
    fields: { kind: expect.any(String), severity: expect.any(String), text: expect.any(String) },
  });
});

test('the list has numbered pages, and names what makes it stale', async () => {
  const { story } = await liveStory();
  for (let n = 0; n < 31; n += 1) {
    clock.forward(MINUTE);
    good(await addCorrection(DESK, { ...story, ...WRONG, text: `Number ${n}` }));
  }
  const context = { tags: new Set<string>(), stash: undefined };
  const first = await inRequest(context, () => correctionPage(1));
  expect(first).toMatchObject({ pages: 2, corrections: { length: 30 } });
  expect(first?.corrections[0]?.text).toBe('Number 30');
  expect((await correctionPage(2))?.corrections).toMatchObject([{ text: 'Number 0' }]);
  expect(await correctionPage(3)).toBeNull();
  expect([...context.tags]).toEqual(expect.arrayContaining([correctionsTag()]));
});

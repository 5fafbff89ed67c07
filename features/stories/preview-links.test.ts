import { beforeEach, expect, test } from 'vitest';
import { previewLinks } from '#db/schema/previews.ts';
import { audit } from '#db/schema/site.ts';
import { read } from '#db/store.ts';
import { addPicture } from '#features/media/commands.ts';
import { system } from '#features/people/actor.ts';
import { setEmbargo } from '#features/stories/embargoes.ts';
import {
  answerPreview,
  endSharing,
  previewByToken,
  previewShows,
  sharedLinks,
  shareStory,
} from '#features/stories/preview-links.ts';
import { newToken } from '#lib/ids.ts';
import { holdClock } from '#tests/fixtures.ts';
import { draft, member, rewrite, section } from '#tests/newsroom.ts';
import { good } from '#tests/results.ts';

const DESK = system('test');
const DAY_MS = 24 * 3_600_000;
let clock = holdClock();
beforeEach(() => {
  clock = holdClock();
});

async function shared(options: object = {}) {
  const { id } = await section();
  const story = await draft(id, { headline: 'Not out yet' });
  const input = { storyId: story.storyId, person: 'the lawyer', days: 7, mayAnswer: true };
  const { path, linkId } = good(await shareStory(DESK, { ...input, ...options }));
  return { id, story, linkId, token: path.split('/').at(-1) ?? '' };
}

test('whoever has the link reads the newest text of that story, also under embargo', async () => {
  const { id, story, token } = await shared();
  good(await setEmbargo(DESK, { ...story, at: new Date(clock.at.getTime() + DAY_MS) }));
  expect(await previewByToken(token)).toMatchObject({
    person: 'the lawyer',
    revisionNumber: 1,
    view: { headline: 'Not out yet' },
  });
  await rewrite(story, id, { headline: 'Rewritten' });
  expect(await previewByToken(token)).toMatchObject({
    revisionNumber: 2,
    view: { headline: 'Rewritten' },
  });
});

test('it ends by itself, and at once when the desk ends it; another token never led anywhere', async () => {
  const { story, linkId, token } = await shared({ days: 1 });
  expect(await previewByToken(newToken())).toBeNull();
  clock.forward(DAY_MS);
  expect(await previewByToken(token)).toBeNull();
  clock.forward(-1);
  expect(await previewByToken(token)).not.toBeNull();
  good(await endSharing(DESK, story.storyId, linkId));
  expect(await previewByToken(token)).toBeNull();
  expect(await endSharing(DESK, story.storyId, linkId)).toMatchObject({ code: 'missing' });
  const [link] = good(await sharedLinks(DESK, story.storyId));
  expect(link?.standing).toBe('ended');
});

test('the token is in no row and in no line of the log', async () => {
  const { token } = await shared();
  const rows = [await read.select().from(previewLinks), await read.select().from(audit)];
  expect(JSON.stringify(rows)).not.toContain(token);
});

test('what is written back names the revision that was read, and the desk sees it', async () => {
  const { id, story, token } = await shared();
  const first = { revisionId: story.revisionId, kind: 'comment', text: 'Page 2 is wrong.' };
  good(await answerPreview(token, first));
  clock.forward(1);
  const second = await rewrite(story, id, {});
  expect(await answerPreview(token, { ...first, kind: 'approval' })).toMatchObject({
    code: 'conflict',
    why: expect.stringMatching(/revision 2/),
  });
  good(await answerPreview(token, { revisionId: second.revisionId, kind: 'approval', text: '' }));
  const [link] = good(await sharedLinks(DESK, story.storyId));
  expect(link?.answers).toMatchObject([
    { kind: 'comment', text: 'Page 2 is wrong.', revisionNumber: 1 },
    { kind: 'approval', text: '', revisionNumber: 2 },
  ]);
  expect((await previewByToken(token))?.answers).toHaveLength(2);
});

test('a link for reading takes nothing back; a comment has words; what ended takes nothing', async () => {
  const reading = await shared({ mayAnswer: false });
  const said = { revisionId: reading.story.revisionId, kind: 'comment', text: 'x' };
  expect(await answerPreview(reading.token, said)).toMatchObject({ code: 'forbidden' });
  const { story, token, linkId } = await shared();
  const words = { revisionId: story.revisionId, kind: 'comment', text: ' ' };
  expect(await answerPreview(token, words)).toMatchObject({ fields: { text: expect.any(String) } });
  expect(await answerPreview(token, { kind: 'praise', revisionId: {} })).toMatchObject({
    code: 'invalid',
  });
  good(await endSharing(DESK, story.storyId, linkId));
  expect(await answerPreview(token, { ...words, text: 'x' })).toMatchObject({ code: 'missing' });
});

test('its pictures are shown by it, and those of other stories are not', async () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"></svg>';
  const sharp = (await import('sharp')).default;
  const bytes = await sharp(Buffer.from(svg)).png().toBuffer();
  const own = good(await addPicture(DESK, { bytes, alt: 'a', credit: 'b' })).id;
  const other = good(await addPicture(DESK, { bytes, alt: 'c', credit: 'd' })).id;
  const { id, story, token } = await shared();
  await rewrite(story, id, { picture: { pictureId: own } });
  await draft(id, { picture: { pictureId: other } });
  expect(await previewShows(token, own)).toBe(true);
  expect(await previewShows(token, other)).toBe(false);
  expect(await previewShows(newToken(), own)).toBe(false);
  expect((await previewByToken(token))?.view.picture).toMatchObject({ id: own, token });
});

test('who may not publish and did not write it makes no link and sees none', async () => {
  const { story } = await shared();
  const input = { storyId: story.storyId, person: 'x', days: 1 };
  for (const role of ['reporter', 'contributor'] as const) {
    const person = await member(role);
    const expected = role === 'reporter' ? 'forbidden' : 'missing';
    expect(await shareStory(person, input)).toMatchObject({ code: expected });
    expect(await sharedLinks(person, story.storyId)).toMatchObject({ code: expected });
  }
  expect(await shareStory(DESK, { ...input, person: '', days: 400 })).toMatchObject({
    fields: { person: expect.any(String), days: expect.any(String) },
  });
});

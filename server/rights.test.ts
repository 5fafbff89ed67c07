import { eq } from 'drizzle-orm';
import sharp from 'sharp';
import { beforeEach, expect, test } from 'vitest';
import { live } from '#db/schema/readers.ts';
import { audit } from '#db/schema/site.ts';
import { read } from '#db/store.ts';
import { siteFeed } from '#features/feeds/queries.ts';
import { addPicture, changePicture } from '#features/media/commands.ts';
import { nextRightsEnd } from '#features/media/jobs.ts';
import { pictureDetails, proof, rendition } from '#features/media/queries.ts';
import { pictureTag } from '#features/media/tags.ts';
import { system, VISITOR } from '#features/people/actor.ts';
import { site } from '#features/site/queries.ts';
import { previewOf } from '#features/stories/desk.ts';
import { storyJsonLd } from '#features/stories/json-ld.ts';
import { storyMetadata } from '#features/stories/metadata.ts';
import { cardsById, storyAt } from '#features/stories/queries.ts';
import { liveTag, sectionListTag, storyTag } from '#features/stories/tags.ts';
import { Ledger } from '#lib/ledger.ts';
import { forget } from '#lib/singleton.ts';
import { DueClock } from '#server/clock.ts';
import { Touches } from '#server/press/touches.ts';
import { holdClock } from '#tests/fixtures.ts';
import { draft, publish, section } from '#tests/newsroom.ts';
import { good } from '#tests/results.ts';

const HOUR = 3_600_000;
const SITE = 'https://news.example';
const desk = system('test');
let clock: ReturnType<typeof holdClock>;
let ledger: Ledger;
let due: DueClock;

beforeEach(() => {
  forget('outbox');
  clock = holdClock();
  ledger = new Ledger();
  due = new DueClock(ledger, new Touches(ledger));
});

async function picture(rightsUntil?: Date): Promise<string> {
  const bytes = await sharp({
    create: { width: 700, height: 500, channels: 3, background: '#246' },
  })
    .jpeg()
    .toBuffer();
  const { id } = good(await addPicture(desk, { bytes, alt: 'A hall' }));
  if (rightsUntil) good(await changePicture(desk, id, { rightsUntil }));
  return id;
}

const words = { alt: '', caption: '', credit: '' };

async function shown(lead: string, inText: string) {
  const { id: sectionId } = await section();
  const saved = await draft(sectionId, {
    picture: { pictureId: lead, ...words },
    body: {
      type: 'doc',
      content: [
        { type: 'paragraph', content: [{ type: 'text', text: 'Before.' }] },
        { type: 'picture', attrs: { pictureId: inText, ...words } },
        { type: 'paragraph', content: [{ type: 'text', text: 'After.' }] },
      ],
    },
  });
  return { ...saved, sectionId, path: await publish(saved) };
}

/** Everything that leaves for readers and machines of a story, as text. */
async function everything({ storyId, path }: { storyId: string; path: string }): Promise<string> {
  const story = await storyAt(path);
  if (!story) throw new Error('the story is not there');
  const cards = await cardsById([{ id: storyId }]);
  const about = await site();
  const { body: _body, ...page } = story;
  return JSON.stringify([
    page,
    cards,
    storyJsonLd(story, about, SITE, 0),
    storyMetadata(story, about, SITE),
    await siteFeed(SITE),
  ]);
}

test('at the moment at which its rights end a picture is gone from everything, whatever the clock does', async () => {
  const lead = await picture(new Date(clock.at.getTime() + HOUR));
  const inText = await picture(new Date(clock.at.getTime() + HOUR));
  const story = await shown(lead, inText);
  clock.forward(HOUR - 1);
  const before = await everything(story);
  for (const id of [lead, inText]) {
    expect(before).toContain(id);
    expect(await rendition(id, '320.webp')).toMatchObject({ kind: 'file' });
  }
  clock.forward(1);
  const after = await everything(story);
  for (const id of [lead, inText]) {
    expect(after).not.toContain(id);
    for (const file of ['320.webp', 'card-320.avif', '1200.jpg']) {
      expect(await rendition(id, file)).toEqual({ kind: 'gone' });
    }
  }
  expect(after).toContain('Before.');
  expect(after).toContain('After.');
});

test('every page that was made with it is made anew, and its card is another', async () => {
  const lead = await picture(new Date(clock.at.getTime() + HOUR));
  const story = await shown(lead, await picture());
  await due.tick();
  expect(await nextRightsEnd()).toEqual(new Date(clock.at.getTime() + HOUR));
  const begun = ledger.generation;
  await due.tick();
  expect(ledger.isStale([pictureTag(lead)], begun)).toBe(false);
  clock.forward(HOUR);
  await due.tick();
  const tags = [
    pictureTag(lead),
    storyTag(story.storyId),
    liveTag(),
    sectionListTag(story.sectionId),
  ];
  for (const tag of tags) expect(ledger.isStale([tag], begun), tag).toBe(true);
  const [row] = await read.select().from(live).where(eq(live.storyId, story.storyId));
  expect(row?.picture).toBeNull();
  expect(await nextRightsEnd()).toBeNull();
  const acts = await read.select().from(audit).where(eq(audit.thingId, lead));
  expect(acts.map((one) => one.act)).toContain('picture.end-rights');
});

test('a picture that only stands in a text takes its story’s page along', async () => {
  const inText = await picture(new Date(clock.at.getTime() + HOUR));
  const story = await shown(await picture(), inText);
  await due.tick();
  const begun = ledger.generation;
  clock.forward(HOUR);
  await due.tick();
  expect(ledger.isStale([storyTag(story.storyId)], begun)).toBe(true);
});

test('what ended while nothing ran is gone when it runs again, and is dealt with once', async () => {
  const lead = await picture(new Date(clock.at.getTime() + HOUR));
  const story = await shown(lead, await picture());
  clock.forward(48 * HOUR);
  expect(await everything(story)).not.toContain(lead);
  await due.tick();
  await due.tick();
  const ends = (await read.select().from(audit).where(eq(audit.thingId, lead))).filter(
    (one) => one.act === 'picture.end-rights',
  );
  expect(ends).toHaveLength(1);
});

test('longer rights bring it back', async () => {
  const lead = await picture(new Date(clock.at.getTime() + HOUR));
  const story = await shown(lead, await picture());
  clock.forward(2 * HOUR);
  await due.tick();
  good(await changePicture(desk, lead, { rightsUntil: null }));
  await due.tick();
  expect(await everything(story)).toContain(lead);
  const [row] = await read.select().from(live).where(eq(live.storyId, story.storyId));
  expect(row?.picture?.id).toBe(lead);
  expect(await rendition(lead, '320.webp')).toMatchObject({ kind: 'file' });
});

test('the desk still sees it and is told why readers do not; nobody else does', async () => {
  const lead = await picture(new Date(clock.at.getTime() + HOUR));
  const story = await shown(lead, await picture());
  clock.forward(HOUR);
  expect(good(await pictureDetails(desk, lead))).toMatchObject({ ended: true });
  expect(good(await proof(desk, lead)).byteLength).toBeGreaterThan(100);
  expect(await proof(VISITOR, lead)).toMatchObject({ ok: false, code: 'forbidden' });
  expect(good(await previewOf(desk, story.storyId)).view.picture).toBeNull();
});

import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import sharp from 'sharp';
import { beforeEach, expect, test } from 'vitest';
import { outbox, pictures } from '#db/schema/site.ts';
import { read } from '#db/store.ts';
import { addPicture, changePicture, setFocal } from '#features/media/commands.ts';
import { LibraryQuery } from '#features/media/input.ts';
import { pictureDetails, pictureLibrary, rendition } from '#features/media/queries.ts';
import { system, VISITOR } from '#features/people/actor.ts';
import { env } from '#lib/env.ts';
import { newId } from '#lib/ids.ts';
import { holdClock } from '#tests/fixtures.ts';
import { draft, member, section } from '#tests/newsroom.ts';
import { good } from '#tests/results.ts';

const desk = system('test');
let clock: ReturnType<typeof holdClock>;

beforeEach(() => {
  clock = holdClock();
});

async function added(words: Record<string, unknown> = {}, actor = desk): Promise<string> {
  const bytes = await sharp({
    create: { width: 700, height: 400, channels: 3, background: '#246' },
  })
    .png()
    .toBuffer();
  return good(await addPicture(actor, { bytes, ...words })).id;
}

async function found(query: Partial<LibraryQuery>): Promise<string[]> {
  return good(await pictureLibrary(desk, query)).pictures.map((one) => one.id);
}

test('every word of a search is found somewhere in what is said of a picture, whatever its case', async () => {
  const mark = newId();
  const quay = await added({ caption: `The quay ${mark}`, city: 'Aktau', name: 'DSC_0815.JPG' });
  const pier = await added({ alt: `A pier ${mark}`, credit: 'T. Bek', country: 'Kazakhstan' });
  expect(await found({ q: `${mark} QUAY` })).toEqual([quay]);
  expect(await found({ q: `aktau ${mark}` })).toEqual([quay]);
  expect(await found({ q: `${mark} dsc_0815` })).toEqual([quay]);
  expect(await found({ q: `bek kazakhstan ${mark}` })).toEqual([pier]);
  expect(new Set(await found({ q: mark }))).toEqual(new Set([quay, pier]));
  for (const q of [`${mark} %`, `${mark} _______________`, `${mark}' or 1=1 --`]) {
    expect([q, await found({ q })]).toEqual([q, []]);
  }
});

test('what is to be done is found: words, credits, rights, and what nobody uses', async () => {
  const mark = newId();
  const day = 24 * 3_600_000;
  const at = (days: number) => new Date(clock.at.getTime() + days * day);
  const all = { caption: mark, alt: 'A', credit: 'C' };
  const unsaid = await added({ ...all, alt: '' });
  const unsigned = await added({ ...all, credit: '' });
  const ending = await added(all);
  const later = await added(all);
  const ended = await added(all);
  good(await changePicture(desk, ending, { rightsUntil: at(3) }));
  good(await changePicture(desk, later, { rightsUntil: at(300) }));
  good(await changePicture(desk, ended, { rightsUntil: at(-1) }));
  const { id: sectionId } = await section();
  const use = { pictureId: later, alt: '', caption: '', credit: '' };
  await draft(sectionId, { picture: use });
  expect(await found({ q: mark, show: 'unsaid' })).toEqual([unsaid]);
  expect(await found({ q: mark, show: 'unsigned' })).toEqual([unsigned]);
  expect(await found({ q: mark, show: 'ending' })).toEqual([ending]);
  expect(await found({ q: mark, show: 'ended' })).toEqual([ended]);
  expect(new Set(await found({ q: mark, show: 'unused' }))).toEqual(
    new Set([unsaid, unsigned, ending, ended]),
  );
});

test.each([
  [{}, { page: 1, q: '', show: 'all' }],
  [
    { page: '-1', q: ['a', 'b'], show: 'everything' },
    { page: 1, q: '', show: 'all' },
  ],
  [
    { page: '2', q: ' two   words ', show: 'ended' },
    { page: 2, q: 'two words', show: 'ended' },
  ],
  [{ q: 'x'.repeat(500) }, { page: 1, q: '', show: 'all' }],
])('nonsense in an address is as good as nothing: %j', (asked, expected) => {
  expect(LibraryQuery.parse(asked)).toEqual(expected);
});

test('a reporter changes the own pictures and no others; a visitor is told that there are none', async () => {
  const [mine, other] = [await member('reporter'), await member('reporter')];
  const id = await added({}, mine);
  expect(await changePicture(other, id, { caption: 'Mine now' })).toMatchObject({
    code: 'forbidden',
  });
  expect(await setFocal(VISITOR, id, { focalX: 0, focalY: 0 })).toMatchObject({ code: 'missing' });
  expect(await changePicture(mine, id, { caption: 'Better' })).toMatchObject({ ok: true });
  expect(good(await pictureDetails(other, id))).toMatchObject({
    caption: 'Better',
    mayChange: false,
  });
  expect(good(await pictureDetails(mine, id)).mayChange).toBe(true);
});

test('what is not sent stays as it is', async () => {
  const id = await added({ alt: 'A quay', caption: 'Dusk', city: 'Aktau' });
  good(await changePicture(desk, id, { caption: 'Dawn', rightsUntil: '2027-01-01T00:00:00Z' }));
  good(await changePicture(desk, id, { caption: '' }));
  expect(good(await pictureDetails(desk, id))).toMatchObject({
    alt: 'A quay',
    caption: '',
    city: 'Aktau',
    rightsUntil: new Date('2027-01-01T00:00:00Z'),
  });
});

test.each([
  ['taken', { taken: 'yesterday' }],
  ['taken', { taken: '2017-13-40' }],
  ['rightsUntil', { rightsUntil: 'soon' }],
  ['digitalSource', { digitalSource: 'https://evil.example/' }],
  ['alt', { alt: 'x'.repeat(501) }],
])('a wrong %s is refused at its field', async (field, input) => {
  const result = await changePicture(desk, await added(), input);
  expect(result).toMatchObject({ ok: false, code: 'invalid' });
  if (!result.ok) expect(Object.keys(result.fields ?? {})).toEqual([field]);
});

test('another focal point makes other files, lets the old ones go, and tells those who show it', async () => {
  const id = await added();
  const folder = join(env().dataDir, 'media', 'renditions', id);
  await rendition(id, 'square-320.webp');
  expect(readdirSync(folder)).toEqual(['square-320.webp']);
  good(await setFocal(desk, id, { focalX: 0, focalY: 0.5 }));
  expect(existsSync(folder) ? readdirSync(folder) : []).toEqual([]);
  expect(await rendition(id, 'square-320.webp')).toEqual({
    kind: 'moved',
    file: 'square-320.1.webp',
  });
  good(await setFocal(desk, id, { focalX: 0, focalY: 0.5 }));
  const [row] = await read.select().from(pictures).where(eq(pictures.id, id));
  expect(row?.version).toBe(1);
  const events = await read.select().from(outbox).where(eq(outbox.kind, 'picture.changed'));
  expect(events.filter((one) => JSON.stringify(one.payload).includes(id))).not.toEqual([]);
});

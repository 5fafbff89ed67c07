import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { audit, pictures } from '#db/schema/site.ts';
import { read } from '#db/store.ts';
import { addPicture, removeSamplePictures } from '#features/media/commands.ts';
import { pictureLibrary, pictureViews, rendition } from '#features/media/queries.ts';
import { type Actor, system, VISITOR } from '#features/people/actor.ts';
import { env } from '#lib/env.ts';
import { storage } from '#lib/storage.ts';

const reporter: Actor = {
  type: 'staff',
  id: 'r',
  name: 'R',
  grants: [{ role: 'reporter', sectionId: null }],
};
const contributor: Actor = {
  type: 'staff',
  id: 'c',
  name: 'C',
  grants: [{ role: 'contributor', sectionId: null }],
};

/** Half red, half blue from left to right, so that a turn shows. */
function flag(width: number, height: number) {
  const half = Math.floor(width / 2);
  const blue = {
    create: { width: width - half, height, channels: 3, background: '#00f' },
  } as const;
  return sharp({ create: { width, height, channels: 3, background: '#f00' } }).composite([
    { input: blue, left: half, top: 0 },
  ]);
}

async function added(bytes: Uint8Array, words = {}): Promise<string> {
  const result = await addPicture(reporter, { bytes, ...words });
  if (!result.ok) throw new Error(result.why);
  return result.value.id;
}

async function file(id: string, name: string): Promise<Buffer> {
  const found = await rendition(id, name);
  if (found.kind !== 'file') throw new Error(`${name} is ${found.kind}`);
  return found.bytes;
}

test.each(['jpeg', 'png', 'webp', 'avif'] as const)(
  'a %s comes in and goes out',
  async (format) => {
    const bytes = await flag(1000, 600).toFormat(format).toBuffer();
    const id = await added(bytes, { alt: 'A flag', caption: 'Two\nlines', credit: 'T. Bek' });
    const view = (await pictureViews(read, [id])).get(id);
    expect(view).toMatchObject({
      id,
      width: 1000,
      height: 600,
      alt: 'A flag',
      caption: 'Two\nlines',
      credit: 'T. Bek',
      focalX: 0.5,
      focalY: 0.5,
    });
    expect(view?.placeholder).toMatch(/^data:image\/webp;base64,/);
    expect(view?.placeholder.length).toBeLessThan(250);
    for (const width of [320, 640, 960]) {
      for (const [type, found] of [
        ['webp', 'webp'],
        ['avif', 'heif'],
      ]) {
        const made = await sharp(await file(id, `${width}.${type}`)).metadata();
        expect(made).toMatchObject({ format: found, width, height: Math.round(width * 0.6) });
      }
    }
    expect(await sharp(await file(id, '1200.jpg')).metadata()).toMatchObject({
      format: 'jpeg',
      width: 1000,
    });
    const digest = createHash('sha256').update(bytes).digest('hex');
    expect((await storage().get(`originals/${digest}`))?.equals(bytes)).toBe(true);
  },
);

test('a picture stands upright whichever way the camera was held', async () => {
  const bytes = await flag(400, 300).jpeg().withMetadata({ orientation: 6 }).toBuffer();
  const id = await added(bytes);
  const view = (await pictureViews(read, [id])).get(id);
  expect(view).toMatchObject({ width: 300, height: 400 });
  for (const name of ['300.webp', '300.avif', '1200.jpg']) {
    const served = await file(id, name);
    const { data, info } = await sharp(served).raw().toBuffer({ resolveWithObject: true });
    expect(info).toMatchObject({ width: 300, height: 400 });
    const top = data.subarray(0, 3);
    const bottom = data.subarray(data.length - info.channels);
    // Orientation 6 turns clockwise: what was on the left (red) is now at the top.
    expect(top[0]).toBeGreaterThan(200);
    expect(bottom[2]).toBeGreaterThan(200);
  }
  const cut = await sharp(await file(id, 'card-300.webp'))
    .raw()
    .toBuffer({ resolveWithObject: true });
  expect(cut.info).toMatchObject({ width: 300, height: 200 });
  expect(cut.data[0]).toBeGreaterThan(200);
  expect(cut.data[cut.data.length - 1]).toBeGreaterThan(200);
});

test('a JPEG in the four colours of a printer comes out in those of a screen', async () => {
  const printed = await flag(400, 300).toColourspace('cmyk').jpeg().toBuffer();
  expect((await sharp(printed).metadata()).space).toBe('cmyk');
  const id = await added(printed);
  for (const name of ['320.webp', 'square-160.avif', '1200.jpg']) {
    const served = sharp(await file(id, name));
    expect((await served.metadata()).space).toBe('srgb');
    const { data } = await served.raw().toBuffer({ resolveWithObject: true });
    expect([name, (data[0] ?? 0) > 150, (data[2] ?? 0) < 110]).toEqual([name, true, true]);
  }
});

test('a narrow picture keeps its own width', async () => {
  const id = await added(await flag(200, 100).png().toBuffer());
  expect((await sharp(await file(id, '200.webp')).metadata()).width).toBe(200);
});

test('a picture that one can see through keeps that, and is white for other sites', async () => {
  const clear = { r: 0, g: 0, b: 0, alpha: 0 };
  const id = await added(
    await sharp({ create: { width: 400, height: 300, channels: 4, background: clear } })
      .png()
      .toBuffer(),
  );
  expect((await sharp(await file(id, '320.webp')).metadata()).hasAlpha).toBe(true);
  const { data } = await sharp(await file(id, '1200.jpg'))
    .raw()
    .toBuffer({ resolveWithObject: true });
  expect([...data.subarray(0, 3)]).toEqual([255, 255, 255]);
});

/** A PNG whose header claims a size that its few bytes would unpack to. */
async function bomb(): Promise<Buffer> {
  const small = await sharp({ create: { width: 1, height: 1, channels: 3, background: '#000' } })
    .resize(8_000, 8_000)
    .png()
    .toBuffer();
  expect(small.length).toBeLessThan(1_000_000);
  return small;
}

test.each<[string, () => Promise<Uint8Array>, RegExp]>([
  ['no bytes', async () => new Uint8Array(0), /choose a picture/],
  ['a text', async () => Buffer.from('not a picture at all'), /not a JPEG/],
  ['a page', async () => Buffer.from('<!DOCTYPE html><svg></svg>'), /not a JPEG/],
  ['a TIFF', () => flag(9, 9).tiff().toBuffer(), /not a JPEG/],
  ['the first bytes of a PNG', async () => Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), /damaged/],
  [
    'a JPEG cut in half',
    async () => (await flag(900, 900).jpeg().toBuffer()).subarray(0, 2_000),
    /damaged/,
  ],
  ['a decompression bomb', bomb, /more than 50 megapixels/],
  ['a tower', () => flag(40, 16_400).png().toBuffer(), /too tall/],
  ['more than 20 MB', async () => Buffer.alloc(21 * 1024 * 1024), /20 MB/],
])('%s is refused with a reason at its field', async (_, make, why) => {
  const result = await addPicture(reporter, { bytes: await make() });
  expect(result).toMatchObject({ ok: false, code: 'invalid' });
  if (!result.ok) expect(result.fields?.bytes).toMatch(why);
});

test('who may not add a picture leaves no file and no row', async () => {
  const bytes = await flag(321, 123).png().toBuffer();
  const digest = createHash('sha256').update(bytes).digest('hex');
  for (const actor of [contributor, VISITOR]) {
    expect(await addPicture(actor, { bytes })).toMatchObject({ ok: false, code: 'forbidden' });
  }
  expect(await storage().get(`originals/${digest}`)).toBeNull();
  expect(await read.select().from(pictures).where(eq(pictures.digest, digest))).toEqual([]);
});

test.each([
  ['../../keys', '320.webp'],
  ['aaaaaaaaaaaaaaaaaaaa', '../../../keys/audit'],
  ['aaaaaaaaaaaaaaaaaaaa', '320.webp'],
  ['aaaaaaaaaaaaaaaaaaaa', '1300.jpg'],
  ['aaaaaaaaaaaaaaaaaaaa', '320.png'],
  ['', ''],
])('there is no file at %s/%s', async (id, name) => {
  expect(await rendition(id, name)).toEqual({ kind: 'missing' });
});

test('of a real picture there is a closed list of files, and nobody can ask for more', async () => {
  const id = await added(await flag(700, 300).jpeg().toBuffer());
  const folder = join(env().dataDir, 'media', 'renditions', id);
  for (const odd of [
    '641.webp',
    '960.webp',
    '0.webp',
    '640.png',
    '1200.webp',
    'card-640.jpg',
    'still-320.webp',
    'drawing.svg',
    '640.1.webp',
    'tower-320.webp',
    'constructor-320.webp',
    '00640.webp',
  ]) {
    expect([odd, await rendition(id, odd)]).toEqual([odd, { kind: 'missing' }]);
  }
  expect(existsSync(folder)).toBe(false);
  await file(id, '640.webp');
  expect(readdirSync(folder)).toEqual(['640.webp']);
});

test('many who ask for a file that is not there yet get one and the same', async () => {
  const id = await added(await flag(700, 400).jpeg().toBuffer());
  const all = await Promise.all(Array.from({ length: 20 }, () => file(id, 'card-320.webp')));
  expect(new Set(all.map((bytes) => createHash('sha256').update(bytes).digest('hex'))).size).toBe(
    1,
  );
});

test('the desk sees the library, newest first; a reader does not', async () => {
  const id = await added(await flag(330, 300).jpeg().toBuffer());
  const page = await pictureLibrary(contributor);
  expect(page.ok && page.value.pictures[0]?.id).toBe(id);
  expect(await pictureLibrary(VISITOR)).toMatchObject({ ok: false, code: 'forbidden' });
});

test('adding is in the log', async () => {
  const id = await added(await flag(350, 300).jpeg().toBuffer());
  const rows = await read.select().from(audit).where(eq(audit.thingId, id));
  expect(rows).toMatchObject([{ act: 'picture.add', actor: 'staff:r' }]);
});

test('the sample’s pictures go with their files; a file that a real picture shares stays', async () => {
  const shared = await flag(360, 200).jpeg().toBuffer();
  const alone = await flag(370, 200).jpeg().toBuffer();
  const real = await added(shared);
  const admin = system('sample');
  const samples = [];
  for (const bytes of [shared, alone, await flag(380, 200).jpeg().toBuffer()]) {
    const result = await addPicture(admin, { bytes }, { sample: true });
    if (result.ok) samples.push(result.value.id);
  }
  const [first, second, used] = samples;
  for (const id of samples) await file(id, '320.webp');
  if (!first || !second || !used) throw new Error('no samples');
  expect(await removeSamplePictures(reporter)).toMatchObject({ ok: false, code: 'forbidden' });
  expect(await removeSamplePictures(admin, { keep: [used] })).toEqual({
    ok: true,
    value: { removed: 2 },
  });
  expect([...(await pictureViews(read, [first, second, used, real])).keys()].sort()).toEqual(
    [real, used].sort(),
  );
  expect(await rendition(first, '320.webp')).toEqual({ kind: 'missing' });
  expect(await rendition(real, '320.webp')).toMatchObject({ kind: 'file' });
  const digest = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
  expect(await storage().get(`originals/${digest(shared)}`)).not.toBeNull();
  expect(await storage().get(`originals/${digest(alone)}`)).toBeNull();
  const folder = join(env().dataDir, 'media', 'renditions', second);
  expect(existsSync(folder) ? readdirSync(folder) : []).toEqual([]);
});

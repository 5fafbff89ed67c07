import sharp from 'sharp';
import { expect, test } from 'vitest';
import { read } from '#db/store.ts';
import { addPicture, changePicture } from '#features/media/commands.ts';
import { readNotes } from '#features/media/internal/reading.ts';
import { pictureRow } from '#features/media/internal/rows.ts';
import { withIim, xmpOf } from '#features/media/internal/writing.ts';
import { NO_NOTES, type Notes, placeText } from '#features/media/notes.ts';
import { pictureDetails, rendition } from '#features/media/queries.ts';
import { fileName, renditionsOf } from '#features/media/renditions.ts';
import { system } from '#features/people/actor.ts';
import { good } from '#tests/results.ts';

const desk = system('test');

/** What an agency sends, with everything that XML and two alphabets can make difficult. */
const NOTES: Notes = {
  alt: 'Zwei Männer geben sich die Hand & lächeln',
  caption: 'Астана: the talks <begin>.\nOn Monday at noon.',
  credit: 'T. Bek / "The Dateline"',
  creator: 'Timur Bek',
  copyright: '© 2017 The Dateline',
  spot: 'Hotel Rixos',
  city: 'Астана',
  region: 'Akmola',
  country: 'Kazakhstan',
  taken: '2017-01-23T12:05:00+06:00',
  digitalSource: 'http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture',
  usageTerms: 'Editorial use only',
};

function blank(width = 700, height = 500) {
  return sharp({ create: { width, height, channels: 3, background: '#385' } }).composite([
    { input: { create: { width: 90, height: 90, channels: 3, background: '#fff' } } },
  ]);
}

async function added(bytes: Uint8Array, words = {}): Promise<string> {
  return good(await addPicture(desk, { bytes, ...words })).id;
}

async function served(id: string, name: string): Promise<Buffer> {
  const found = await rendition(id, name);
  if (found.kind !== 'file') throw new Error(`${name} is ${found.kind}`);
  return found.bytes;
}

async function notesIn(bytes: Uint8Array): Promise<Notes> {
  const {
    instructions: _told,
    until: _until,
    ...notes
  } = readNotes(bytes, await sharp(bytes).metadata());
  return notes;
}

test.each(['jpeg', 'png', 'webp', 'avif'] as const)(
  'what an agency wrote into a %s is read, and stands in every file that is made of it',
  async (format) => {
    const bytes = await blank()
      .toFormat(format)
      .withXmp(xmpOf(NOTES) ?? '')
      .toBuffer();
    const id = await added(bytes);
    expect(good(await pictureDetails(desk, id))).toMatchObject(NOTES);
    const row = await pictureRow(read, id);
    if (!row) throw new Error('no row');
    for (const wanted of renditionsOf(row)) {
      const name = fileName(wanted, 0);
      expect([name, await notesIn(await served(id, name))]).toEqual([name, NOTES]);
    }
  },
);

test('the older form is read too, and stands in the JPEG that goes to others', async () => {
  const { alt: _alt, digitalSource: _source, usageTerms: _terms, ...older } = NOTES;
  const bytes = withIim(await blank().jpeg().toBuffer(), NOTES);
  const id = await added(bytes);
  expect(good(await pictureDetails(desk, id))).toMatchObject(older);
  const jpeg = await served(id, '1200.jpg');
  expect(jpeg.includes('Photoshop 3.0')).toBe(true);
  expect((await sharp(jpeg).metadata()).iptc).toBeDefined();
});

test('what the desk says goes before what the file says, and an empty field does not', async () => {
  const bytes = await blank()
    .jpeg()
    .withXmp(xmpOf(NOTES) ?? '')
    .toBuffer();
  const id = await added(bytes, { alt: 'Two men', caption: '', credit: 'Agency' });
  expect(good(await pictureDetails(desk, id))).toMatchObject({
    alt: 'Two men',
    caption: NOTES.caption,
    credit: 'Agency',
  });
});

test('words that the desk corrects are written into files of a new address; the old one leads there', async () => {
  const id = await added(await blank().jpeg().toBuffer(), { caption: 'Wrong' });
  await served(id, '320.webp');
  good(await changePicture(desk, id, { ...NO_NOTES, caption: 'Right' }));
  expect(await rendition(id, '320.webp')).toEqual({ kind: 'moved', file: '320.1.webp' });
  expect((await notesIn(await served(id, '320.1.webp'))).caption).toBe('Right');
});

const SECRETS = ['SECRET-GARDEN', 'SERIAL-0815', 'THUMB-OF-HER-FACE', '51.5007', 'OWNER-NAME'];

test('where it was taken, with which camera, and its small copy never leave', async () => {
  const xmp = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
    <rdf:Description rdf:about="" xmlns:exif="http://ns.adobe.com/exif/1.0/" xmlns:aux="http://ns.adobe.com/exif/1.0/aux/"
      xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"
      exif:GPSLatitude="51.5007" aux:SerialNumber="SERIAL-0815" aux:OwnerName="OWNER-NAME" photoshop:Credit="T. Bek">
      <xmp:Thumbnails>THUMB-OF-HER-FACE</xmp:Thumbnails></rdf:Description></rdf:RDF></x:xmpmeta>`;
  for (const format of ['jpeg', 'webp', 'avif'] as const) {
    const bytes = await blank()
      .toFormat(format)
      .withXmp(xmp)
      .withExif({
        IFD0: { Model: 'SERIAL-0815' },
        IFD2: { BodySerialNumber: 'SERIAL-0815', CameraOwnerName: 'OWNER-NAME' },
        IFD3: { GPSAreaInformation: 'SECRET-GARDEN', GPSLatitudeRef: 'N' },
      })
      .toBuffer();
    expect(bytes.includes('SERIAL-0815')).toBe(true);
    const id = await added(bytes);
    const row = await pictureRow(read, id);
    if (!row) throw new Error('no row');
    for (const wanted of renditionsOf(row)) {
      const file = await served(id, fileName(wanted, 0));
      for (const secret of SECRETS) expect(file.includes(secret)).toBe(false);
      expect((await sharp(file).metadata()).exif).toBeUndefined();
    }
    const shown = good(await pictureDetails(desk, id));
    for (const secret of SECRETS) expect(JSON.stringify(shown)).not.toContain(secret);
    expect(shown.credit).toBe('T. Bek');
  }
});

test('a camera’s own noise is no caption, and what somebody wrote there is one', async () => {
  const of = async (text: string) =>
    (
      await notesIn(
        await blank()
          .jpeg()
          .withExif({ IFD0: { ImageDescription: text } })
          .toBuffer(),
      )
    ).caption;
  expect(await of('OLYMPUS DIGITAL CAMERA')).toBe('');
  expect(await of('A quay at dusk')).toBe('A quay at dusk');
});

test.each([
  ['not XML', '<x:xmpmeta'],
  ['an entity that grows', '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><x>&b;</x>'],
  [
    'a text that never ends',
    (xmpOf({ ...NO_NOTES, caption: 'x' }) ?? '').replace('>x<', `>${'long '.repeat(10_000)}<`),
  ],
  [
    'a date that is none',
    (xmpOf({ ...NO_NOTES, taken: '2017' }) ?? '').replace('>2017<', '>the day before<'),
  ],
])('a picture is not refused for its notes: %s', async (_, xmp) => {
  const bytes = await blank().webp().withXmp(xmp).toBuffer();
  const shown = good(await pictureDetails(desk, await added(bytes)));
  expect(shown.taken).toBe('');
  expect([...shown.caption].length).toBeLessThanOrEqual(2_000);
});

test('a place is said from the smallest to the largest', () => {
  expect(placeText(NOTES)).toBe('Hotel Rixos, Астана, Akmola, Kazakhstan');
  expect(placeText(NO_NOTES)).toBe('');
});

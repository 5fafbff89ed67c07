import { expect, test } from 'vitest';
import {
  fileName,
  readFileName,
  renditionsOf,
  sharedSize,
  widthsOf,
} from '#features/media/renditions.ts';

const PHOTO = { width: 6000, height: 4000, frames: 1, type: 'image/jpeg' };

test.each([
  ['a photograph', PHOTO],
  ['a small one', { ...PHOTO, width: 90, height: 60 }],
  ['a tower', { ...PHOTO, width: 400, height: 9000 }],
  ['one that moves', { ...PHOTO, frames: 40, type: 'image/gif' }],
  ['a drawing', { ...PHOTO, type: 'image/svg+xml' }],
])('of %s there are a few dozen files at most, each found again by its name', (_, picture) => {
  const all = renditionsOf(picture);
  expect(all.length).toBeLessThanOrEqual(40);
  const names = all.map((one) => fileName(one, 3));
  expect(new Set(names).size).toBe(all.length);
  for (const one of all) {
    expect(readFileName(fileName(one, 3))).toEqual({ ...one, version: 3 });
    expect(readFileName(fileName(one, 0))).toEqual({ ...one, version: 0 });
  }
});

test('nothing is made larger than it came', () => {
  for (const { cut, width, type } of renditionsOf({ ...PHOTO, width: 700, height: 500 })) {
    if (type !== 'jpg') expect([cut, width <= 700]).toEqual([cut, true]);
  }
  expect(sharedSize({ width: 700, height: 500 })).toEqual({ width: 700, height: 500 });
});

test('what moves is had as WebP, and still for those who want less of that', () => {
  const files = renditionsOf({ ...PHOTO, frames: 2 }).map((one) => fileName(one, 0));
  expect(files).toContain('still-640.webp');
  expect(files).toContain('1280.webp');
  expect(files).not.toContain('1280.avif');
  expect(renditionsOf(PHOTO).map((one) => one.cut)).not.toContain('still');
});

test.each([
  '',
  '320',
  '.webp',
  '320.gif',
  '320.webp.webp',
  'drawing.webp',
  'card-drawing.svg',
  '320.0.webp',
  '320.-1.webp',
  'CARD-320.webp',
  'card_320.webp',
  '../320.webp',
  '99999.webp',
  'hasown-320.webp',
])('%j is no name of a file', (name) => {
  expect(readFileName(name)).toBeNull();
});

test('a picture narrower than all widths keeps its own', () => {
  expect(widthsOf(200)).toEqual([200]);
  expect(widthsOf(133.3, 'square')).toEqual([133]);
  expect(widthsOf(4000)).toEqual([320, 640, 960, 1280, 1920]);
});

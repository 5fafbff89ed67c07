import fc from 'fast-check';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { addPicture } from '#features/media/commands.ts';
import { alike, lookAlikes } from '#features/media/internal/likeness.ts';
import { pictureDetails, pictureLibrary } from '#features/media/queries.ts';
import { system } from '#features/people/actor.ts';
import { good } from '#tests/results.ts';

const desk = system('test');

/** Another scene for each seed: a few shapes of light and dark. */
function scene(seed: number, width = 900) {
  const dice = (n: number) => Math.abs(Math.sin(seed * 12.9898 + n * 78.233) * 43758.5453) % 1;
  const shapes = Array.from({ length: 9 }, (_, n) => {
    const grey = Math.round(dice(n) * 255);
    const [x, y, r] = [dice(n + 20) * 900, dice(n + 40) * 600, 60 + dice(n + 60) * 220];
    return `<circle cx="${x}" cy="${y}" r="${r}" fill="rgb(${grey},${grey},${255 - grey})"/>`;
  });
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="900" height="600">${shapes.join('')}</svg>`;
  return sharp(Buffer.from(svg)).flatten({ background: '#789' }).resize({ width });
}

async function added(bytes: Uint8Array): Promise<string> {
  return good(await addPicture(desk, { bytes })).id;
}

async function likeOf(id: string) {
  return good(await pictureDetails(desk, id)).likenesses.map(({ id: other, same }) => [
    other,
    same,
  ]);
}

test('the same picture in another size, kind or quality is found again; another one is not', async () => {
  const first = await added(await scene(1).png().toBuffer());
  const other = await added(await scene(2).png().toBuffer());
  expect(await likeOf(first)).toEqual([]);
  expect(await likeOf(other)).toEqual([]);
  const small = await added(await scene(1, 400).jpeg({ quality: 40 }).toBuffer());
  const light = await added(await scene(1).modulate({ brightness: 1.1 }).webp().toBuffer());
  expect(new Set((await likeOf(small)).map(([id]) => id))).toEqual(new Set([first, light]));
  expect((await likeOf(first)).every(([, same]) => same === false)).toBe(true);
  expect(await likeOf(other)).toEqual([]);
});

test('the very same file is named as such, before all that only look like it', async () => {
  const bytes = await scene(3).png().toBuffer();
  const first = await added(bytes);
  const near = await added(await scene(3, 500).jpeg().toBuffer());
  const again = await added(bytes);
  expect(await likeOf(again)).toEqual([
    [first, true],
    [near, false],
  ]);
});

test('empty pictures, in which there is nothing to compare, do not all look alike', async () => {
  const blank = (colour: string) =>
    sharp({ create: { width: 300, height: 200, channels: 3, background: colour } })
      .png()
      .toBuffer();
  await added(await blank('#123'));
  expect(await likeOf(await added(await blank('#321')))).toEqual([]);
});

test('among ten thousand pictures only those are named that differ in few bits', () => {
  const hex = (n: number) => (n >>> 0).toString(16).padStart(8, '0');
  const spread = (n: number) => Math.imul(n + 1, 2654435761);
  const all = Array.from({ length: 10_000 }, (_, n) => ({
    id: `p${n}`,
    fingerprint: hex(spread(n)) + hex(spread(n * 7 + 3)),
  }));
  const [first] = all;
  if (!first) throw new Error('none');
  const bits = Number.parseInt(first.fingerprint.slice(8), 16);
  const eight = { id: 'eight', fingerprint: first.fingerprint.slice(0, 8) + hex(bits ^ 0xff) };
  const nine = { id: 'nine', fingerprint: first.fingerprint.slice(0, 8) + hex(bits ^ 0x1ff) };
  const found = alike([first], [...all, eight, nine]).get('p0') ?? [];
  expect(found.find((one) => one.id === 'eight')?.distance).toBe(8);
  expect(found.some((one) => one.id === 'nine')).toBe(false);
  expect(found.length).toBeLessThan(10);
});

test('whichever eight bits differ, two are found to be alike among all; with nine they are not', () => {
  const hex = (bits: bigint) => bits.toString(16).padStart(16, '0');
  const bits = fc.uniqueArray(fc.bigInt({ min: 0n, max: 63n }), { minLength: 9, maxLength: 9 });
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }), bits, (one, flipped) => {
      const flip = (many: bigint[]) => many.reduce((all, bit) => all ^ (1n << bit), one);
      const pair = (other: bigint) => [
        { id: 'one', fingerprint: hex(one) },
        { id: 'other', fingerprint: hex(other) },
      ];
      expect(lookAlikes(pair(flip(flipped.slice(0, 8)))).size).toBe(2);
      expect(lookAlikes(pair(flip(flipped))).size).toBe(0);
    }),
  );
});

test('the library lists what is in it twice, and nothing else', async () => {
  const before = good(await pictureLibrary(desk, { show: 'alike' })).total;
  const ids = [await added(await scene(7).png().toBuffer())];
  await added(await scene(8).png().toBuffer());
  ids.push(await added(await scene(7, 300).jpeg().toBuffer()));
  const found = good(await pictureLibrary(desk, { show: 'alike' }));
  expect(found.total).toBe(before + 2);
  expect(
    found.pictures
      .slice(0, 2)
      .map((one) => one.id)
      .sort(),
  ).toEqual(ids.sort());
});

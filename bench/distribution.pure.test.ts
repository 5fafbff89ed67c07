import { expect, test } from 'vitest';
import { apart, histogram, quantiles } from '#bench/distribution.ts';
import { repeatableBytes } from '#lib/chance.ts';

/** Numbers between 0 and 1, the same each time. */
function noise(seed: string, count: number): number[] {
  const draw = repeatableBytes(seed);
  return Array.from({ length: count }, () => draw(4).readUInt32BE() / 2 ** 32);
}

test('two samples of one kind are not told apart', () => {
  const { distance, chance, rank } = apart(noise('a', 800), noise('b', 800));
  expect(distance).toBeLessThan(chance);
  expect(rank).toBeCloseTo(0.5, 1);
});

test('a known address that takes a tenth longer is seen', () => {
  const slower = noise('a', 800).map((value) => value + 0.12);
  const { distance, chance, rank } = apart(slower, noise('b', 800));
  expect(distance).toBeGreaterThan(chance);
  expect(rank).toBeGreaterThan(0.55);
});

test('so is one that takes as long in the middle and not at the ends', () => {
  const steadier = noise('a', 800).map((value) => 0.5 + (value - 0.5) / 2);
  const { distance, chance } = apart(steadier, noise('b', 800));
  expect(distance).toBeGreaterThan(chance);
});

test('what is quite apart is at the end of each scale', () => {
  expect(apart([5, 6, 7], [1, 2, 3])).toMatchObject({ distance: 1, rank: 1 });
  expect(apart([1, 2, 3], [5, 6, 7])).toMatchObject({ distance: 1, rank: 0 });
});

test('the distribution is printed beside each other', () => {
  expect(quantiles([1, 2, 3, 4])).toBe('1.00, 3.00, 4.00 ms');
  const lines = histogram({ known: [1, 1, 1, 2], unknown: [1, 2, 2, 2] });
  expect(lines[0]).toMatch(/^ +ms {2}known +unknown$/);
  expect(lines[1]).toMatch(/^ +1\.00 {2}█+ +█+$/);
  expect(lines).toHaveLength(25);
});

import { expect, test } from 'vitest';
import { Windows } from '#lib/windows.ts';

const START = new Date('2026-11-23T09:00:00Z');
const after = (ms: number) => new Date(START.getTime() + ms);

function allowed(windows: Windows, key: string, at: Date): boolean {
  if (!windows.allows(key, at)) return false;
  windows.count(key, at);
  return true;
}

test('so many are allowed in a window, and again when it is over', () => {
  const windows = new Windows(3, 60_000);
  const answers = [0, 1, 2, 3, 59_999].map((ms) => allowed(windows, 'a', after(ms)));
  expect(answers).toEqual([true, true, true, false, false]);
  expect(allowed(windows, 'a', after(60_000))).toBe(true);
});

test('one key does not use up what another may', () => {
  const windows = new Windows(1, 60_000);
  expect(allowed(windows, 'a', START)).toBe(true);
  expect(allowed(windows, 'a', START)).toBe(false);
  expect(allowed(windows, 'b', START)).toBe(true);
});

test('a million places cost no more memory than the most', () => {
  const windows = new Windows(2, 60_000, 1_000);
  for (let n = 0; n < 1_000_000; n += 1) windows.count(`place ${n}`, after(n / 100));
  expect(windows.size).toBeLessThanOrEqual(1_000);
});

test('what is over is forgotten, however few come after it', () => {
  const windows = new Windows(2, 60_000);
  for (let n = 0; n < 500; n += 1) windows.count(`place ${n}`, START);
  windows.count('later', after(60_000));
  expect(windows.size).toBe(1);
});

test('a clock that was set back locks nobody out', () => {
  const windows = new Windows(1, 60_000);
  expect(allowed(windows, 'a', after(3_600_000))).toBe(true);
  expect(allowed(windows, 'a', START)).toBe(true);
});

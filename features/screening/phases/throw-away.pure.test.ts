import { expect, test } from 'vitest';
import { throwAway } from '#features/screening/phases/throw-away.ts';

test.each([
  [true, 'note'],
  [false, null],
])('an address for minutes (%s) is said, and changes nothing', (kind, expected) => {
  const writer = { approved: 0, rejected: 0, ban: null, lastAt: null, throwAway: kind };
  expect(throwAway({ writer })?.outcome ?? null).toBe(expected);
});

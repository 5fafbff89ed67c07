import { expect, test } from 'vitest';
import { repeated } from '#features/screening/phases/repeated.ts';

test.each<[string, number, number, boolean, string | null]>([
  ['said for the first time', 0, 0, false, null],
  ['said here before', 1, 0, false, 'hold'],
  ['said under another story', 0, 2, false, 'hold'],
  ['sent around', 0, 3, false, 'spam'],
  ['an edit that changes nothing', 1, 0, true, null],
])('%s', (_, here, elsewhere, edit, expected) => {
  expect(repeated({ same: { here, elsewhere }, edit })?.outcome ?? null).toBe(expected);
});

import { expect, test } from 'vitest';
import { rate } from '#features/screening/phases/rate.ts';

test.each<[string, boolean, boolean, boolean]>([
  ['a quiet network', false, false, false],
  ['a network that sent too much', true, false, true],
  ['an edit from there', true, true, false],
])('%s', (_, exhausted, edit, refused) => {
  expect(rate({ network: { exhausted, secondsLeft: 0 }, edit }) !== null).toBe(refused);
});

import { expect, test } from 'vitest';
import { DEFAULT_POLICY } from '#features/screening/comment-policy.ts';
import { tooLong } from '#features/screening/phases/too-long.ts';

const policy = { ...DEFAULT_POLICY, maxLength: 5 };

test.each([
  ['12345', null],
  ['😀😀😀😀😀', null],
  ['1234567', 'At most 5 characters: this is 2 too many.'],
])('%s', (text, expected) => {
  expect(tooLong({ text, policy })?.why ?? null).toBe(expected);
});

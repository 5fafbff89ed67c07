import { expect, test } from 'vitest';
import { DEFAULT_POLICY } from '#features/screening/comment-policy.ts';
import { heldByPolicy } from '#features/screening/phases/held-by-policy.ts';

test.each([
  ['pre', 'wait'],
  ['post', null],
] as const)('where comments are read %s appearing', (moderation, expected) => {
  const policy = { ...DEFAULT_POLICY, moderation };
  expect(heldByPolicy({ policy })?.outcome ?? null).toBe(expected);
});

import { expect, test } from 'vitest';
import { DEFAULT_POLICY } from '#features/screening/comment-policy.ts';
import { firstComment } from '#features/screening/phases/first-comment.ts';

test.each<[string, number, number, boolean, string | null]>([
  ['somebody new', 0, 0, true, 'The first of this writer.'],
  ['who was only rejected', 0, 2, true, 'No comment of this writer was approved yet.'],
  ['who was approved once', 1, 5, true, null],
  ['somebody new where that is nothing', 0, 0, false, null],
])('of %s', (_, approved, rejected, asked, expected) => {
  const writer = { approved, rejected, ban: null, lastAt: null, throwAway: false };
  const policy = { ...DEFAULT_POLICY, firstComment: asked };
  expect(firstComment({ writer, policy })?.why ?? null).toBe(expected);
});

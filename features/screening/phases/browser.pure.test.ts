import { expect, test } from 'vitest';
import { DEFAULT_POLICY } from '#features/screening/comment-policy.ts';
import { browser } from '#features/screening/phases/browser.ts';
import type { Signals } from '#features/spam/words.ts';

const CALM: Signals = { trap: false, proof: 'done', seconds: 40 };

test.each<[string, Partial<Signals>, 'pre' | 'post', string | null]>([
  ['who typed and whose browser worked', {}, 'post', null],
  ['who has no script', { proof: 'none', seconds: null }, 'post', 'wait'],
  ['who has no script where all wait', { proof: 'none', seconds: null }, 'pre', null],
  ['who filled in what nobody sees', { trap: true }, 'pre', 'spam'],
  ['who made the work up', { proof: 'wrong', seconds: null }, 'pre', 'hold'],
  ['who was faster than anybody is', { seconds: 3.9 }, 'pre', 'hold'],
  ['who was quick', { seconds: 4 }, 'post', null],
])('%s', (_, differently, moderation, expected) => {
  const signals = { ...CALM, ...differently };
  const policy = { ...DEFAULT_POLICY, moderation };
  expect(browser({ signals, policy, edit: false })?.outcome ?? null).toBe(expected);
  expect(browser({ signals, policy, edit: true })).toBeNull();
});

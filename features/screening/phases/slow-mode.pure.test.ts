import { expect, test } from 'vitest';
import { DEFAULT_POLICY } from '#features/screening/comment-policy.ts';
import { slowMode, tooSoon } from '#features/screening/phases/slow-mode.ts';

const slow = { ...DEFAULT_POLICY, slowSeconds: 120 };
const at = new Date('2026-11-23T09:00:00Z');
const before = (seconds: number) => new Date(at.getTime() - seconds * 1_000);

test.each<[string, number, boolean, string | null]>([
  ['whose turn it is', 0, false, null],
  ['that has to wait', 45, false, 'Yours can be sent in 45 seconds.'],
  ['that has to wait longer', 61, false, 'Yours can be sent in 2 minutes.'],
  ['that sends an edit', 45, true, null],
])('at the door, a network %s', (_, secondsLeft, edit, expected) => {
  const said = slowMode({ network: { exhausted: false, secondsLeft }, policy: slow, edit });
  expect(said?.why.replace(/^.*minutes\. /, '') ?? null).toBe(expected);
});

test('without slow mode nobody has to wait', () => {
  const network = { exhausted: false, secondsLeft: 45 };
  expect(slowMode({ network, policy: DEFAULT_POLICY, edit: false })).toBeNull();
});

test.each<[string, Date | null, number, boolean]>([
  ['who never wrote here', null, 120, false],
  ['who wrote just before', before(119), 120, true],
  ['whose time has passed', before(120), 120, false],
  ['where nothing is slow', before(1), 0, false],
])('inside, a writer %s', (_, lastAt, slowSeconds, held) => {
  const writer = { approved: 0, rejected: 0, ban: null, lastAt, throwAway: false };
  const said = tooSoon({ at, writer, policy: { ...slow, slowSeconds }, edit: false });
  expect(said !== null).toBe(held);
});

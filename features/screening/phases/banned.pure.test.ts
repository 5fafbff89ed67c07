import { expect, test } from 'vitest';
import { banned } from '#features/screening/phases/banned.ts';
import type { BanScope } from '#features/screening/views.ts';

const at = new Date('2026-11-23T09:00:00Z');

function ban(scope: BanScope, until: string | null) {
  const made = { rule: 'insult', reason: '', madeAt: new Date('2026-11-01') };
  return { id: 'b', scope, until: until === null ? null : new Date(until), ...made };
}

test.each([
  ['nobody', null, null],
  ['one for good', ban('site', null), 'The writer is banned on this site.'],
  ['one in this thread', ban('thread', null), 'The writer is banned in this conversation.'],
  ['one for some days more', ban('site', '2026-11-24'), 'The writer is banned on this site.'],
  ['one whose time is over', ban('site', '2026-11-23T09:00:00Z'), null],
])('of %s', (_, known, expected) => {
  const writer = { approved: 3, rejected: 0, lastAt: null, ban: known, throwAway: false };
  const verdict = banned({ at, writer });
  expect(verdict?.why ?? null).toBe(expected);
  if (expected) expect(verdict?.outcome).toBe('reject');
});

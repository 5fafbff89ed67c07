import { expect, test } from 'vitest';
import { closed } from '#features/screening/phases/closed.ts';

const at = new Date('2026-11-23T09:00:00Z');
const earlier = new Date('2026-11-23T08:59:59Z');
const later = new Date('2026-11-23T09:00:01Z');

test.each<[string, { open: boolean; closesAt: Date | null }, boolean, string | null]>([
  ['an open story', { open: true, closesAt: null }, true, null],
  ['an open story that closes later', { open: true, closesAt: later }, true, null],
  ['a story whose time is over', { open: true, closesAt: earlier }, true, 'Comments are closed.'],
  ['a story whose time ends now', { open: true, closesAt: at }, true, 'Comments are closed.'],
  ['a closed story', { open: false, closesAt: null }, true, 'Comments are closed.'],
  ['a closed thread', { open: true, closesAt: null }, false, 'This conversation is closed.'],
])('under %s', (_, story, open, expected) => {
  expect(closed({ at, story, thread: { open } })?.why ?? null).toBe(expected);
});

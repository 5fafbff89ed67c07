import { expect, test } from 'vitest';
import { can, type MediaAct } from '#features/media/policy.ts';
import { type Actor, system, VISITOR } from '#features/people/actor.ts';

function staff(role: 'admin' | 'editor' | 'reporter' | 'contributor' | 'moderator'): Actor {
  return { type: 'staff', id: role, name: role, grants: [{ role, sectionId: 'one section' }] };
}

const NOTHING = { see: false, add: false, change: false, replace: false, 'remove sample': false };

test.each<[string, Actor, Record<MediaAct, boolean>]>([
  ['a visitor', VISITOR, NOTHING],
  ['a moderator', staff('moderator'), NOTHING],
  ['a contributor', staff('contributor'), { ...NOTHING, see: true }],
  ['a reporter', staff('reporter'), { ...NOTHING, see: true, add: true }],
  [
    'an editor',
    staff('editor'),
    { see: true, add: true, change: true, replace: true, 'remove sample': false },
  ],
  [
    'an administrator',
    staff('admin'),
    { see: true, add: true, change: true, replace: true, 'remove sample': true },
  ],
  [
    'the sample job',
    system('sample'),
    { see: true, add: true, change: true, replace: true, 'remove sample': true },
  ],
])('%s may with pictures exactly what the table says', (_, actor, expected) => {
  for (const [act, allowed] of Object.entries(expected)) {
    expect([act, can(actor, act as MediaAct).ok]).toEqual([act, allowed]);
  }
});

test('a reporter changes the own pictures, a contributor none', () => {
  expect(can(staff('reporter'), 'change', { own: true }).ok).toBe(true);
  expect(can(staff('contributor'), 'change', { own: true }).ok).toBe(false);
  expect(can(staff('reporter'), 'replace', { own: true }).ok).toBe(false);
});

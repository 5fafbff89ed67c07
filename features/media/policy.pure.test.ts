import { expect, test } from 'vitest';
import { can, type MediaAct } from '#features/media/policy.ts';
import { type Actor, system, VISITOR } from '#features/people/actor.ts';

function staff(role: 'admin' | 'editor' | 'reporter' | 'contributor' | 'moderator'): Actor {
  return { type: 'staff', id: role, name: role, grants: [{ role, sectionId: 'one section' }] };
}

test.each<[string, Actor, Record<MediaAct, boolean>]>([
  ['a visitor', VISITOR, { see: false, add: false, 'remove sample': false }],
  ['a moderator', staff('moderator'), { see: false, add: false, 'remove sample': false }],
  ['a contributor', staff('contributor'), { see: true, add: false, 'remove sample': false }],
  ['a reporter', staff('reporter'), { see: true, add: true, 'remove sample': false }],
  ['an editor', staff('editor'), { see: true, add: true, 'remove sample': false }],
  ['an administrator', staff('admin'), { see: true, add: true, 'remove sample': true }],
  ['the sample job', system('sample'), { see: true, add: true, 'remove sample': true }],
])('%s may with pictures exactly what the table says', (_, actor, expected) => {
  for (const [act, allowed] of Object.entries(expected)) {
    expect([act, can(actor, act as MediaAct).ok]).toEqual([act, allowed]);
  }
});

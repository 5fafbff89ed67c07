import { expect, test } from 'vitest';
import { type Actor, type Role, system, VISITOR } from '#features/people/actor.ts';
import { can } from '#features/screening/policy.ts';

function staff(role: Role, sectionId: string | null = null): Actor {
  return { type: 'staff', id: role, name: role, grants: [{ role, sectionId }] };
}

test.each<[string, Actor, { site: boolean; section: boolean; story: boolean }]>([
  ['a visitor', VISITOR, { site: false, section: false, story: false }],
  ['a reporter', staff('reporter'), { site: false, section: false, story: false }],
  ['a moderator', staff('moderator'), { site: false, section: false, story: true }],
  [
    'a moderator of this section',
    staff('moderator', 'w'),
    { site: false, section: false, story: true },
  ],
  [
    'a moderator of another',
    staff('moderator', 'x'),
    { site: false, section: false, story: false },
  ],
  ['an editor', staff('editor'), { site: false, section: true, story: true }],
  [
    'an editor of another section',
    staff('editor', 'x'),
    { site: false, section: false, story: false },
  ],
  ['an administrator', staff('admin'), { site: true, section: true, story: true }],
  [
    'an administrator of a section',
    staff('admin', 'w'),
    { site: false, section: true, story: true },
  ],
  ['a job', system('test'), { site: true, section: true, story: true }],
])('%s changes the rules for comments where the table says', (_, actor, expected) => {
  expect({
    site: can(actor, 'change', { of: 'site' }).ok,
    section: can(actor, 'change', { of: 'section', sectionId: 'w' }).ok,
    story: can(actor, 'change', { of: 'story', sectionId: 'w' }).ok,
  }).toEqual(expected);
});

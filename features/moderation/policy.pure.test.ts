import { expect, test } from 'vitest';
import { can, type ModerationAct } from '#features/moderation/policy.ts';
import { type Actor, type Role, system, VISITOR } from '#features/people/actor.ts';

function staff(role: Role, sectionId: string | null = null): Actor {
  return { type: 'staff', id: role, name: role, grants: [{ role, sectionId }] };
}

const ACTS: readonly ModerationAct[] = [
  'note',
  'ban from a thread',
  'ban from the site',
  'close a thread',
  'answer an appeal',
];

/** One letter an act, in the order above. */
test.each<[string, Actor, string]>([
  ['a visitor', VISITOR, 'nnnnn'],
  ['a contributor', staff('contributor'), 'nnnnn'],
  ['a reporter', staff('reporter'), 'nnnnn'],
  ['a moderator', staff('moderator'), 'YYYYY'],
  ['a moderator of this section', staff('moderator', 'w'), 'YYnYY'],
  ['a moderator of another section', staff('moderator', 'x'), 'nnnnn'],
  ['an editor', staff('editor'), 'YYYYY'],
  ['an editor of this section', staff('editor', 'w'), 'YYnYY'],
  ['an editor of another section', staff('editor', 'x'), 'nnnnn'],
  ['an administrator', staff('admin'), 'YYYYY'],
  ['a job', system('test'), 'YYYYY'],
])('%s does with comments what the table says', (_, actor, expected) => {
  const about = { sectionId: 'w', against: 'staff:somebody' };
  expect(ACTS.map((act) => (can(actor, act, about).ok ? 'Y' : 'n')).join('')).toBe(expected);
});

test('whoever rejected a comment does not answer the appeal, whatever the role', () => {
  for (const role of ['moderator', 'editor', 'admin'] as const) {
    const verdict = can(staff(role), 'answer an appeal', {
      sectionId: 'w',
      against: `staff:${role}`,
    });
    expect(verdict).toEqual({ ok: false, why: expect.stringContaining('somebody else answers') });
  }
});

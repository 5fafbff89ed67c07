import { expect, test } from 'vitest';
import { HOME } from '#features/fronts/names.ts';
import { can, canBreak } from '#features/fronts/policy.ts';
import type { Role } from '#features/people/actor.ts';

const SPORT = { home: false, sectionId: 'sport' } as const;

const staff = (role: Role, sectionId: string | null) =>
  ({ type: 'staff', id: 'p', name: 'P', grants: [{ role, sectionId }] }) as const;

// role, of which section, and then: see home, arrange home, see sport, arrange sport, break
const YES = true;
const NO = false;
test.each<[Role, string | null, boolean, boolean, boolean, boolean, boolean]>([
  ['admin', null, YES, YES, YES, YES, YES],
  ['editor', null, YES, YES, YES, YES, YES],
  ['editor', 'sport', NO, NO, YES, YES, NO],
  ['editor', 'world', NO, NO, NO, NO, NO],
  ['reporter', null, YES, NO, YES, NO, NO],
  ['reporter', 'sport', NO, NO, YES, NO, NO],
  ['contributor', null, NO, NO, NO, NO, NO],
  ['moderator', null, NO, NO, NO, NO, NO],
])('%s of %s', (role, section, seeHome, arrangeHome, seeSport, arrangeSport, breaks) => {
  const actor = staff(role, section);
  expect([
    can(actor, 'see', HOME).ok,
    can(actor, 'arrange', HOME).ok,
    can(actor, 'see', SPORT).ok,
    can(actor, 'arrange', SPORT).ok,
    canBreak(actor).ok,
  ]).toEqual([seeHome, arrangeHome, seeSport, arrangeSport, breaks]);
});

test('a visitor does nothing with a front', () => {
  expect(can({ type: 'visitor' }, 'see', HOME).ok).toBe(false);
  expect(canBreak({ type: 'visitor' }).ok).toBe(false);
});

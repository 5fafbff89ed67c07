import { expect, test } from 'vitest';
import type { Role } from '#features/people/actor.ts';
import type { AssignmentState } from '#features/planning/lifecycle.ts';
import { can, type PlanningAct, plans } from '#features/planning/policy.ts';

const ACTS: PlanningAct[] = ['see', 'pitch', 'change', 'assign', 'take', 'move', 'finish', 'drop'];
const staff = (role: Role, sectionId: string | null) =>
  ({ type: 'staff', id: 'p', name: 'P', grants: [{ role, sectionId }] }) as const;

// who, of which section; whose it is, and where; what is allowed, in the order of ACTS
test.each<[Role, string | null, 'own' | 'pitched' | 'another', AssignmentState, string]>([
  ['admin', null, 'another', 'desk', 'yes yes yes yes yes yes yes yes'],
  ['editor', 'sport', 'another', 'pitch', 'yes yes yes yes yes yes yes yes'],
  ['editor', 'world', 'another', 'pitch', 'no no no no no no no no'],
  ['reporter', null, 'another', 'pitch', 'yes yes no no yes no no no'],
  ['reporter', null, 'another', 'writing', 'yes yes no no no no no no'],
  ['reporter', 'sport', 'own', 'writing', 'yes yes yes no no yes no no'],
  ['reporter', 'sport', 'pitched', 'pitch', 'yes yes yes no yes no no yes'],
  ['reporter', 'sport', 'pitched', 'assigned', 'yes yes no no no no no no'],
  ['contributor', null, 'another', 'pitch', 'no yes no no no no no no'],
  ['contributor', null, 'own', 'assigned', 'yes yes yes no no yes no no'],
  ['contributor', null, 'pitched', 'pitch', 'yes yes yes no no no no yes'],
  ['moderator', null, 'own', 'writing', 'no no no no no no no no'],
])('%s of %s, with what is %s and in %s: %s', (role, section, whose, state, expected) => {
  const about = {
    sectionId: 'sport',
    own: whose === 'own',
    pitched: whose === 'pitched',
    state,
  };
  const actor = staff(role, section);
  const allowed = ACTS.map((act) => (can(actor, act, about).ok ? 'yes' : 'no'));
  expect(allowed.join(' ')).toBe(expected);
});

test('who moderates and who visits has no board', () => {
  expect(plans(staff('moderator', null))).toBe(false);
  expect(plans({ type: 'visitor' })).toBe(false);
  expect(plans(staff('contributor', 'sport'))).toBe(true);
});

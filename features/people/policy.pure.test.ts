import { expect, test } from 'vitest';
import { type Actor, type Role, system, VISITOR } from '#features/people/actor.ts';
import { can, type PeopleAct } from '#features/people/policy.ts';

const staff = (role: Role): Actor => ({
  type: 'staff',
  id: role,
  name: role,
  grants: [{ role, sectionId: null }],
});

type OwnAct = 'change password' | 'own account';

/** Written by hand: yes or no for somebody else's account. */
const TABLE: Record<Exclude<PeopleAct, OwnAct>, Record<Role | 'visitor', boolean>> = {
  'see staff': {
    admin: true,
    editor: false,
    reporter: false,
    contributor: false,
    moderator: false,
    visitor: false,
  },
  add: {
    admin: true,
    editor: false,
    reporter: false,
    contributor: false,
    moderator: false,
    visitor: false,
  },
  invite: {
    admin: true,
    editor: false,
    reporter: false,
    contributor: false,
    moderator: false,
    visitor: false,
  },
  'change roles': {
    admin: true,
    editor: false,
    reporter: false,
    contributor: false,
    moderator: false,
    visitor: false,
  },
  'make reset link': {
    admin: true,
    editor: false,
    reporter: false,
    contributor: false,
    moderator: false,
    visitor: false,
  },
  'reset second factor': {
    admin: true,
    editor: false,
    reporter: false,
    contributor: false,
    moderator: false,
    visitor: false,
  },
  deactivate: {
    admin: true,
    editor: false,
    reporter: false,
    contributor: false,
    moderator: false,
    visitor: false,
  },
  'hand over drafts': {
    admin: true,
    editor: false,
    reporter: false,
    contributor: false,
    moderator: false,
    visitor: false,
  },
};

for (const [act, row] of Object.entries(TABLE)) {
  for (const [role, allowed] of Object.entries(row)) {
    test(`${role} ${allowed ? 'may' : 'may not'} ${act}`, () => {
      const actor = role === 'visitor' ? VISITOR : staff(role as Role);
      expect(can(actor, act as PeopleAct, { id: 'somebody' }).ok).toBe(allowed);
    });
  }
}

test.each(['change password', 'own account'] as const)(
  'everybody does it for the own account and for nobody else’s, administrators neither: %s',
  (act) => {
    for (const role of ['admin', 'editor', 'reporter', 'contributor', 'moderator'] as const) {
      expect(can(staff(role), act, { id: role }).ok).toBe(true);
      expect(can(staff(role), act, { id: 'other' }).ok).toBe(false);
    }
    expect(can(VISITOR, act, { id: 'other' }).ok).toBe(false);
    expect(can(system('setup'), act, { id: 'other' }).ok).toBe(false);
  },
);

test('no administrator gets around the own password and second step by making a link', () => {
  for (const act of ['make reset link', 'reset second factor'] as const) {
    expect(can(staff('admin'), act, { id: 'admin' }).ok).toBe(false);
    expect(can(staff('admin'), act, { id: 'other' }).ok).toBe(true);
  }
});

test('nobody changes their own roles, so that an administrator is always left', () => {
  expect(can(staff('admin'), 'change roles', { id: 'admin' }).ok).toBe(false);
  expect(can(staff('admin'), 'change roles', { id: 'other' }).ok).toBe(true);
});

test('nobody deactivates their own account', () => {
  expect(can(staff('admin'), 'deactivate', { id: 'admin' })).toEqual({
    ok: false,
    why: 'You cannot close your own account.',
  });
});

test('a role that is limited to a section manages no staff', () => {
  const limited: Actor = {
    type: 'staff',
    id: 'a',
    name: 'a',
    grants: [{ role: 'admin', sectionId: 'world' }],
  };
  expect(can(limited, 'add').ok).toBe(false);
});

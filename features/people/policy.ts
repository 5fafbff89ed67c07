import { type Actor, hasRole, no, type Verdict, YES } from '#features/people/actor.ts';

export type PeopleAct =
  | 'see staff'
  | 'add'
  | 'invite'
  | 'change roles'
  | 'make reset link'
  | 'reset second factor'
  | 'deactivate'
  | 'hand over drafts'
  | 'change password'
  | 'own account';

const MANAGED = 'Only an administrator manages the staff.';

/** Who may do what with staff accounts. `target` is whose account it is. */
export function can(actor: Actor, act: PeopleAct, target?: { id: string }): Verdict {
  const self = actor.type === 'staff' && actor.id === target?.id;
  const manages = hasRole(actor, ['admin']);
  switch (act) {
    case 'see staff':
    case 'add':
    case 'invite':
    case 'hand over drafts':
      return manages ? YES : no(MANAGED);
    case 'change roles':
      if (self) return no('Another administrator changes your roles.');
      return manages ? YES : no(MANAGED);
    case 'deactivate':
      if (self) return no('You cannot close your own account.');
      return manages ? YES : no(MANAGED);
    case 'make reset link':
      if (self) return no('You change your own password under your name.');
      return manages ? YES : no(MANAGED);
    case 'reset second factor':
      if (self) return no('You change your own second step under your name.');
      return manages ? YES : no(MANAGED);
    case 'change password':
      return self ? YES : no('Only the person can change this password.');
    case 'own account':
      return self ? YES : no('Only the person can do this.');
  }
}

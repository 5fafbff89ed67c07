import { type Actor, hasRole, no, type Verdict, YES } from '#features/people/actor.ts';

export type PeopleAct = 'see staff' | 'add' | 'change roles' | 'deactivate' | 'change password';

/** Who may do what with staff accounts. `target` is whose account it is. */
export function can(actor: Actor, act: PeopleAct, target?: { id: string }): Verdict {
  const self = actor.type === 'staff' && actor.id === target?.id;
  switch (act) {
    case 'see staff':
    case 'add':
    case 'change roles':
      return hasRole(actor, ['admin']) ? YES : no('Only an administrator manages the staff.');
    case 'deactivate':
      if (self) return no('You cannot close your own account.');
      return hasRole(actor, ['admin']) ? YES : no('Only an administrator manages the staff.');
    case 'change password':
      return self ? YES : no('Only the person can change this password.');
  }
}

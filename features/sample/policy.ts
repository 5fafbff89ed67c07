import { type Actor, hasRole, no, type Verdict, YES } from '#features/people/actor.ts';

/** The sample newsroom comes and goes as a whole: that is for whoever runs the site. */
export function can(actor: Actor, _act: 'add' | 'remove'): Verdict {
  return hasRole(actor, ['admin'])
    ? YES
    : no('Only an administrator can add or take away the sample newsroom.');
}

import { type Actor, hasRole, no, type Verdict, YES } from '#features/people/actor.ts';

/** The newspaper's name, look and rules are the administrators'. */
export function can(actor: Actor, _act: 'change'): Verdict {
  return hasRole(actor, ['admin']) ? YES : no('Only an administrator changes the settings.');
}

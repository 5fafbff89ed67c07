import { type Actor, hasRole, no, type Verdict, YES } from '#features/people/actor.ts';

/** Sections are part of the newsroom's settings: administrators make, rename and order them. */
export function can(actor: Actor, _act: 'add' | 'change' | 'order'): Verdict {
  return hasRole(actor, ['admin']) ? YES : no('Only an administrator changes the sections.');
}

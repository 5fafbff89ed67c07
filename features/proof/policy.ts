import { type Actor, no, type Verdict, YES } from '#features/people/actor.ts';

/** A proof is what the machine found. Nobody says by hand that one was made. */
export function can(actor: Actor, _act: 'record'): Verdict {
  return actor.type === 'system' ? YES : no('Only dateline prove-privacy says what was proved.');
}

import { type Actor, no, type Verdict, YES } from '#features/people/actor.ts';

/** Who may do what about addresses. Nobody may see one: there is no act for it. */
export function can(actor: Actor, _act: 'change keys'): Verdict {
  return actor.type === 'system'
    ? YES
    : no('Keys are changed by whoever runs the machine, on its command line.');
}

import { type Actor, hasRole, no, type Role, type Verdict, YES } from '#features/people/actor.ts';
import type { AssignmentState } from '#features/planning/lifecycle.ts';

/** `own`: the actor has it to write. `pitched`: the actor thought of it. */
export type AssignmentForPolicy = {
  sectionId: string;
  own: boolean;
  pitched: boolean;
  state: AssignmentState;
};

export type PlanningAct =
  | 'see'
  | 'pitch'
  | 'change'
  | 'assign'
  | 'take'
  | 'move'
  | 'finish'
  | 'drop';

const EDITORS: readonly Role[] = ['admin', 'editor'];
const REPORTERS: readonly Role[] = [...EDITORS, 'reporter'];
const WRITERS: readonly Role[] = [...REPORTERS, 'contributor'];

/** Who may do what with an assignment of a section. */
export function can(actor: Actor, act: PlanningAct, about: AssignmentForPolicy): Verdict {
  const is = (roles: readonly Role[]) => hasRole(actor, roles, about.sectionId);
  if (is(EDITORS)) return YES;
  const mine = about.own && is(WRITERS);
  const myPitch = about.pitched && about.state === 'pitch' && is(WRITERS);
  switch (act) {
    case 'see':
      return is(REPORTERS) || mine || (about.pitched && is(WRITERS))
        ? YES
        : no('You may not see this assignment.');
    case 'pitch':
      return is(WRITERS) ? YES : no('Your role does not write stories.');
    case 'change':
      return mine || myPitch ? YES : no('Only who has it to write, or an editor, changes it.');
    case 'take':
      return about.state === 'pitch' && is(REPORTERS)
        ? YES
        : no('Only an editor of this section says who writes it.');
    case 'move':
      return mine ? YES : no('Only who has it to write, or an editor, moves it.');
    case 'drop':
      return myPitch ? YES : no('Only an editor of this section takes it off the board.');
    case 'assign':
      return no('Only an editor of this section says who writes it, and until when.');
    case 'finish':
      return no('Only an editor of this section says that it is done.');
  }
}

/** True if there is a board for this person at all. */
export function plans(actor: Actor): boolean {
  if (actor.type !== 'staff') return actor.type === 'system';
  return actor.grants.some(({ role }) => WRITERS.includes(role));
}

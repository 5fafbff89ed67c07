import type { ASSIGNMENT_STATES } from '#db/schema/planning.ts';

export type AssignmentState = (typeof ASSIGNMENT_STATES)[number];

/** The words of the board, in the order of its columns. */
export const STATES: readonly { state: AssignmentState; name: string; about: string }[] = [
  { state: 'pitch', name: 'Pitch', about: 'An idea that nobody has taken yet.' },
  { state: 'assigned', name: 'Assigned', about: 'Somebody has it to write.' },
  { state: 'writing', name: 'Writing', about: 'Somebody is writing it.' },
  { state: 'desk', name: 'Desk', about: 'An editor has it.' },
  { state: 'done', name: 'Done', about: 'It is out, or finished.' },
];

export function nameOfState(state: AssignmentState): string {
  return STATES.find((one) => one.state === state)?.name ?? state;
}

/** The state before or after another, in the order of the columns. */
export function neighbour(state: AssignmentState, by: 1 | -1): AssignmentState | null {
  const at = STATES.findIndex((one) => one.state === state);
  return STATES[at + by]?.state ?? null;
}

/**
 * Null if an assignment can be in a state, else the reason why not. Any state can follow any other: a
 * newsroom's day has no order. But somebody has to have it.
 */
export function obstacle(
  state: AssignmentState,
  about: { personId: string | null },
): string | null {
  if (state === 'pitch' || about.personId) return null;
  return 'Nobody has it yet: say who first.';
}

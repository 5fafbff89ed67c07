/**
 * The facts about a story that its state is derived from, and the moves that a state allows. Nothing
 * here is stored: the rows in db/schema/decisions.ts and the publication log are.
 */
export type Facts = {
  headId: string;
  live: { revisionId: string } | null;
  /** True once it was public and is not any more. */
  withdrawn: boolean;
  submission: { revisionId: string } | null;
  approval: { revisionId: string } | null;
  /** What goes out later; at most one revision at a time. */
  schedule: { act: 'publish' | 'replace'; at: Date; revisionId: string } | null;
  takeDownAt: Date | null;
  embargoUntil: Date | null;
  hold: { reason: string } | null;
};

/** The facts about a text that nobody has done anything with. */
export function untouched(headId: string): Facts {
  return {
    headId,
    live: null,
    withdrawn: false,
    submission: null,
    approval: null,
    schedule: null,
    takeDownAt: null,
    embargoUntil: null,
    hold: null,
  };
}

export const STATES = [
  'draft',
  'in review',
  'approved',
  'scheduled',
  'live',
  'live with changes',
  'withdrawn',
] as const;

export type StoryState = (typeof STATES)[number];

/** The word that people see. An approval counts only while the approved revision is the newest. */
export function stateOf(facts: Facts): StoryState {
  if (facts.live) return facts.live.revisionId === facts.headId ? 'live' : 'live with changes';
  if (facts.schedule) return 'scheduled';
  if (facts.approval?.revisionId === facts.headId) return 'approved';
  if (facts.submission) return 'in review';
  return facts.withdrawn ? 'withdrawn' : 'draft';
}

/** From which states a move is possible, and what to say otherwise. */
const MOVES = {
  submit: {
    from: ['draft', 'live with changes', 'withdrawn'],
    otherwise: 'There is nothing new to send for review.',
  },
  'take back': {
    from: ['in review', 'live with changes'],
    otherwise: 'It is not waiting for review.',
  },
  return: {
    from: ['in review', 'live with changes'],
    otherwise: 'It is not waiting for review.',
  },
  approve: {
    from: ['draft', 'in review', 'live with changes', 'withdrawn'],
    otherwise: 'There is nothing here to approve.',
  },
  'take approval back': {
    from: ['approved', 'scheduled', 'live with changes'],
    otherwise: 'This text is not approved.',
  },
  publish: {
    from: ['draft', 'in review', 'approved', 'scheduled', 'live with changes', 'withdrawn'],
    otherwise: 'Readers see exactly this text already.',
  },
  schedule: {
    from: ['draft', 'in review', 'approved', 'live with changes', 'withdrawn'],
    otherwise: 'Readers see exactly this text already.',
  },
  'cancel schedule': {
    from: ['scheduled', 'live', 'live with changes'],
    otherwise: 'Nothing is scheduled.',
  },
  'take down': {
    from: ['scheduled', 'live', 'live with changes'],
    otherwise: 'Readers do not see it, so there is nothing to take down.',
  },
  'cancel take down': {
    from: ['scheduled', 'live', 'live with changes'],
    otherwise: 'No take-down is planned.',
  },
  embargo: { from: STATES, otherwise: '' },
  'lift embargo': { from: STATES, otherwise: '' },
  withdraw: {
    from: ['live', 'live with changes'],
    otherwise: 'Readers do not see it, so there is nothing to withdraw.',
  },
  correct: {
    from: ['live', 'live with changes'],
    otherwise: 'Readers do not see it, so there is nothing to correct.',
  },
} as const satisfies Record<string, { from: readonly StoryState[]; otherwise: string }>;

export type Move = keyof typeof MOVES;

/** Null if the facts allow the move at this moment, else the reason why not. */
export function obstacle(move: Move, facts: Facts, at: Date): string | null {
  if (facts.hold) return `On hold: ${facts.hold.reason}`;
  return missingFact(move, facts, at) ?? wrongState(move, facts);
}

function wrongState(move: Move, facts: Facts): string | null {
  const { from, otherwise } = MOVES[move];
  return (from as readonly StoryState[]).includes(stateOf(facts)) ? null : otherwise;
}

/** What the state's word does not say. */
function missingFact(move: Move, facts: Facts, at: Date): string | null {
  const { submission, schedule, takeDownAt } = facts;
  switch (move) {
    case 'take back':
    case 'return':
      return submission ? null : MOVES[move].otherwise;
    case 'submit':
      return submission?.revisionId === facts.headId
        ? 'This text is waiting for review already.'
        : null;
    case 'take approval back':
      return facts.approval?.revisionId === facts.headId ? null : MOVES[move].otherwise;
    case 'publish':
      return isUnderEmbargo(facts, at) ? 'It is under embargo until a later moment.' : null;
    case 'schedule':
      return schedule ? 'It is scheduled already: cancel that first.' : null;
    case 'cancel schedule':
      return schedule ? null : MOVES[move].otherwise;
    case 'take down':
      return takeDownAt ? 'A take-down is planned already: cancel that first.' : null;
    case 'cancel take down':
      return takeDownAt ? null : MOVES[move].otherwise;
    case 'lift embargo':
      return isUnderEmbargo(facts, at) ? null : 'It is not under embargo.';
    default:
      return null;
  }
}

export function isUnderEmbargo({ embargoUntil }: Facts, at: Date): boolean {
  return embargoUntil !== null && embargoUntil > at;
}

/** What happens to it next by itself: it goes out before it is taken down. */
export function nextAct({
  schedule,
  takeDownAt,
}: Facts): { act: 'publish' | 'replace' | 'withdraw'; at: Date } | null {
  if (schedule) return { act: schedule.act, at: schedule.at };
  return takeDownAt && { act: 'withdraw', at: takeDownAt };
}

/** True while what is due may not be done: a hold stops everything, an embargo what would go out. */
export function isHeldUp(facts: Facts, act: 'publish' | 'replace' | 'withdraw', at: Date): boolean {
  return facts.hold !== null || (act !== 'withdraw' && isUnderEmbargo(facts, at));
}

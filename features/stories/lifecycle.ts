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
  schedule: { act: 'publish' | 'replace' | 'withdraw'; at: Date; revisionId: string } | null;
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

export type Move =
  | 'submit'
  | 'take back'
  | 'return'
  | 'approve'
  | 'publish'
  | 'schedule'
  | 'withdraw';

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
  publish: {
    from: ['draft', 'in review', 'approved', 'scheduled', 'live with changes', 'withdrawn'],
    otherwise: 'Readers see exactly this text already.',
  },
  schedule: {
    from: ['draft', 'in review', 'approved', 'live', 'live with changes', 'withdrawn'],
    otherwise: 'It is scheduled already: cancel that first.',
  },
  withdraw: {
    from: ['live', 'live with changes'],
    otherwise: 'Readers do not see it, so there is nothing to withdraw.',
  },
} as const satisfies Record<Move, { from: readonly StoryState[]; otherwise: string }>;

/** Null if the facts allow the move at this moment, else the reason why not. */
export function obstacle(move: Move, facts: Facts, at: Date): string | null {
  if (facts.hold) return `On hold: ${facts.hold.reason}`;
  const { from, otherwise } = MOVES[move];
  if (!(from as readonly StoryState[]).includes(stateOf(facts))) return otherwise;
  if ((move === 'take back' || move === 'return') && !facts.submission) return otherwise;
  if (move === 'submit' && facts.submission?.revisionId === facts.headId) {
    return 'This text is waiting for review already.';
  }
  if (move === 'publish' && facts.embargoUntil && facts.embargoUntil > at) {
    return 'It is under embargo until a later moment.';
  }
  return null;
}

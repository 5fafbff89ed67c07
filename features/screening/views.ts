import type { LANES } from '#db/schema/comments.ts';
import type { BAN_SCOPES, OUTCOMES, Span } from '#db/schema/screening.ts';

export type Lane = (typeof LANES)[number];
export type BanScope = (typeof BAN_SCOPES)[number];

/**
 * What a phase may want done: `reject` it, put it with the `spam`, `hold` it for a careful look, let it
 * `wait` for a moderator, or only `note` something.
 */
export type Outcome = (typeof OUTCOMES)[number];

/** What a phase says, for moderators; where it is about a part of the text, which. */
export type PhaseVerdict = {
  outcome: Outcome;
  /** Which rule of that phase: counted, so it is one of few. */
  rule: string;
  why: string;
  spans?: readonly Span[];
};

/** What is told to the writer at once, in the answer to the form. Never depends on who it is. */
export type DoorRefusal = {
  code: 'illegal' | 'invalid' | 'limited';
  why: string;
  field?: 'text' | 'name';
};

/** A verdict with the phase that gave it, as it is kept. */
export type KeptVerdict = Required<Omit<PhaseVerdict, 'spans'>> & {
  phase: string;
  spans: readonly Span[];
};

/** What became of a comment in the pipeline. */
export type Screened = {
  state: 'approved' | 'waiting' | 'rejected';
  lane: Lane;
  verdicts: KeptVerdict[];
};

/** A ban as the banned person and the moderators read it. */
export type BanView = {
  id: string;
  scope: BanScope;
  rule: string;
  reason: string;
  madeAt: Date;
  until: Date | null;
};

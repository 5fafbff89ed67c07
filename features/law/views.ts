import type { Verdict } from '#features/people/actor.ts';

/** An open hold, as the desk shows it. */
export type HoldView = { id: string; reason: string; by: string; at: Date };

/** A request for the address behind a comment, and what became of it. No view has the address. */
export type AddressRequestView = {
  id: string;
  commentId: string;
  reason: string;
  askedBy: string;
  askedAt: Date;
  /** Null while it waits for somebody else. */
  verdict: 'granted' | 'refused' | 'taken back' | null;
  decidedBy: string | null;
  decidedAt: Date | null;
  own: boolean;
};

/** What can be done about a thing because the law asks for it, and why not. */
export type LawView = { holds: HoldView[]; hold: Verdict; redact: Verdict };

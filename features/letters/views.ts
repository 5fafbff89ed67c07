import type { CommentState } from '#features/comments/lifecycle.ts';

/** One thing that was said in a comment, as it was at one moment. */
export type HeldRevision = { number: number; at: Date; name: string; text: string };

/** What moderators decided about a comment, and what they told its writer. */
export type HeldDecision = {
  at: Date;
  verdict: 'approved' | 'rejected';
  /** Of the house rules, which one it breaks; empty if none is named. */
  rule: string;
  reason: string;
};

/** What its writer said against a rejection, and the answer. */
export type HeldAppeal = { at: Date; text: string; answer: string | null; words: string };

/** That somebody was shut out, for a comment. */
export type HeldBan = {
  at: Date;
  where: 'thread' | 'site';
  until: Date | null;
  rule: string;
  reason: string;
};

export type HeldComment = {
  id: string;
  /** The random name under which the writer is known in this story, and in no other. */
  commenterId: string;
  state: CommentState;
  at: Date;
  /** Where it stands; null while readers do not have the story. */
  story: { headline: string; path: string } | null;
  /** Why its words were taken away, if they were. */
  redacted: string | null;
  revisions: HeldRevision[];
  decisions: HeldDecision[];
  appeal: HeldAppeal | null;
  bans: HeldBan[];
  /** Whether letters about it were asked for. */
  letters: boolean;
};

/** Everything that is held of one person. The address is not among it: nothing here can read it. */
export type Held = {
  address: {
    /** True while the address itself is kept, sealed. */
    kept: boolean;
    lastSeen: Date;
    confirmed: Date | null;
    /** Since when no letter goes to it any more, unless one is asked for anew. */
    ended: Date | null;
    /** Since when none ever goes to it. */
    refused: Date | null;
  };
  /** Newest first. */
  comments: HeldComment[];
  /** `done` once it was sent, or there was nothing to say any more. */
  letters: { kind: string; at: Date; done: Date | null }[];
};

/** What a link from a letter about letters leads to. */
export type LettersState = 'unknown' | 'confirmed' | 'ended' | 'refused';

/** How a person wants to be erased: what was written stays, or goes and leaves its place. */
export const ERASING = ['kept', 'removed'] as const;

import type { CommentPolicy } from '#features/screening/comment-policy.ts';
import type { BanView } from '#features/screening/views.ts';
import type { Score } from '#features/spam/scoring.ts';
import type { Signals } from '#features/spam/words.ts';

/** What is known before anybody asks who writes. A refusal at the door is made of nothing else. */
export type DoorContext = {
  /** The moment of the comment. No phase looks at a clock. */
  at: Date;
  text: string;
  name: string;
  /** True for a later revision of a comment that is there already. */
  edit: boolean;
  policy: CommentPolicy;
  story: { open: boolean; closesAt: Date | null };
  thread: { open: boolean };
  network: {
    /** True once too many comments came from there, whoever wrote them. */
    exhausted: boolean;
    /** In slow mode: how many seconds are left until the next one from there. */
    secondsLeft: number;
  };
};

/** Everything that a phase may look at. Each takes the part that it needs. */
export type Context = DoorContext & {
  writer: {
    approved: number;
    rejected: number;
    ban: BanView | null;
    /** When the same person last wrote under this story. */
    lastAt: Date | null;
    /** Whether the address is of a provider where addresses last for minutes. */
    throwAway: boolean;
  };
  /** How often the same words came in lately: under this story, and under others. */
  same: { here: number; elsewhere: number };
  /** How the form was filled in. */
  signals: Signals;
  /** What the spam filter makes of it. */
  looks: Score;
};

import type { CommentMove, CommentState } from '#features/comments/lifecycle.ts';
import type { ReportReason } from '#features/comments/reports.ts';
import type { BanView, Lane, Outcome } from '#features/screening/views.ts';

/** The piles that the moderators' work lies on. */
export const PILES = ['waiting', 'reported', 'held', 'spam', 'appeals', 'all'] as const;
export type Pile = (typeof PILES)[number];

type Tally = { approved: number; rejected: number };

/** What a moderator may know of a writer: how earlier comments were judged, and not who it is. */
export type WriterFacts = { here: Tally; elsewhere: Tally; confirmed: boolean };

/** What a phase of the pipeline said, with the part of the text that it is about. */
export type Said = {
  phase: string;
  outcome: Outcome;
  why: string;
  spans: { from: number; to: number }[];
};

/** What a reader says against a comment that everybody sees. */
export type ReportView = { reason: ReportReason; note: string; at: Date };

/**
 * What can be done about a comment here: also that it stays although somebody reported it, and that it
 * lies aside for later or for somebody else, or does so no more.
 */
export type QueueMove = CommentMove | 'keep' | 'reopen' | 'aside' | 'back';

export type NoteView = { id: string; who: string; at: Date; text: string };

/** An appeal as moderators see it. Who rejected the comment may read it and not answer. */
export type AppealInDesk = {
  text: string;
  at: Date;
  answer: 'upheld' | 'overturned' | null;
  words: string;
  answeredBy: string;
  /** Why this person may not answer it, if so. */
  why: string | null;
};

/** A comment in the moderators' queue. No view here has, or may get, a field for an address. */
export type QueuedComment = {
  id: string;
  revisionId: string;
  state: CommentState;
  lane: Lane;
  name: string;
  text: string;
  staff: boolean;
  at: Date;
  /** How it was last decided: by which rule, why and by whom. */
  decided: { rule: string; reason: string; who: string; at: Date } | null;
  /** Why its words were taken away for good, if they were. */
  redacted: string | null;
  /** Why nobody may decide about it now, if so. */
  held: string | null;
  face: string;
  story: { id: string; headline: string; path: string | null; open: boolean };
  thread: { id: string; open: boolean };
  inReplyTo: { name: string; text: string } | null;
  writer: WriterFacts | null;
  ban: BanView | null;
  said: Said[];
  notes: NoteView[];
  reports: ReportView[];
  appeal: AppealInDesk | null;
  moves: QueueMove[];
};

/** How many lie on each pile, counted no further than `COUNTED`. */
export type Counts = Record<Pile, number>;

/** Nobody needs to know more exactly how much work there is. */
export const COUNTED = 1_000;

/** What an open desk asks every few seconds: `stamp` is another one when anything has changed. */
export type News = { counts: Counts; stamp: string };

export type Queue = {
  comments: QueuedComment[];
  news: News;
  /** Where the next page begins; empty if this is the last one. */
  next: string;
};

/** What the writer reads behind the own link: by which rule, why, and what can be said against it. */
export type OwnDecision = {
  /** Null unless the comment is rejected. */
  rejected: { rule: { name: string; words: string } | null; reason: string } | null;
  ban: { where: 'thread' | 'site'; until: Date | null; rule: string; reason: string } | null;
  appeal: {
    text: string;
    at: Date;
    answer: 'upheld' | 'overturned' | null;
    words: string;
  } | null;
  mayAppeal: boolean;
};

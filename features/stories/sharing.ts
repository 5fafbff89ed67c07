import type { ANSWER_KINDS } from '#db/schema/previews.ts';
import type { StoryView } from '#features/stories/views.ts';

/** An address for somebody without an account, as the desk sees it. The token is shown only once. */
export type SharedLink = {
  id: string;
  person: string;
  mayAnswer: boolean;
  by: string;
  madeAt: Date;
  expiresAt: Date;
  /** Whether it still leads to the story. */
  standing: 'open' | 'expired' | 'ended';
  answers: PreviewAnswer[];
};

export type PreviewAnswer = {
  id: string;
  kind: (typeof ANSWER_KINDS)[number];
  text: string;
  revisionNumber: number;
  at: Date;
};

/** What the address shows. */
export type SharedPreview = {
  view: StoryView;
  person: string;
  revisionId: string;
  revisionNumber: number;
  expiresAt: Date;
  mayAnswer: boolean;
  answers: PreviewAnswer[];
};

/** The longest that a link may last. */
export const MOST_DAYS = 30;

/** What the desk is told after it asked for a link: its whole address, or why there is none. */
export type ShareAnswer =
  | { link: string }
  | { link: null; why: string; fields: Record<string, string> };

import type { CommentState } from '#features/comments/lifecycle.ts';

/** What readers see of a comment. No view of this file has, or may get, a field for an address. */
export type CommentView = {
  id: string;
  name: string;
  staff: boolean;
  /** True if whoever wrote it also wrote the story. */
  author: boolean;
  at: Date;
  text: string;
  edited: boolean;
  /** How many browsers recommended it. */
  recommended: number;
  /** True if the newsroom points at it. */
  picked: boolean;
  /** Its writer took it away: it has no words, no name and no face, only its place. */
  removed: boolean;
  /** 8 hex digits to draw a picture from: the same for one writer in one story, and nowhere else. */
  face: string;
  /** What it answers, where it does not stand inside of that. `here`: it is on the same page. */
  inReplyTo: { id: string; name: string; here: boolean } | null;
};

/** An answer, and what stands inside of it. Nothing stands deeper. */
export type AnswerView = CommentView & { replies: CommentView[] };

/** A first comment and what was said to it. `first` is empty if it is not shown any more. */
export type ThreadView = {
  id: string;
  first: CommentView | null;
  replies: AnswerView[];
  /** How many answers are only on the thread's own pages. */
  more: number;
  /** True if nobody may answer in it any more. */
  closed: boolean;
};

/** What is asked of new comments under a story, as its readers are told. */
export type Asked = {
  open: boolean;
  /** When they close by themselves. */
  closesAt: Date | null;
  moderation: 'pre' | 'post';
  /** Whether somebody's first comment is read before it appears, where others appear at once. */
  firstComment: boolean;
  /** Seconds between two comments of one person; 0 if they are taken as they come. */
  slowSeconds: number;
};

export const COMMENT_ORDERS = ['oldest', 'newest', 'recommended'] as const;
export type CommentOrder = (typeof COMMENT_ORDERS)[number];

/** One numbered page of a story's comments. */
export type ThreadPage = {
  order: CommentOrder;
  threads: ThreadView[];
  page: number;
  pages: number;
  /** Of the whole story, not of this page. */
  comments: number;
  asked: Asked;
};

/** One numbered page of the answers in one thread. */
export type LongThread = {
  thread: ThreadView;
  answers: number;
  page: number;
  pages: number;
  asked: Asked;
};

/** What a reply is written to. */
export type ReplyTarget = {
  comment: CommentView;
  story: { path: string; headline: string; language: string; commentsOpen: boolean };
};

/** What the writer sees behind the own secret link. */
export type OwnComment = {
  state: CommentState;
  name: string;
  text: string;
  at: Date;
  /** Why its words were taken away for good, if they were. */
  redacted: string | null;
  story: { headline: string; path: string } | null;
  /** Until when it may be said otherwise, if it may now. */
  changeableUntil: Date | null;
  /** True while readers see an earlier text than this one. */
  earlierShown: boolean;
  /** Where it stands, once everybody can see it. */
  shownAt: string | null;
};

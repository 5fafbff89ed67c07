import type { CommentState } from '#features/comments/lifecycle.ts';

/** What readers see of a comment. No view of this file has, or may get, a field for an address. */
export type CommentView = {
  id: string;
  name: string;
  staff: boolean;
  at: Date;
  text: string;
  /** 8 hex digits to draw a picture from: the same for one writer in one story, and nowhere else. */
  face: string;
  /** What it answers, where that is not the first comment of its thread. */
  inReplyTo: { id: string; name: string } | null;
};

/** A first comment and all that was said to it. `first` is empty if it is not shown any more. */
export type ThreadView = { id: string; first: CommentView | null; replies: CommentView[] };

/** One numbered page of a story's comments, oldest thread first. */
export type ThreadPage = {
  threads: ThreadView[];
  page: number;
  pages: number;
  /** Of the whole story, not of this page. */
  comments: number;
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
  /** Where it stands, once everybody can see it. */
  shownAt: string | null;
};

import { index, instant, int, oneOf, primaryKey, table, text, uniqueIndex } from '#db/columns.ts';
import { comments } from '#db/schema/comments.ts';
import { stories } from '#db/schema/stories.ts';

/**
 * A thread of which readers see something, in each of the orders in which threads are listed. Derived
 * from the comments, in the transaction that changes what is shown.
 */
export const commentThreads = table(
  'comment_threads',
  {
    /** The id of the comment that began it. */
    id: text('id').primaryKey(),
    storyId: text('story_id')
      .notNull()
      .references(() => stories.id),
    beganAt: instant('began_at').notNull(),
    /** How many comments of it readers see. Never none. */
    shown: int('shown').notNull(),
    /** Of the comment that began it. */
    recommended: int('recommended').notNull().default(0),
  },
  (t) => [
    index('comment_threads_began').on(t.storyId, t.beganAt, t.id),
    index('comment_threads_recommended').on(t.storyId, t.recommended, t.beganAt, t.id),
  ],
);

/** One browser's recommendation of one comment: a digest that differs from comment to comment. */
export const commentRecommendations = table(
  'comment_recommendations',
  {
    commentId: text('comment_id')
      .notNull()
      .references(() => comments.id),
    browser: text('browser').notNull(),
    madeAt: instant('made_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.commentId, t.browser] })],
);

/**
 * A name that somebody keeps across stories. It belongs to whoever has its secret, not to an address:
 * typing another person's address must not show which name is theirs.
 */
export const sharedNames = table(
  'shared_names',
  {
    id: text('id').primaryKey(),
    tokenDigest: text('token_digest').notNull(),
    madeAt: instant('made_at').notNull(),
  },
  (t) => [uniqueIndex('shared_names_token').on(t.tokenDigest)],
);

export const REPORT_REASONS = [
  'abuse',
  'spam',
  'off-topic',
  'private',
  'illegal',
  'other',
] as const;

/** A reader says that a comment should not stand. Open until a moderator decides about the comment. */
export const commentReports = table(
  'comment_reports',
  {
    id: text('id').primaryKey(),
    commentId: text('comment_id')
      .notNull()
      .references(() => comments.id),
    /** What readers saw when it was reported. */
    revisionId: text('revision_id').notNull(),
    reason: oneOf('reason', REPORT_REASONS).notNull(),
    note: text('note').notNull().default(''),
    /** A digest of the browser's secret and the comment, so that one reports once. */
    browser: text('browser').notNull(),
    madeAt: instant('made_at').notNull(),
    settledAt: instant('settled_at'),
  },
  (t) => [
    uniqueIndex('comment_reports_browser').on(t.commentId, t.browser),
    index('comment_reports_open').on(t.settledAt, t.madeAt),
  ],
);

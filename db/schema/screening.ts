import { index, instant, int, json, oneOf, primaryKey, table, text } from '#db/columns.ts';

/** From which character of the text to which: what a phase was about. */
export type Span = { from: number; to: number };

export const OUTCOMES = ['reject', 'spam', 'hold', 'wait', 'note'] as const;

/** What each phase of the pipeline said of a revision of a comment, in the pipeline's order. */
export const screenings = table(
  'comment_screenings',
  {
    revisionId: text('revision_id').notNull(),
    position: int('position').notNull(),
    commentId: text('comment_id').notNull(),
    phase: text('phase').notNull(),
    outcome: oneOf('outcome', OUTCOMES).notNull(),
    rule: text('rule').notNull(),
    why: text('why').notNull(),
    spans: json<Span[]>('spans').notNull(),
    madeAt: instant('made_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.revisionId, t.position] }),
    index('comment_screenings_comment').on(t.commentId),
    index('comment_screenings_made').on(t.madeAt, t.phase, t.outcome),
  ],
);

/** The newest words of each comment, folded, to search in and to tell that something was said before. */
export const commentWords = table(
  'comment_words',
  {
    commentId: text('comment_id').primaryKey(),
    storyId: text('story_id').notNull(),
    folded: text('folded').notNull(),
    /** Of the folded text without its name. */
    digest: text('digest').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [index('comment_words_digest').on(t.digest, t.createdAt)],
);

/**
 * What a place asks of comments, as far as it says something of its own: the site, a section, a story.
 * `scope` is `site`, `section:{id}` or `story:{id}`.
 */
export const commentPolicies = table('comment_policies', {
  scope: text('scope').primaryKey(),
  value: json<unknown>('value').notNull(),
  changedBy: text('changed_by').notNull(),
  changedAt: instant('changed_at').notNull(),
});

/** A thread in which nobody may answer any more. */
export const closedThreads = table('comment_closed_threads', {
  threadId: text('thread_id').primaryKey(),
  storyId: text('story_id').notNull(),
  closedBy: text('closed_by').notNull(),
  closedAt: instant('closed_at').notNull(),
});

export const BAN_SCOPES = ['thread', 'site'] as const;

/**
 * Whom a moderator shut out. It names the commenter of one story; that it is the same person elsewhere
 * only the store of addresses knows, and answers when a comment comes.
 */
export const bans = table(
  'comment_bans',
  {
    id: text('id').primaryKey(),
    commenterId: text('commenter_id').notNull(),
    /** The comment that it was for. */
    commentId: text('comment_id').notNull(),
    scope: oneOf('scope', BAN_SCOPES).notNull(),
    threadId: text('thread_id').notNull(),
    rule: text('rule').notNull(),
    reason: text('reason').notNull(),
    madeBy: text('made_by').notNull(),
    madeAt: instant('made_at').notNull(),
    /** Empty: until somebody lifts it. */
    until: instant('until'),
    liftedBy: text('lifted_by'),
    liftedAt: instant('lifted_at'),
  },
  (t) => [index('comment_bans_commenter').on(t.commenterId)],
);

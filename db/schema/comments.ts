import { bool, index, instant, int, oneOf, table, text, uniqueIndex } from '#db/columns.ts';
import { stories } from '#db/schema/stories.ts';

/** Removed: its writer took it away, and its words are in no revision any more. */
export const COMMENT_STATES = ['waiting', 'approved', 'rejected', 'removed'] as const;

/** Which pile of the moderators' a comment lies on while it waits. */
export const LANES = ['waiting', 'held', 'spam'] as const;

export const comments = table(
  'comments',
  {
    id: text('id').primaryKey(),
    storyId: text('story_id')
      .notNull()
      .references(() => stories.id),
    /** Where its story stands, so that the moderators of a section find theirs: see `followStory`. */
    sectionId: text('section_id').notNull().default(''),
    /** What it answers, however deep; how deep it is shown is a matter of the page. */
    parentId: text('parent_id'),
    /** The top of its thread: its own id if it answers nothing. */
    threadId: text('thread_id').notNull(),
    /** A random name for one commenter in one story; the address behind it is in another store. */
    commenterId: text('commenter_id'),
    /** The name that its writer keeps across stories, where one wanted that. */
    sharedNameId: text('shared_name_id'),
    /** Set when a member of staff wrote it. */
    personId: text('person_id'),
    state: oneOf('state', COMMENT_STATES).notNull(),
    /** Where the pipeline put it. Means something while it waits only. */
    lane: oneOf('lane', LANES).notNull().default('waiting'),
    /** The revision that readers may see; a later one waits for its own decision. */
    shownRevisionId: text('shown_revision_id'),
    latestRevisionId: text('latest_revision_id').notNull(),
    /** sha256 of the token in the writer's own link. */
    tokenDigest: text('token_digest').notNull(),
    createdAt: instant('created_at').notNull(),
    sample: bool('sample').notNull().default(false),
    /** How many browsers recommended it. */
    recommended: int('recommended').notNull().default(0),
    /** Since when the newsroom points at it. */
    pickedAt: instant('picked_at'),
  },
  (t) => [
    uniqueIndex('comments_token').on(t.tokenDigest),
    index('comments_story').on(t.storyId, t.state, t.createdAt),
    index('comments_thread').on(t.threadId, t.createdAt),
    // In the order of the moderators' piles: of all sections, and of one.
    index('comments_all').on(t.createdAt, t.id),
    index('comments_queue').on(t.state, t.createdAt, t.id),
    index('comments_pile').on(t.state, t.lane, t.createdAt, t.id),
    index('comments_section_all').on(t.sectionId, t.createdAt, t.id),
    index('comments_section_queue').on(t.sectionId, t.state, t.createdAt, t.id),
    index('comments_section_pile').on(t.sectionId, t.state, t.lane, t.createdAt, t.id),
    index('comments_commenter').on(t.commenterId),
  ],
);

export const commentRevisions = table(
  'comment_revisions',
  {
    id: text('id').primaryKey(),
    commentId: text('comment_id')
      .notNull()
      .references(() => comments.id),
    number: int('number').notNull(),
    name: text('name').notNull(),
    text: text('text').notNull(),
    createdAt: instant('created_at').notNull(),
    redactedAt: instant('redacted_at'),
    redactionReason: text('redaction_reason'),
  },
  (t) => [uniqueIndex('comment_revisions_number').on(t.commentId, t.number)],
);

/** A moderator's verdict on one revision of a comment. */
export const commentDecisions = table(
  'comment_decisions',
  {
    id: text('id').primaryKey(),
    commentId: text('comment_id')
      .notNull()
      .references(() => comments.id),
    revisionId: text('revision_id')
      .notNull()
      .references(() => commentRevisions.id),
    verdict: oneOf('verdict', ['approved', 'rejected']).notNull(),
    /** Which of the house rules it broke, by its name in features/screening/rules.ts. */
    rule: text('rule').notNull().default(''),
    reason: text('reason').notNull().default(''),
    madeBy: text('made_by').notNull(),
    madeAt: instant('made_at').notNull(),
  },
  (t) => [
    index('comment_decisions_comment').on(t.commentId, t.madeAt),
    index('comment_decisions_made').on(t.madeAt, t.rule, t.verdict),
  ],
);

/** How many approved comments a story has, for its page and its pages of comments. */
export const commentCounts = table('comment_counts', {
  storyId: text('story_id').primaryKey(),
  approved: int('approved').notNull(),
  threads: int('threads').notNull(),
});

import { index, instant, oneOf, table, text, uniqueIndex } from '#db/columns.ts';
import { revisions, stories } from '#db/schema/stories.ts';

const storyId = () =>
  text('story_id')
    .notNull()
    .references(() => stories.id);
const revisionId = () =>
  text('revision_id')
    .notNull()
    .references(() => revisions.id);

/** "Please look at this revision." Open until it is answered or taken back. */
export const submissions = table(
  'submissions',
  {
    id: text('id').primaryKey(),
    storyId: storyId(),
    revisionId: revisionId(),
    madeBy: text('made_by').notNull(),
    madeAt: instant('made_at').notNull(),
    note: text('note').notNull().default(''),
    closedAt: instant('closed_at'),
    closedBy: text('closed_by'),
    outcome: oneOf('outcome', ['approved', 'returned', 'taken back', 'published']),
    answer: text('answer').notNull().default(''),
  },
  (t) => [index('submissions_story').on(t.storyId, t.closedAt)],
);

/** "This revision may go out." A later revision has no part in it. */
export const approvals = table(
  'approvals',
  {
    id: text('id').primaryKey(),
    storyId: storyId(),
    revisionId: revisionId(),
    madeBy: text('made_by').notNull(),
    madeAt: instant('made_at').notNull(),
    revokedAt: instant('revoked_at'),
    revokedBy: text('revoked_by'),
  },
  (t) => [index('approvals_story').on(t.storyId, t.revokedAt)],
);

/** "At this moment, do this with this revision." */
export const schedules = table(
  'schedules',
  {
    id: text('id').primaryKey(),
    storyId: storyId(),
    revisionId: revisionId(),
    act: oneOf('act', ['publish', 'replace', 'withdraw']).notNull(),
    at: instant('at').notNull(),
    madeBy: text('made_by').notNull(),
    madeAt: instant('made_at').notNull(),
    /** Why, for the publication log. */
    note: text('note').notNull().default(''),
    doneAt: instant('done_at'),
    cancelledAt: instant('cancelled_at'),
    cancelledBy: text('cancelled_by'),
  },
  (t) => [
    index('schedules_due').on(t.doneAt, t.cancelledAt, t.at),
    index('schedules_story').on(t.storyId),
  ],
);

/** A floor: nothing of the story may be public before `until`, by any path. */
export const embargoes = table(
  'embargoes',
  {
    id: text('id').primaryKey(),
    storyId: storyId(),
    revisionId: revisionId(),
    until: instant('until').notNull(),
    madeBy: text('made_by').notNull(),
    madeAt: instant('made_at').notNull(),
    liftedAt: instant('lifted_at'),
    liftedBy: text('lifted_by'),
  },
  (t) => [index('embargoes_story').on(t.storyId, t.liftedAt)],
);

/** While a hold is open nobody changes or removes the thing: a story, a picture or a comment. */
export const holds = table(
  'holds',
  {
    id: text('id').primaryKey(),
    /** Exactly one of the three is set. */
    storyId: text('story_id').references(() => stories.id),
    pictureId: text('picture_id'),
    commentId: text('comment_id'),
    /** The newest revision of the story when the hold was placed. */
    revisionId: text('revision_id').references(() => revisions.id),
    reason: text('reason').notNull(),
    madeBy: text('made_by').notNull(),
    madeAt: instant('made_at').notNull(),
    liftedAt: instant('lifted_at'),
    liftedBy: text('lifted_by'),
    liftReason: text('lift_reason').notNull().default(''),
  },
  (t) => [
    index('holds_story').on(t.storyId, t.liftedAt),
    index('holds_picture').on(t.pictureId, t.liftedAt),
    index('holds_comment').on(t.commentId, t.liftedAt),
  ],
);

/** Why a story went out although a check said otherwise: about one picture or one link, and for good. */
export const checkReasons = table(
  'check_reasons',
  {
    id: text('id').primaryKey(),
    storyId: storyId(),
    revisionId: revisionId(),
    code: text('code').notNull(),
    subject: text('subject').notNull(),
    reason: text('reason').notNull(),
    madeBy: text('made_by').notNull(),
    madeAt: instant('made_at').notNull(),
  },
  (t) => [uniqueIndex('check_reasons_about').on(t.storyId, t.code, t.subject)],
);

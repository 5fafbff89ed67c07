import { index, instant, oneOf, table, text } from '#db/columns.ts';

/** What moderators tell each other about a comment. Its writer never sees it. */
export const commentNotes = table(
  'comment_notes',
  {
    id: text('id').primaryKey(),
    commentId: text('comment_id').notNull(),
    text: text('text').notNull(),
    madeBy: text('made_by').notNull(),
    madeAt: instant('made_at').notNull(),
  },
  (t) => [index('comment_notes_comment').on(t.commentId, t.madeAt)],
);

/** What somebody said against the rejection of a comment: once, as the key says. */
export const commentAppeals = table(
  'comment_appeals',
  {
    commentId: text('comment_id').primaryKey(),
    revisionId: text('revision_id').notNull(),
    sectionId: text('section_id').notNull(),
    text: text('text').notNull(),
    madeAt: instant('made_at').notNull(),
    /** Who rejected it, and so may not answer. */
    against: text('against').notNull(),
    answer: oneOf('answer', ['upheld', 'overturned']),
    words: text('words').notNull().default(''),
    answeredBy: text('answered_by'),
    answeredAt: instant('answered_at'),
  },
  (t) => [index('comment_appeals_open').on(t.answer, t.madeAt)],
);

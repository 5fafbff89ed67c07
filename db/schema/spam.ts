import { index, instant, int, oneOf, table, text } from '#db/columns.ts';

/**
 * What the filter learned: in how many texts of either kind something stood that falls into a place.
 * The places are numbers, each for many words, so that no text can be read out of them.
 */
export const spamPlaces = table(
  'spam_places',
  {
    place: int('place').primaryKey(),
    spam: int('spam').notNull(),
    ham: int('ham').notNull(),
    /** The number of the lesson that changed it last. */
    lesson: int('lesson').notNull(),
  },
  (t) => [index('spam_places_lesson').on(t.lesson)],
);

/** What a decision about a comment taught, so that another decision can take it back. */
export const spamLessons = table('spam_lessons', {
  commentId: text('comment_id').primaryKey(),
  revisionId: text('revision_id').notNull(),
  kind: oneOf('kind', ['spam', 'ham']).notNull(),
  learnedAt: instant('learned_at').notNull(),
});

/** One row: how many texts there were of either kind, and the number of the last lesson. */
export const spamTotals = table('spam_totals', {
  id: text('id').primaryKey(),
  spam: int('spam').notNull(),
  ham: int('ham').notNull(),
  lessons: int('lessons').notNull(),
});

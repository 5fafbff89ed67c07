import { index, instant, int, primaryKey, table, text } from '#db/columns.ts';
import { revisions, stories } from '#db/schema/stories.ts';

const storyId = () =>
  text('story_id')
    .notNull()
    .references(() => stories.id);

/** What somebody is typing, a row for each editor that was opened. Not a revision; gone once saved. */
export const autosaves = table(
  'autosaves',
  {
    /** Made in the browser when the editor is opened. */
    id: text('id').primaryKey(),
    personId: text('person_id').notNull(),
    /** Empty while the story has no revision yet. */
    storyId: text('story_id').references(() => stories.id),
    basedOnId: text('based_on_id').notNull().default(''),
    /** JSON, as text: half a character, typed or cut off, is kept too, and a JSON column refuses it. */
    content: text('content').notNull(),
    /** Counts the changes, so that what was overtaken on its way overwrites nothing. */
    sequence: int('sequence').notNull(),
    savedAt: instant('saved_at').notNull(),
  },
  (t) => [
    index('autosaves_owner').on(t.personId, t.storyId),
    index('autosaves_story').on(t.storyId),
    index('autosaves_age').on(t.savedAt),
  ],
);

/** Who has a story open in the editor, a row for each editor. Whoever is not seen any more has left. */
export const presences = table(
  'presences',
  {
    /** The same as that of the editor's autosave. */
    id: text('id').primaryKey(),
    personId: text('person_id').notNull(),
    storyId: storyId(),
    /** The field that has the cursor. */
    field: text('field').notNull().default(''),
    openedAt: instant('opened_at').notNull(),
    seenAt: instant('seen_at').notNull(),
  },
  (t) => [index('presences_story').on(t.storyId, t.seenAt), index('presences_age').on(t.seenAt)],
);

/** What one of the staff says to the others about a story or a passage of it. Never in public. */
export const staffComments = table(
  'staff_comments',
  {
    id: text('id').primaryKey(),
    storyId: storyId(),
    /** The comment that began the thread; empty in that one. */
    answersId: text('answers_id'),
    /** The text that whoever wrote it had before them. */
    revisionId: text('revision_id')
      .notNull()
      .references(() => revisions.id),
    /** The passage, and what stood on either side of it: it is found again by them. */
    quote: text('quote').notNull().default(''),
    quoteBefore: text('quote_before').notNull().default(''),
    quoteAfter: text('quote_after').notNull().default(''),
    text: text('text').notNull(),
    madeBy: text('made_by').notNull(),
    madeAt: instant('made_at').notNull(),
    editedAt: instant('edited_at'),
    /** Its words are gone; the row stays because it was answered. */
    deletedAt: instant('deleted_at'),
    resolvedAt: instant('resolved_at'),
    resolvedBy: text('resolved_by'),
  },
  (t) => [index('staff_comments_story').on(t.storyId, t.madeAt)],
);

/** Whom a staff comment calls, and when they have seen it. */
export const mentions = table(
  'mentions',
  {
    commentId: text('comment_id')
      .notNull()
      .references(() => staffComments.id),
    personId: text('person_id').notNull(),
    madeAt: instant('made_at').notNull(),
    seenAt: instant('seen_at'),
  },
  (t) => [
    primaryKey({ columns: [t.commentId, t.personId] }),
    index('mentions_person').on(t.personId, t.seenAt, t.madeAt),
  ],
);

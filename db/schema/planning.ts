import { index, instant, int, oneOf, table, text, uniqueIndex } from '#db/columns.ts';
import { people } from '#db/schema/people.ts';
import { sections } from '#db/schema/site.ts';
import { stories } from '#db/schema/stories.ts';

export const ASSIGNMENT_STATES = ['pitch', 'assigned', 'writing', 'desk', 'done'] as const;

/** What somebody is to write, or thinks should be written. */
export const assignments = table(
  'assignments',
  {
    id: text('id').primaryKey(),
    title: text('title').notNull(),
    notes: text('notes').notNull().default(''),
    sectionId: text('section_id')
      .notNull()
      .references(() => sections.id),
    /** The story that it became. */
    storyId: text('story_id').references(() => stories.id),
    personId: text('person_id').references(() => people.id),
    state: oneOf('state', ASSIGNMENT_STATES).notNull(),
    dueAt: instant('due_at'),
    /** Counts the changes; one that names an older number is a conflict. */
    version: int('version').notNull(),
    createdBy: text('created_by'),
    createdAt: instant('created_at').notNull(),
    changedAt: instant('changed_at').notNull(),
    /** When it was taken off the board unwritten. */
    droppedAt: instant('dropped_at'),
  },
  (t) => [
    index('assignments_board').on(t.droppedAt, t.state, t.changedAt),
    index('assignments_due').on(t.dueAt),
    index('assignments_person').on(t.personId, t.dueAt),
    index('assignments_story').on(t.storyId),
  ],
);

/** The secret address at which a person's calendar is read: one each, kept as a digest. */
export const calendarLinks = table(
  'calendar_links',
  {
    personId: text('person_id')
      .primaryKey()
      .references(() => people.id),
    tokenDigest: text('token_digest').notNull(),
    madeAt: instant('made_at').notNull(),
  },
  (t) => [uniqueIndex('calendar_links_token').on(t.tokenDigest)],
);

import { index, instant, table, text } from '#db/columns.ts';

/**
 * What the desk's list filters and sorts by, one row a story. Derived at the end of each transaction
 * that changed the story, so that a hundred thousand stories need not be looked at to find twenty.
 */
export const deskList = table(
  'desk_list',
  {
    storyId: text('story_id').primaryKey(),
    sectionId: text('section_id').notNull(),
    state: text('state').notNull(),
    kind: text('kind').notNull(),
    language: text('language').notNull(),
    /** The newest revision, whose byline the list is filtered by. */
    headId: text('head_id').notNull(),
    createdBy: text('created_by'),
    changedAt: instant('changed_at').notNull(),
    publishedAt: instant('published_at'),
    /** When the next thing that was decided for it happens by itself. */
    dueAt: instant('due_at'),
    /** Headline, standfirst, slug and names as they are searched: lower case, without accents. */
    found: text('found').notNull(),
  },
  (t) => [
    index('desk_list_changed').on(t.changedAt, t.storyId),
    index('desk_list_published').on(t.publishedAt, t.storyId),
    index('desk_list_due').on(t.dueAt, t.storyId),
    index('desk_list_state').on(t.state, t.changedAt, t.storyId),
    index('desk_list_section').on(t.sectionId, t.changedAt, t.storyId),
    index('desk_list_creator').on(t.createdBy, t.changedAt),
    index('desk_list_head').on(t.headId),
  ],
);

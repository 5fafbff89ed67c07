import { index, instant, int, json, oneOf, primaryKey, table, text } from '#db/columns.ts';

/** What a card shows, decided when the story was published. */
export type CardPicture = {
  id: string;
  width: number;
  height: number;
  alt: string;
  placeholder: string;
  /** Stands in the addresses of its files; without it none of them ever changed. */
  version?: number;
  alpha?: boolean;
  /** When the right to show it ends, in milliseconds. */
  until?: number;
};

/**
 * What readers see now, one row a live story, with all that a card or a list needs. Derived from the
 * publication log in the same transaction, and rebuilt from it by `rebuildLive`.
 */
export const live = table(
  'live',
  {
    storyId: text('story_id').primaryKey(),
    revisionId: text('revision_id').notNull(),
    sectionId: text('section_id').notNull(),
    path: text('path').notNull(),
    kind: text('kind').notNull(),
    language: text('language').notNull(),
    translationGroupId: text('translation_group_id').notNull(),
    headline: text('headline').notNull(),
    standfirst: text('standfirst').notNull(),
    kicker: text('kicker').notNull(),
    byline: text('byline').notNull(),
    picture: json<CardPicture>('picture'),
    firstPublishedAt: instant('first_published_at').notNull(),
    updatedAt: instant('updated_at'),
  },
  (t) => [
    index('live_newest').on(t.firstPublishedAt, t.storyId),
    index('live_section').on(t.sectionId, t.firstPublishedAt, t.storyId),
    index('live_group').on(t.translationGroupId),
    index('live_path').on(t.path),
  ],
);

/** The lists that a live story stands in besides its section's: topics, places, authors. */
export const liveLists = table(
  'live_lists',
  {
    kind: oneOf('kind', ['term', 'author']).notNull(),
    listId: text('list_id').notNull(),
    storyId: text('story_id').notNull(),
    position: int('position').notNull(),
    firstPublishedAt: instant('first_published_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.storyId, t.kind, t.listId] }),
    index('live_lists_newest').on(t.kind, t.listId, t.firstPublishedAt, t.storyId),
  ],
);

/** How many live stories each list has, so that numbered pages need not count. */
export const liveCounts = table(
  'live_counts',
  {
    kind: oneOf('kind', ['section', 'term', 'author']).notNull(),
    listId: text('list_id').notNull(),
    stories: int('stories').notNull(),
  },
  (t) => [primaryKey({ columns: [t.kind, t.listId] })],
);

import {
  bool,
  index,
  instant,
  int,
  json,
  oneOf,
  primaryKey,
  table,
  text,
  uniqueIndex,
} from '#db/columns.ts';
import { authors } from '#db/schema/people.ts';
import { sections, terms } from '#db/schema/site.ts';

export const KINDS = ['news', 'analysis', 'opinion', 'feature', 'live'] as const;

/** What a story is, whatever it says at the moment. */
export const stories = table(
  'stories',
  {
    id: text('id').primaryKey(),
    kind: oneOf('kind', KINDS).notNull(),
    sectionId: text('section_id')
      .notNull()
      .references(() => sections.id),
    /** Its last part of an address once it is published; until then others may have it too. */
    slug: text('slug').notNull(),
    language: text('language').notNull(),
    /** Stories that say the same in several languages share one group. */
    translationGroupId: text('translation_group_id').notNull(),
    /** Counts the saves; a save that names an older number is a conflict. */
    version: int('version').notNull(),
    commentsOpen: bool('comments_open').notNull(),
    createdBy: text('created_by'),
    createdAt: instant('created_at').notNull(),
    changedAt: instant('changed_at').notNull(),
    /** Set once, when readers could first see it. */
    firstPublishedAt: instant('first_published_at'),
    /** When the text last changed for readers; empty while the first version stands. */
    updatedAt: instant('updated_at'),
    sourceSystem: text('source_system'),
    sourceId: text('source_id'),
    sourceFile: text('source_file'),
    sample: bool('sample').notNull().default(false),
  },
  (t) => [
    uniqueIndex('stories_source').on(t.sourceSystem, t.sourceId),
    index('stories_changed').on(t.changedAt),
    index('stories_address').on(t.sectionId, t.slug),
    index('stories_group').on(t.translationGroupId),
    index('stories_creator').on(t.createdBy, t.changedAt),
  ],
);

/** What a story said. Never changed after it was written, except by redaction. */
export const revisions = table(
  'revisions',
  {
    id: text('id').primaryKey(),
    storyId: text('story_id')
      .notNull()
      .references(() => stories.id),
    number: int('number').notNull(),
    basedOnId: text('based_on_id'),
    headline: text('headline').notNull(),
    shortHeadline: text('short_headline').notNull().default(''),
    searchTitle: text('search_title').notNull().default(''),
    searchDescription: text('search_description').notNull().default(''),
    standfirst: text('standfirst').notNull().default(''),
    datelinePlace: text('dateline_place').notNull().default(''),
    /** A calendar day, 2017-01-23: a dateline's date has no hour and no zone. */
    datelineDate: text('dateline_date'),
    body: json<unknown>('body').notNull(),
    bodyVersion: int('body_version').notNull(),
    words: int('words').notNull(),
    pictureId: text('picture_id'),
    pictureAlt: text('picture_alt').notNull().default(''),
    pictureCaption: text('picture_caption').notNull().default(''),
    pictureCredit: text('picture_credit').notNull().default(''),
    /** Where the text comes from, when it is not the newsroom's own: shown under the body. */
    sourceLine: text('source_line').notNull().default(''),
    /** To the desk only. Never in a view of readers. */
    notes: text('notes').notNull().default(''),
    name: text('name'),
    /** The older revision that this one says again. */
    restoredFromId: text('restored_from_id'),
    createdBy: text('created_by'),
    createdAt: instant('created_at').notNull(),
    redactedAt: instant('redacted_at'),
    redactionReason: text('redaction_reason'),
  },
  (t) => [uniqueIndex('revisions_number').on(t.storyId, t.number)],
);

export const BYLINE_ROLES = ['by', 'reporting', 'photography', 'translation', 'editing'] as const;

export const bylines = table(
  'bylines',
  {
    revisionId: text('revision_id')
      .notNull()
      .references(() => revisions.id),
    position: int('position').notNull(),
    authorId: text('author_id')
      .notNull()
      .references(() => authors.id),
    role: oneOf('role', BYLINE_ROLES).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.revisionId, t.position] }),
    index('bylines_author').on(t.authorId),
  ],
);

export const revisionTerms = table(
  'revision_terms',
  {
    revisionId: text('revision_id')
      .notNull()
      .references(() => revisions.id),
    termId: text('term_id')
      .notNull()
      .references(() => terms.id),
    position: int('position').notNull(),
    /** The name as it was written here. */
    spelled: text('spelled').notNull().default(''),
  },
  (t) => [
    primaryKey({ columns: [t.revisionId, t.termId] }),
    index('revision_terms_term').on(t.termId),
  ],
);

/** Which revision readers saw from when to when. The open row is what they see now. */
export const publications = table(
  'publications',
  {
    id: text('id').primaryKey(),
    storyId: text('story_id')
      .notNull()
      .references(() => stories.id),
    revisionId: text('revision_id')
      .notNull()
      .references(() => revisions.id),
    startedAt: instant('started_at').notNull(),
    startedBy: text('started_by').notNull(),
    endedAt: instant('ended_at'),
    endedBy: text('ended_by'),
    /** Why it ended: replaced by the next row, or withdrawn. */
    endedAs: oneOf('ended_as', ['replaced', 'withdrawn']),
    reason: text('reason').notNull().default(''),
    /** The story's id while the row is open: the database itself refuses a second open row. */
    openFor: text('open_for'),
  },
  (t) => [
    index('publications_story').on(t.storyId, t.startedAt),
    uniqueIndex('publications_open').on(t.openFor),
  ],
);

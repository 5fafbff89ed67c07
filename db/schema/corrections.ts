import { index, instant, oneOf, table, text } from '#db/columns.ts';
import { revisions, stories } from '#db/schema/stories.ts';

export const CORRECTION_KINDS = ['correction', 'clarification', 'update', 'withdrawal'] as const;
export const SEVERITIES = ['serious', 'minor'] as const;

/** What readers are told about a story that was not right. Never changed; it can be taken back. */
export const corrections = table(
  'corrections',
  {
    id: text('id').primaryKey(),
    storyId: text('story_id')
      .notNull()
      .references(() => stories.id),
    /** The revision that it came with: what readers get no sooner than that. */
    revisionId: text('revision_id')
      .notNull()
      .references(() => revisions.id),
    kind: oneOf('kind', CORRECTION_KINDS).notNull(),
    severity: oneOf('severity', SEVERITIES).notNull(),
    text: text('text').notNull(),
    /** The headline of a story that was withdrawn, which nobody can look up any more. */
    headline: text('headline').notNull().default(''),
    madeBy: text('made_by').notNull(),
    madeAt: instant('made_at').notNull(),
    /** Since when readers see it; empty while it waits for its revision. */
    shownAt: instant('shown_at'),
    takenBackAt: instant('taken_back_at'),
    takenBackBy: text('taken_back_by'),
    takenBackWhy: text('taken_back_why').notNull().default(''),
  },
  (t) => [
    index('corrections_story').on(t.storyId, t.shownAt),
    index('corrections_newest').on(t.shownAt, t.id),
  ],
);

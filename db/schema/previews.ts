import { bool, index, instant, oneOf, table, text, uniqueIndex } from '#db/columns.ts';
import { revisions, stories } from '#db/schema/stories.ts';

/** A secret address at which somebody without an account sees one story before readers do. */
export const previewLinks = table(
  'preview_links',
  {
    id: text('id').primaryKey(),
    storyId: text('story_id')
      .notNull()
      .references(() => stories.id),
    /** sha256 of the token, which is in the address and nowhere else. */
    digest: text('digest').notNull(),
    /** Whom it is for, in the newsroom's words. */
    person: text('person').notNull(),
    /** True if that person may write back. */
    mayAnswer: bool('may_answer').notNull(),
    madeBy: text('made_by').notNull(),
    madeAt: instant('made_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    revokedAt: instant('revoked_at'),
    revokedBy: text('revoked_by'),
  },
  (t) => [
    uniqueIndex('preview_links_digest').on(t.digest),
    index('preview_links_story').on(t.storyId, t.madeAt),
  ],
);

export const ANSWER_KINDS = ['comment', 'approval'] as const;

/** What came back by such an address, about the revision that was read there. */
export const previewAnswers = table(
  'preview_answers',
  {
    id: text('id').primaryKey(),
    linkId: text('link_id')
      .notNull()
      .references(() => previewLinks.id),
    storyId: text('story_id')
      .notNull()
      .references(() => stories.id),
    revisionId: text('revision_id')
      .notNull()
      .references(() => revisions.id),
    kind: oneOf('kind', ANSWER_KINDS).notNull(),
    text: text('text').notNull(),
    madeAt: instant('made_at').notNull(),
  },
  (t) => [index('preview_answers_link').on(t.linkId, t.madeAt)],
);

import { index, primaryKey, table, text } from '#db/columns.ts';
import { revisions } from '#db/schema/stories.ts';

/** Which revisions use which pictures, as lead or in the text. Written with the revision. */
export const pictureUses = table(
  'picture_uses',
  {
    revisionId: text('revision_id')
      .notNull()
      .references(() => revisions.id),
    pictureId: text('picture_id').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.revisionId, t.pictureId] }),
    index('picture_uses_picture').on(t.pictureId),
  ],
);

import {
  bytes,
  identitySchema,
  identityTable,
  index,
  instant,
  int,
  text,
  uniqueIndex,
} from '#db/columns.ts';

/** Exported for the generated migrations, which make it on PostgreSQL. */
export { identitySchema };

/** One address, sealed: this program cannot read what is in `sealed`, only the mailer can. */
export const identities = identityTable(
  'identities',
  {
    id: text('id').primaryKey(),
    /** HMAC of the normalized address under a key that is in a file: to match, never to show. */
    blindIndex: text('blind_index').notNull(),
    indexKeyVersion: int('index_key_version').notNull(),
    sealed: bytes('sealed').notNull(),
    sealKeyVersion: int('seal_key_version').notNull(),
    seenAt: instant('seen_at').notNull(),
  },
  (t) => [uniqueIndex('identities_blind').on(t.indexKeyVersion, t.blindIndex)],
);

/** Which commenter of which story is which identity. Only here are two threads linked. */
export const appearances = identityTable(
  'appearances',
  {
    commenterId: text('commenter_id').primaryKey(),
    identityId: text('identity_id')
      .notNull()
      .references(() => identities.id),
    storyId: text('story_id').notNull(),
    seenAt: instant('seen_at').notNull(),
  },
  (t) => [
    uniqueIndex('appearances_once').on(t.identityId, t.storyId),
    index('appearances_seen').on(t.seenAt),
  ],
);

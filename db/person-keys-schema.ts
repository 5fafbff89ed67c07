import {
  bytes,
  index,
  instant,
  json,
  oneOf,
  personKeysSchema,
  personKeysTable,
  text,
} from '#db/columns.ts';

/** Exported for the generated migrations, which make it on PostgreSQL. */
export { personKeysSchema };

/** One random key for each identity. Without it what is sealed of that person stays closed for ever. */
export const personKeys = personKeysTable(
  'person_keys',
  {
    identityId: text('identity_id').primaryKey(),
    key: bytes('key').notNull(),
    seenAt: instant('seen_at').notNull(),
  },
  (t) => [index('person_keys_seen').on(t.seenAt)],
);

/** What becomes of the comments of somebody who is erased. */
export const TEXTS_AFTER = ['kept', 'removed'] as const;

/** Who was erased. This store is never brought back from an old copy, so a restore asks it. */
export const erasures = personKeysTable('erasures', {
  identityId: text('identity_id').primaryKey(),
  erasedAt: instant('erased_at').notNull(),
  /** The names that the person appeared under. */
  commenterIds: json<string[]>('commenter_ids').notNull(),
  texts: oneOf('texts', TEXTS_AFTER).notNull(),
});

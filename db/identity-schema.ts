import {
  bool,
  bytes,
  identitySchema,
  identityTable,
  index,
  instant,
  int,
  json,
  oneOf,
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
    /** Null if the address itself is not kept, only what it is matched by. */
    sealed: bytes('sealed'),
    sealKeyVersion: int('seal_key_version').notNull(),
    /** False for what was sealed before persons had keys of their own. */
    underPersonKey: bool('under_person_key').notNull().default(false),
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

/** `done` says nothing of whether there was anybody to write to. */
export const LETTER_STATES = ['waiting', 'done', 'given up'] as const;

/** What the mailer is to send. Which address it goes to stands in no payload. */
export const letters = identityTable(
  'letters',
  {
    id: text('id').primaryKey(),
    kind: text('kind').notNull(),
    identityId: text('identity_id'),
    /** An address that somebody typed, for the mailer alone; gone once the letter is done. */
    sealed: bytes('sealed'),
    sealKeyVersion: int('seal_key_version'),
    payload: json<Record<string, unknown>>('payload').notNull(),
    state: oneOf('state', LETTER_STATES).notNull(),
    tries: int('tries').notNull(),
    createdAt: instant('created_at').notNull(),
    /** Not before this moment; moved on by whoever takes the letter, so that nobody else does. */
    dueAt: instant('due_at').notNull(),
    /** Of no use after this moment. */
    until: instant('until').notNull(),
    doneAt: instant('done_at'),
  },
  (t) => [index('letters_due').on(t.state, t.dueAt), index('letters_identity').on(t.identityId)],
);

/** What the owner of an address said about letters. Without a row: nothing yet. */
export const consents = identityTable('consents', {
  identityId: text('identity_id').primaryKey(),
  confirmedAt: instant('confirmed_at'),
  /** Letters that were asked for before it are not sent. */
  endedAt: instant('ended_at'),
  /** No letter is ever sent but the link to what is held, for whoever asks for it. */
  refusedAt: instant('refused_at'),
});

/**
 * `open` is the mailed link to what is held and opens once; `held` is what it opens, for an hour. The
 * others are good as often as they are used.
 */
export const LETTER_LINKS = ['confirm', 'unsubscribe', 'open', 'held'] as const;

/** Links in letters. A token is in its letter and nowhere else. */
export const letterLinks = identityTable(
  'letter_links',
  {
    tokenDigest: text('token_digest').primaryKey(),
    purpose: oneOf('purpose', LETTER_LINKS).notNull(),
    identityId: text('identity_id').notNull(),
    /** A letter that is tried again takes the link back that it had before. */
    letterId: text('letter_id'),
    createdAt: instant('created_at').notNull(),
    until: instant('until').notNull(),
    usedAt: instant('used_at'),
  },
  (t) => [index('letter_links_identity').on(t.identityId), index('letter_links_until').on(t.until)],
);

/** New keys that were asked for. What is under older ones is moved by the mailer. */
export const keyRotations = identityTable('key_rotations', {
  id: text('id').primaryKey(),
  indexKeyVersion: int('index_key_version').notNull(),
  sealKeyVersion: int('seal_key_version').notNull(),
  askedAt: instant('asked_at').notNull(),
  doneAt: instant('done_at'),
});

import {
  bool,
  bytes,
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

export const ROLES = ['admin', 'editor', 'reporter', 'contributor', 'moderator'] as const;

export const people = table(
  'people',
  {
    id: text('id').primaryKey(),
    name: text('name').notNull(),
    /** Staff only, lower case. Commenters' addresses have no column in this database. */
    email: text('email').notNull(),
    passwordHash: text('password_hash'),
    /** True until the one who was invited has come; the name is empty and there is no author yet. */
    invited: bool('invited').notNull().default(false),
    /** Issuer and subject of the account elsewhere that this person signs in with. */
    ssoSubject: text('sso_subject'),
    sample: bool('sample').notNull().default(false),
    createdAt: instant('created_at').notNull(),
    deactivatedAt: instant('deactivated_at'),
  },
  (t) => [uniqueIndex('people_email').on(t.email)],
);

/** A role, for the whole site or, where `sectionId` is set, for that section only. */
export const grants = table(
  'grants',
  {
    id: text('id').primaryKey(),
    personId: text('person_id')
      .notNull()
      .references(() => people.id),
    role: oneOf('role', ROLES).notNull(),
    sectionId: text('section_id'),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [index('grants_person').on(t.personId)],
);

/** How somebody proved who they are when a session began. */
export const METHODS = ['password', 'code', 'passkey', 'sso'] as const;

export const sessions = table(
  'sessions',
  {
    id: text('id').primaryKey(),
    personId: text('person_id')
      .notNull()
      .references(() => people.id),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    endedAt: instant('ended_at'),
    method: oneOf('method', METHODS).notNull().default('password'),
    /** "Firefox on Linux": what its owner knows it again by, and no more. */
    device: text('device').notNull().default(''),
    /** To the hour, so that it is no diary. */
    seenAt: instant('seen_at'),
  },
  (t) => [index('sessions_person').on(t.personId)],
);

/**
 * What is good for one use, kept as a digest: `setup` makes the first admin, `invite` and `reset` are
 * links for one person, `code` waits for the second step of a sign-in, `challenge` for a passkey.
 */
export const staffLinks = table(
  'staff_links',
  {
    tokenDigest: text('token_digest').primaryKey(),
    purpose: oneOf('purpose', ['setup', 'invite', 'reset', 'code', 'challenge']).notNull(),
    personId: text('person_id').references(() => people.id, { onDelete: 'cascade' }),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    usedAt: instant('used_at'),
  },
  (t) => [index('staff_links_person').on(t.personId, t.purpose)],
);

/** An authenticator app. The secret is sealed with a key that is in a file. */
export const secondFactors = table('second_factors', {
  personId: text('person_id')
    .primaryKey()
    .references(() => people.id, { onDelete: 'cascade' }),
  secret: bytes('secret').notNull(),
  createdAt: instant('created_at').notNull(),
  /** Empty until a first code has shown that the app has the secret. */
  confirmedAt: instant('confirmed_at'),
  /** The half minute of the last code that was taken: neither it nor an older one is taken again. */
  lastStep: int('last_step').notNull().default(0),
});

/** For whoever lost the app: each opens the door once. Kept as keyed digests. */
export const recoveryCodes = table(
  'recovery_codes',
  {
    personId: text('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    digest: text('digest').notNull(),
    usedAt: instant('used_at'),
  },
  (t) => [primaryKey({ columns: [t.personId, t.digest] })],
);

export const passkeys = table(
  'passkeys',
  {
    /** The credential's own id, in base64url. */
    id: text('id').primaryKey(),
    personId: text('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    name: text('name').notNull(),
    publicKey: bytes('public_key').notNull(),
    /** Goes up with each use on some devices: one that goes down was copied. */
    counter: int('counter').notNull(),
    transports: json<string[]>('transports').notNull(),
    createdAt: instant('created_at').notNull(),
    usedAt: instant('used_at'),
  },
  (t) => [index('passkeys_person').on(t.personId)],
);

/** Who a byline can name: a member of staff, or a guest who has no account. */
export const authors = table(
  'authors',
  {
    id: text('id').primaryKey(),
    handle: text('handle').notNull(),
    name: text('name').notNull(),
    bio: text('bio').notNull().default(''),
    personId: text('person_id').references(() => people.id),
    sample: bool('sample').notNull().default(false),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [uniqueIndex('authors_handle').on(t.handle), index('authors_person').on(t.personId)],
);

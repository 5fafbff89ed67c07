import { bool, index, instant, oneOf, table, text, uniqueIndex } from '#db/columns.ts';

export const ROLES = ['admin', 'editor', 'reporter', 'contributor', 'moderator'] as const;

export const people = table(
  'people',
  {
    id: text('id').primaryKey(),
    name: text('name').notNull(),
    /** Staff only, lower case. Commenters' addresses have no column in this database. */
    email: text('email').notNull(),
    passwordHash: text('password_hash'),
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
  },
  (t) => [index('sessions_person').on(t.personId)],
);

/** One-time links, kept as digests: `setup` makes the first admin. */
export const staffLinks = table('staff_links', {
  tokenDigest: text('token_digest').primaryKey(),
  purpose: oneOf('purpose', ['setup']).notNull(),
  createdAt: instant('created_at').notNull(),
  expiresAt: instant('expires_at').notNull(),
  usedAt: instant('used_at'),
});

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

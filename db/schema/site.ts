import {
  bool,
  bytes,
  float,
  index,
  instant,
  int,
  json,
  oneOf,
  table,
  text,
  uniqueIndex,
} from '#db/columns.ts';

/** One row a setting; what has no row has the default of `features/site`. */
export const settings = table('settings', {
  key: text('key').primaryKey(),
  value: json<unknown>('value').notNull(),
});

export const sections = table(
  'sections',
  {
    id: text('id').primaryKey(),
    slug: text('slug').notNull(),
    name: text('name').notNull(),
    description: text('description').notNull().default(''),
    position: int('position').notNull(),
    sample: bool('sample').notNull().default(false),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [uniqueIndex('sections_slug').on(t.slug)],
);

export const PICTURE_TYPES = [
  'image/jpeg',
  'image/png',
  'image/webp',
  'image/avif',
  'image/gif',
  'image/svg+xml',
] as const;

export const pictures = table(
  'pictures',
  {
    id: text('id').primaryKey(),
    /** sha256 of the original, in hex. The file is under this name in the storage. */
    digest: text('digest').notNull(),
    type: oneOf('type', PICTURE_TYPES).notNull(),
    /** The file's own name as it came; for the desk only. */
    name: text('name').notNull().default(''),
    width: int('width').notNull(),
    height: int('height').notNull(),
    byteLength: int('byte_length').notNull(),
    /** More than one if it moves. */
    frames: int('frames').notNull().default(1),
    /** True if one can see through it. */
    alpha: bool('alpha').notNull().default(false),
    /** A data URL of some hundred bytes, shown until the picture is there. */
    placeholder: text('placeholder').notNull(),
    /** What it looks like, in 64 bits as hex: two that differ in few bits look alike. */
    fingerprint: text('fingerprint').notNull().default(''),
    /** Counts what changes the files: a crop, or words that are written into them. */
    version: int('version').notNull().default(0),
    alt: text('alt').notNull().default(''),
    caption: text('caption').notNull().default(''),
    credit: text('credit').notNull().default(''),
    creator: text('creator').notNull().default(''),
    copyright: text('copyright').notNull().default(''),
    spot: text('spot').notNull().default(''),
    city: text('city').notNull().default(''),
    region: text('region').notNull().default(''),
    country: text('country').notNull().default(''),
    /** When it was taken as the camera or the agency says it: a day, or a moment with or without a zone. */
    taken: text('taken').notNull().default(''),
    /** How it came to be, as IPTC's vocabulary names it: a photograph, an edit, made by a machine. */
    digitalSource: text('digital_source').notNull().default(''),
    /** Under which terms it may be used. Goes out with it. */
    usageTerms: text('usage_terms').notNull().default(''),
    /** What the agency tells the desk. Does not go out. */
    instructions: text('instructions').notNull().default(''),
    /** From this moment on it may not be shown. */
    rightsUntil: instant('rights_until'),
    /** When it was taken from everything that readers see. */
    rightsEndedAt: instant('rights_ended_at'),
    /** Where the eye should stay in a crop, 0 to 1 from the top left. */
    focalX: float('focal_x').notNull().default(0.5),
    focalY: float('focal_y').notNull().default(0.5),
    sample: bool('sample').notNull().default(false),
    createdBy: text('created_by'),
    createdAt: instant('created_at').notNull(),
    redactedAt: instant('redacted_at'),
    redactionReason: text('redaction_reason'),
  },
  (t) => [
    index('pictures_created').on(t.createdAt),
    index('pictures_digest').on(t.digest),
    index('pictures_rights').on(t.rightsUntil),
  ],
);

/** Every public address that ever existed, and what it is now. */
export const paths = table(
  'paths',
  {
    path: text('path').primaryKey(),
    state: oneOf('state', ['here', 'moved', 'gone']).notNull(),
    noun: oneOf('noun', ['story', 'section', 'topic', 'place', 'author']).notNull(),
    thingId: text('thing_id').notNull(),
    /** Where it moved to. A chain is never longer than one step: see `movePath`. */
    target: text('target'),
    since: instant('since').notNull(),
  },
  (t) => [index('paths_thing').on(t.noun, t.thingId), index('paths_target').on(t.target)],
);

export const TERM_KINDS = ['topic', 'place'] as const;

/** Topics and places. A merged one stays as an alias of the one it went into. */
export const terms = table(
  'terms',
  {
    id: text('id').primaryKey(),
    kind: oneOf('kind', TERM_KINDS).notNull(),
    slug: text('slug').notNull(),
    name: text('name').notNull(),
    mergedIntoId: text('merged_into_id'),
    sample: bool('sample').notNull().default(false),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [uniqueIndex('terms_slug').on(t.kind, t.slug)],
);

export const termAliases = table(
  'term_aliases',
  {
    id: text('id').primaryKey(),
    termId: text('term_id')
      .notNull()
      .references(() => terms.id),
    kind: oneOf('kind', TERM_KINDS).notNull(),
    /** The alias as it is compared: lower case, single spaces. */
    folded: text('folded').notNull(),
    name: text('name').notNull(),
  },
  (t) => [
    uniqueIndex('term_aliases_folded').on(t.kind, t.folded),
    index('term_aliases_term').on(t.termId),
  ],
);

/** The chain of everything that was written: see db/audit.ts for what each digest covers. */
export const audit = table(
  'audit',
  {
    position: int('position').primaryKey(),
    at: instant('at').notNull(),
    actor: text('actor').notNull(),
    act: text('act').notNull(),
    noun: text('noun').notNull(),
    thingId: text('thing_id').notNull(),
    payload: text('payload'),
    salt: bytes('salt').notNull(),
    payloadDigest: text('payload_digest').notNull(),
    digest: text('digest').notNull(),
  },
  (t) => [
    index('audit_thing').on(t.noun, t.thingId),
    // Each filter of the log finds its newest rows without looking at the others, and two at once
    // are answered within an index.
    index('audit_actor').on(t.actor, t.position, t.act, t.noun, t.at),
    index('audit_act').on(t.act, t.position, t.actor, t.at),
    index('audit_noun').on(t.noun, t.position, t.actor, t.at),
    index('audit_at').on(t.at),
  ],
);

/** Work that may not be lost, written with the change that asks for it and done at least once. */
export const outbox = table(
  'outbox',
  {
    id: text('id').primaryKey(),
    kind: text('kind').notNull(),
    payload: json<unknown>('payload').notNull(),
    createdAt: instant('created_at').notNull(),
    /** Not before this moment; moved later after each failure. */
    dueAt: instant('due_at').notNull(),
    attempts: int('attempts').notNull().default(0),
    doneAt: instant('done_at'),
    lastError: text('last_error'),
  },
  (t) => [index('outbox_due').on(t.doneAt, t.dueAt)],
);

import { index, instant, int, json, table, text, uniqueIndex } from '#db/columns.ts';

/** Which stories an editor put where, by id; null is a slot that fills itself. */
export type FrontPins = {
  lead: string | null;
  seconds: (string | null)[];
  rows: { sectionId: string; hidden: boolean; stories: (string | null)[] }[];
};

/** What stood in the slots at one moment, in words, so that it can be told when the stories are gone. */
export type FrontStood = { slot: string; storyId: string; headline: string }[];

/** How a front was arranged. Never changed after it was written; numbered from 1. */
export const frontRevisions = table(
  'front_revisions',
  {
    id: text('id').primaryKey(),
    /** `home`, or `section:{id}`. */
    frontId: text('front_id').notNull(),
    number: int('number').notNull(),
    pins: json<FrontPins>('pins').notNull(),
    stood: json<FrontStood>('stood').notNull(),
    /** The number of the revision that this one brought back. */
    restored: int('restored'),
    madeBy: text('made_by').notNull(),
    madeAt: instant('made_at').notNull(),
  },
  (t) => [uniqueIndex('front_revisions_number').on(t.frontId, t.number)],
);

/** A sentence on every reader's page, until its end. */
export const banners = table(
  'banners',
  {
    id: text('id').primaryKey(),
    text: text('text').notNull(),
    storyId: text('story_id'),
    endsAt: instant('ends_at').notNull(),
    madeBy: text('made_by').notNull(),
    madeAt: instant('made_at').notNull(),
    endedAt: instant('ended_at'),
    endedBy: text('ended_by'),
    /** `site` while it is shown: the database itself refuses a second one. */
    openFor: text('open_for'),
  },
  (t) => [uniqueIndex('banners_open').on(t.openFor), index('banners_made').on(t.madeAt)],
);

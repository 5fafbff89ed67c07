import { z } from 'zod';
import { BAND, SECONDS } from '#features/fronts/arrange.ts';
import { frontNamed } from '#features/fronts/names.ts';
import { pinnedIds } from '#features/fronts/pins.ts';
import { lineOf } from '#lib/text.ts';

const Id = z.string().regex(/^[0-9a-z]{1,40}$/);
const Slot = Id.nullable();

const MOST_ROWS = 100;

/** Which stories stand where, as the desk sends it. */
export const PinsInput = z
  .object({
    lead: Slot,
    seconds: z.array(Slot).max(SECONDS),
    rows: z
      .array(z.object({ sectionId: Id, hidden: z.boolean(), stories: z.array(Slot).max(BAND) }))
      .max(MOST_ROWS),
  })
  .refine((pins) => isUnique(pinnedIds(pins)), 'A story can stand in one slot only.')
  .refine((pins) => isUnique(pins.rows.map((row) => row.sectionId)), 'A section has one row.');

function isUnique(ids: readonly string[]): boolean {
  return new Set(ids).size === ids.length;
}

const Front = z.string().transform((name, context) => {
  const front = frontNamed(name);
  if (front) return front;
  context.addIssue({ code: 'custom', message: 'There is no such front.' });
  return z.NEVER;
});

/** The number of a revision; 0 is a front that nobody has arranged. */
const RevisionNumber = z.int().min(0).max(1_000_000_000);

export const ArrangeInput = z.object({ front: Front, basedOn: RevisionNumber, pins: PinsInput });

export const RestoreInput = z.object({
  front: Front,
  basedOn: RevisionNumber,
  number: RevisionNumber.min(1),
});

/** A headline's length: it stands in one or two lines on a phone. */
const MAX_BANNER = 140;
const MAX_BANNER_MS = 7 * 24 * 3_600_000;
export const BANNER_TOO_LONG = 'A banner stands for a week at most.';

export function outlasts(endsAt: Date, now: Date): boolean {
  return endsAt.getTime() - now.getTime() > MAX_BANNER_MS;
}

export const BannerInput = z.object({
  text: lineOf(MAX_BANNER, 1),
  storyId: Id.nullable().default(null),
  endsAt: z.coerce.date('Please give a date and a time.'),
  /** The banner that stands now, as the editor saw it; another one is a conflict. */
  instead: Id.nullable().default(null),
});

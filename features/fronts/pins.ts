import type { FrontPins } from '#db/schema/fronts.ts';
import { BAND, SECONDS } from '#features/fronts/arrange.ts';

export type Pins = FrontPins;

/** Where on a front something stands: `lead`, `second 1`, `World 3`. */
export type Slot =
  | { at: 'lead' }
  | { at: 'second'; index: number }
  | { at: 'row'; sectionId: string; index: number };

/** A front that nobody has arranged: everything fills itself. */
const NOTHING: Pins = { lead: null, seconds: [], rows: [] };

/**
 * The pins as they are for the sections that there are now: a section that is gone has no row any
 * more, a new one has its row at the end, every list has its full length.
 */
export function pinsFor(pins: Pins | null, sectionIds: readonly string[]): Pins {
  const { lead, seconds, rows } = pins ?? NOTHING;
  const known = new Set(sectionIds);
  const kept = rows.filter((row) => known.has(row.sectionId));
  const arranged = new Set(kept.map((row) => row.sectionId));
  const added = sectionIds
    .filter((id) => !arranged.has(id))
    .map((sectionId) => ({ sectionId, hidden: false, stories: [] }));
  return {
    lead,
    seconds: fullLength(seconds, SECONDS),
    rows: [...kept, ...added].map((row) => ({ ...row, stories: fullLength(row.stories, BAND) })),
  };
}

function fullLength(list: readonly (string | null)[], length: number): (string | null)[] {
  return Array.from({ length }, (_, at) => list[at] ?? null);
}

/** Every story that is pinned anywhere on the front. */
export function pinnedIds({ lead, seconds, rows }: Pins): string[] {
  const all = [lead, ...seconds, ...rows.flatMap((row) => row.stories)];
  return all.filter((id) => id !== null);
}

/** All slots, in the order in which they are read. */
export function slotsOf(pins: Pins): Slot[] {
  return [
    { at: 'lead' },
    ...pins.seconds.map((_, index): Slot => ({ at: 'second', index })),
    ...pins.rows.flatMap(({ sectionId, stories }) =>
      stories.map((_, index): Slot => ({ at: 'row', sectionId, index })),
    ),
  ];
}

export function slotKey(slot: Slot): string {
  if (slot.at === 'lead') return 'lead';
  return slot.at === 'second' ? `second ${slot.index}` : `row ${slot.sectionId} ${slot.index}`;
}

export function pinnedAt(pins: Pins, slot: Slot): string | null {
  if (slot.at === 'lead') return pins.lead;
  if (slot.at === 'second') return pins.seconds[slot.index] ?? null;
  return pins.rows.find((row) => row.sectionId === slot.sectionId)?.stories[slot.index] ?? null;
}

/** Pins a story to a slot, and takes it from where else it was pinned. Null lets the slot fill itself. */
export function pinTo(pins: Pins, slot: Slot, storyId: string | null): Pins {
  const elsewhere = (id: string | null) => (id === storyId ? null : id);
  const put = (here: Slot, id: string | null) =>
    slotKey(here) === slotKey(slot) ? storyId : elsewhere(id);
  return {
    lead: put({ at: 'lead' }, pins.lead),
    seconds: pins.seconds.map((id, index) => put({ at: 'second', index }, id)),
    rows: pins.rows.map((row) => ({
      ...row,
      stories: row.stories.map((id, index) =>
        put({ at: 'row', sectionId: row.sectionId, index }, id),
      ),
    })),
  };
}

/** Moves what stands in one slot to another; what was pinned there takes its place in exchange. */
export function moveTo(pins: Pins, storyId: string, from: Slot, to: Slot): Pins {
  if (slotKey(from) === slotKey(to)) return pins;
  const there = pinnedAt(pins, to);
  return pinTo(pinTo(pins, from, there), to, storyId);
}

/** Moves a row up or down among the rows. */
export function moveRow(pins: Pins, sectionId: string, by: 1 | -1): Pins {
  const from = pins.rows.findIndex((row) => row.sectionId === sectionId);
  const to = from + by;
  const row = pins.rows[from];
  if (!row || to < 0 || to >= pins.rows.length) return pins;
  return { ...pins, rows: pins.rows.toSpliced(from, 1).toSpliced(to, 0, row) };
}

/** Hides a row from readers, or shows it again. */
export function toggleRow(pins: Pins, sectionId: string): Pins {
  return {
    ...pins,
    rows: pins.rows.map((row) =>
      row.sectionId === sectionId ? { ...row, hidden: !row.hidden } : row,
    ),
  };
}

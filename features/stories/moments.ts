import { afterTheGap, momentsIn } from '#lib/dates.ts';

/** A moment as the desk's forms send it: a wall-clock time, and which one where it comes twice. */
export type TypedMoment = { at: string; which: string };

type Understood =
  | { ok: true; at: Date }
  /** `twice`: the two moments of a time that the clocks show twice that day. */
  | { ok: false; why: string; twice: [Date, Date] | null };

/** What a person means by a time in the newsroom's zone; or why it is not clear. */
export function understand({ at, which }: TypedMoment, timeZone: string): Understood {
  const moments = momentsIn(at, timeZone);
  if (!moments) return { ok: false, why: 'Please give a date and a time.', twice: null };
  const [first, second] = moments;
  if (!first) {
    const shown = clockOf(afterTheGap(at, timeZone));
    const why = `There is no ${clockOf(at)} on that day: the clocks go forward over it, and ${shown} comes in its place.`;
    return { ok: false, why, twice: null };
  }
  if (!second) return { ok: true, at: first };
  if (which === 'first') return { ok: true, at: first };
  if (which === 'second') return { ok: true, at: second };
  const why = `${clockOf(at)} comes twice on that day, because the clocks go back: which one?`;
  return { ok: false, why, twice: [first, second] };
}

function clockOf(local: string): string {
  return local.slice(11);
}

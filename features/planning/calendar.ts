import type { CalendarEntry } from '#features/planning/views.ts';
import { dayIn } from '#lib/dates.ts';

/** A calendar day, 2017-01-23. It has no zone: which moments fall on it is the newsroom's affair. */
export type Day = string;

export type View = 'week' | 'month';

const DAY_MS = 24 * 3_600_000;

function asUtc(day: Day): Date {
  return new Date(`${day}T00:00:00Z`);
}

export function isDay(text: unknown): text is Day {
  if (typeof text !== 'string' || !/^[12]\d{3}-\d\d-\d\d$/.test(text)) return false;
  const at = asUtc(text);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}

/** Calendar days are counted in UTC, where each has 24 hours: no change of the clocks can skip one. */
export function dayAfter(day: Day, days: number): Day {
  return new Date(asUtc(day).getTime() + days * DAY_MS).toISOString().slice(0, 10);
}

/** The Monday of its week. */
function mondayOf(day: Day): Day {
  return dayAfter(day, -((asUtc(day).getUTCDay() + 6) % 7));
}

/** The days that are shown: a week from Monday, or the whole weeks of a month. */
export function daysOf(view: View, on: Day): Day[] {
  if (view === 'week') return run(mondayOf(on), 7);
  const first = `${on.slice(0, 8)}01`;
  const start = mondayOf(first);
  const weeks = Math.ceil((daysBetween(start, first) + monthLength(on)) / 7);
  return run(start, weeks * 7);
}

function run(start: Day, length: number): Day[] {
  return Array.from({ length }, (_, at) => dayAfter(start, at));
}

function daysBetween(from: Day, to: Day): number {
  return Math.round((asUtc(to).getTime() - asUtc(from).getTime()) / DAY_MS);
}

function monthLength(on: Day): number {
  const at = asUtc(on);
  return new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 0)).getUTCDate();
}

/** The day that the page before or after this one is opened on. */
export function turned(view: View, on: Day, by: 1 | -1): Day {
  if (view === 'week') return dayAfter(on, 7 * by);
  const at = asUtc(on);
  const month = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + by, 1));
  return month.toISOString().slice(0, 10);
}

/** No zone is further from UTC than this: moments between these are all that can fall on the days. */
const FURTHEST_MS = 15 * 3_600_000;

export function momentsAround(days: readonly Day[]): { from: Date; to: Date } {
  const first = asUtc(days[0] ?? '1970-01-01').getTime();
  const last = asUtc(days.at(-1) ?? '1970-01-01').getTime();
  return { from: new Date(first - FURTHEST_MS), to: new Date(last + DAY_MS + FURTHEST_MS) };
}

/** What is on each of the days in a zone, in the order of the day. */
export function byDay(
  days: readonly Day[],
  entries: readonly CalendarEntry[],
  timeZone: string,
): { day: Day; entries: CalendarEntry[] }[] {
  const inOrder = [...entries].sort((a, b) => a.at.getTime() - b.at.getTime());
  const grouped = Map.groupBy(inOrder, (entry) => dayIn(entry.at, timeZone));
  return days.map((day) => ({ day, entries: grouped.get(day) ?? [] }));
}

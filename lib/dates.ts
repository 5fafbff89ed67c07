/** Dates as readers see them: the zone is the newsroom's, the words are the page's language. */
export type DateStyle = { timeZone: string; language: string };

/** 23 January 2017 */
export function longDate(at: Date, { timeZone, language }: DateStyle): string {
  return format(language, timeZone, { day: 'numeric', month: 'long', year: 'numeric' }).format(at);
}

/** 23 Jan 2017 */
export function shortDate(at: Date, { timeZone, language }: DateStyle): string {
  return format(language, timeZone, { day: 'numeric', month: 'short', year: 'numeric' }).format(at);
}

/** 23 January */
export function dayAndMonth(at: Date, { timeZone, language }: DateStyle): string {
  return format(language, timeZone, { day: 'numeric', month: 'long' }).format(at);
}

/** Tuesday 24 January 2017 */
export function fullDate(at: Date, { timeZone, language }: DateStyle): string {
  return format(language, timeZone, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  }).format(at);
}

/** 23 January 2017, 09:30 GMT+6: with its zone, so that a reader anywhere knows when it was. */
export function dateAndTime(at: Date, style: DateStyle): string {
  return `${longDate(at, style)}, ${clockTime(at, style)} ${zoneName(at, style)}`;
}

/** 14:05 */
export function clockTime(at: Date, { timeZone, language }: DateStyle): string {
  return format(language, timeZone, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(at);
}

/** GMT+6 */
export function zoneName(at: Date, { timeZone, language }: DateStyle): string {
  const parts = format(language, timeZone, { timeZoneName: 'short' }).formatToParts(at);
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? timeZone;
}

/** The calendar day, 2017-01-23, that a moment falls on in a zone. */
export function dayIn(at: Date, timeZone: string): string {
  return format('en-CA', timeZone, { year: 'numeric', month: '2-digit', day: '2-digit' }).format(
    at,
  );
}

/** 2017-01-23T09:30:00+06:00: the same clock as the visible time, for machines. */
export function isoInZone(at: Date, timeZone: string): string {
  const parts = format('en-CA', timeZone, {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'longOffset',
  }).formatToParts(at);
  const part = (type: Intl.DateTimeFormatPartTypes) =>
    parts.find((one) => one.type === type)?.value ?? '';
  const day = `${part('year')}-${part('month')}-${part('day')}`;
  const time = `${part('hour')}:${part('minute')}:${part('second')}`;
  return `${day}T${time}${part('timeZoneName').replace('GMT', '') || '+00:00'}`;
}

/**
 * The moments at which the wall clock in a zone shows 2017-01-23T09:30, in their order: none in the
 * hour that is skipped in spring, two in the one that comes twice. Null if the text is no time.
 */
export function momentsIn(local: string, timeZone: string): Date[] | null {
  const candidates = candidatesIn(local, timeZone);
  if (!candidates) return null;
  const exact = candidates.filter((moment) => localTime(new Date(moment), timeZone) === local);
  return [...new Set(exact)].sort((a, b) => a - b).map((moment) => new Date(moment));
}

/** The first moment of a calendar day, 2017-01-23, in a zone: midnight, or what comes in its place. */
export function startOfDay(day: string, timeZone: string): Date | null {
  const midnight = `${day}T00:00`;
  const [first] = momentsIn(midnight, timeZone) ?? [];
  if (first) return first;
  const candidates = candidatesIn(midnight, timeZone);
  return candidates && new Date(Math.max(...candidates));
}

/** What the wall clock shows instead of a time that is skipped: as much later as the clocks go on. */
export function afterTheGap(local: string, timeZone: string): string {
  const candidates = candidatesIn(local, timeZone) ?? [];
  return localTime(new Date(Math.max(...candidates)), timeZone);
}

/** A wall-clock time by the offsets that the zone has a day before and a day after it. */
function candidatesIn(local: string, timeZone: string): number[] | null {
  const asUtc = /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(local) ? new Date(`${local}Z`) : null;
  if (!asUtc || Number.isNaN(asUtc.getTime())) return null;
  return [-1, 1].map((days) => {
    const near = new Date(asUtc.getTime() + days * 24 * 3_600_000);
    const offset = new Date(`${localTime(near, timeZone)}Z`).getTime() - near.getTime();
    return asUtc.getTime() - offset;
  });
}

/** The calendar day that follows one, or so many days later: 2017-01-31 gives 2017-02-01. */
export function dayAfter(day: string, days = 1): string {
  return new Date(Date.parse(`${day}T00:00Z`) + days * 24 * 3_600_000).toISOString().slice(0, 10);
}

/** The wall clock in a zone, 2017-01-23T09:30, as a date-and-time field takes it. */
export function localTime(at: Date, timeZone: string): string {
  const clock = format('en-GB', timeZone, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  return `${dayIn(at, timeZone)}T${clock.format(at)}`;
}

/** English as the house writes it: the day before the month, no comma before "and". */
export function localeOf(language: string): string {
  return language === 'en' ? 'en-GB' : language;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function format(language: string, timeZone: string, options: Intl.DateTimeFormatOptions) {
  const locale = localeOf(language);
  const key = JSON.stringify([locale, timeZone, options]);
  let made = formats.get(key);
  if (!made) {
    made = new Intl.DateTimeFormat(locale, { ...options, timeZone });
    formats.set(key, made);
  }
  return made;
}

const RIGHT_TO_LEFT = new Set(['ar', 'fa', 'he', 'ur', 'ps', 'sd', 'ug', 'yi', 'dv', 'ckb']);

export function directionOf(language: string): 'ltr' | 'rtl' {
  return RIGHT_TO_LEFT.has(language.split('-')[0] ?? '') ? 'rtl' : 'ltr';
}

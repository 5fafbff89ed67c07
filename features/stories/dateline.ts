import { longDate } from '#lib/dates.ts';

/** "Astana" or "Astana, 23 January 2017", as it stands before the first word. */
export function datelineText(
  dateline: { place: string; date: string | null },
  language: string,
): string {
  if (!dateline.date) return dateline.place;
  // A dateline's day has no hour: UTC on both sides keeps it from slipping to a neighbour.
  const day = longDate(new Date(`${dateline.date}T00:00:00Z`), { timeZone: 'UTC', language });
  return `${dateline.place}, ${day}`;
}

import { longDate } from '#lib/dates.ts';

/** Where a story was written and, where house style wants it, on what calendar day. */
type Dateline = { place: string; date: string | null };

/** "Astana" or "Astana, 23 January 2017", as the story's language writes it. */
export function datelineText({ place, date }: Dateline, language: string): string {
  if (!date) return place;
  // A dateline's day has no hour: UTC on both sides keeps it from slipping to a neighbour.
  const day = longDate(new Date(`${date}T00:00:00Z`), { timeZone: 'UTC', language });
  return `${place}${COMMAS[baseOf(language)] ?? ', '}${day}`;
}

/** The same with the colon that leads into the first sentence. */
export function datelineOpening(dateline: Dateline, language: string): string {
  return `${datelineText(dateline, language)}${COLONS[baseOf(language)] ?? ':'}`;
}

const COMMAS: Record<string, string> = {
  fr: ', le ',
  zh: '，',
  ja: '，',
  ar: '، ',
  fa: '، ',
  ur: '، ',
};

/** A space stands before the French colon, and it must not break. */
const COLONS: Record<string, string> = { fr: '\u00a0:', zh: '：', ja: '：' };

function baseOf(language: string): string {
  return language.split('-')[0] ?? '';
}

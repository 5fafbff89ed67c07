import type { Block } from '#features/stories/body.ts';

/** A story of somebody else's, ready to be sent to the desk. */
export type Incoming = {
  source: { system: string; id: string; file: string };
  /** Day of publication, 2017-01-23. */
  day: string;
  language: 'en' | 'fr';
  headline: string;
  standfirst: string;
  datelinePlace: string;
  /** As the text itself gives it. */
  datelineDate: string | null;
  sourceLine: string;
  author: string;
  topics: string[];
  places: string[];
  body: { type: 'doc'; content: Block[] };
};

export function paragraph(text: string): Extract<Block, { type: 'paragraph' }> {
  return { type: 'paragraph', content: [{ type: 'text', text }] };
}

export function heading(text: string): Block {
  return { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text }] };
}

/** Captions whose pictures did not come along: kept at the end, so that no word is lost. */
export function captions(title: string, texts: readonly string[]): Block[] {
  if (texts.length === 0) return [];
  const content = texts.map((text) => ({ type: 'listItem' as const, content: [paragraph(text)] }));
  return [{ type: 'factBox', attrs: { title }, content: [{ type: 'bulletList', content }] }];
}

/** The countries that a text names, in the words of its language; the first few. */
export function countriesIn(text: string, language: 'en' | 'fr'): string[] {
  const found = [...countryNames(language)]
    .map((name) => ({ name, at: text.search(new RegExp(`(?<!\\p{L})${name}(?!\\p{L})`, 'u')) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at || b.name.length - a.name.length);
  return found.map(({ name }) => name).slice(0, 3);
}

const known = new Map<string, Set<string>>();

export function countryNames(language: 'en' | 'fr'): Set<string> {
  const before = known.get(language);
  if (before) return before;
  const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const all = letters.flatMap((a) => letters.map((b) => names.of(`${a}${b}`)));
  const fit = new Set(all.filter((name) => name !== undefined && /^[\p{L} ’'-]+$/u.test(name)));
  known.set(language, fit as Set<string>);
  return fit as Set<string>;
}

/** Words that begin a clause: a lone hyphen before one of them was a dash. */
const CLAUSE =
  'a|aged|alone|and|but|despite|in|of|one|or|that|This|to|was|we|were|where|which|who|with';
const COMPOUND = /(\p{L}+) - (to|of|by|in|on|at|and|the) - (?=\p{L})/gu;
const DASH = new RegExp(`(?<=[\\p{L}\\p{N}]) - (?=(?:${CLAUSE})\\b)`, 'gu');
const HYPHEN = /(?<=[\p{L}\p{N}]) - (?=[\p{L}\p{N}])/gu;

/** Undoes what splitting an English text into words and joining it again did to its hyphens. */
export function rejoinEnglish(text: string): string {
  return tidy(text)
    .replace(/(?<=\d) [-–] (?=\d)/g, '–')
    .replace(COMPOUND, '$1-$2-')
    .replace(DASH, ' – ')
    .replace(HYPHEN, '-')
    .replace(/ - /g, ' – ')
    .replace(/# (?=\d)/g, '#')
    .replace(/ ([,.;:!?%)\]])(?=\s|$|["”’'])/g, '$1')
    .replace(/([([]) (?=\S)/g, '$1');
}

const UNBROKEN = '\u00a0';
const NARROW = '\u202f';

/** The same for French, with the spaces that must not break and without marks of lost footnotes. */
export function rejoinFrench(text: string): string {
  return tidy(text)
    .replace(/ ?\[\d+\]/g, '')
    .replace(/ ([,.)\]])(?=\s|$)/g, '$1')
    .replace(/« ?/g, `«${UNBROKEN}`)
    .replace(/ ?»/g, `${UNBROKEN}»`)
    .replace(/(?<=[^\s]) (?=[;!?])/g, NARROW)
    .replace(/(?<=[^\s]) (?=:)/g, UNBROKEN)
    .replace(/(?<=\d) (?=\d{3}(?!\d)|%|€)/g, NARROW)
    .replace(/ - (?=\d)/g, ` −`)
    .replace(/(?<=\S) - (?=\S)/g, ' – ');
}

function tidy(text: string): string {
  return text.replaceAll('\u00ad', '').replace(/\s+/g, ' ').trim();
}

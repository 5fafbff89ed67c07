/**
 * Words as the search knows them: the same on every database, because they are made here and both
 * are given finished ones. Case and accents fold away; scripts that put no space between words are
 * searched sign by sign.
 */
const SPACELESS =
  /[[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Bopomofo}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}\p{sc=Tibetan}]&&[\p{L}\p{N}\p{Mn}\p{Mc}]]/gv;
const BETWEEN = /[^\p{L}\p{N}\p{Mn}\p{Mc}]+/gv;
/** One spaceless sign with what modifies it, or a run of everything else that is part of a word. */
const WORD = new RegExp(
  `${SPACELESS.source}[[\\p{Mn}&&\\p{sc=Inherited}]\\uff9e\\uff9f]*|[[\\p{L}\\p{N}\\p{Mn}\\p{Mc}]--${SPACELESS.source}]+`,
  'gv',
);
const ACCENTS = new RegExp(
  `(?<=[\\p{sc=Latin}\\p{sc=Greek}\\p{sc=Cyrillic}\\p{sc=Arabic}\\p{sc=Hebrew}])[[\\p{Mn}\\u0640]--${SPACELESS.source}]+`,
  'gv',
);
/** What is left of marks that belong to no script, and the selectors that only choose a shape. */
const STRAY = /[\p{Mn}&&\p{sc=Inherited}]/gv;
/** What is not plain ASCII. Most text is, and the rules above are ten times as slow as these. */
const FOREIGN = /[^\n -~]+/g;
const PLAIN = /^[A-Za-z0-9]{1,64}$/;
/** Without the space: most words have one and nothing else between them, and it can stay. */
const BETWEEN_ASCII = /[\n!-/:-@[-`{-~]+/g;
const SPACES = / {2,}/g;
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  ø: 'o',
  œ: 'oe',
  đ: 'd',
  ł: 'l',
  ı: 'i',
  ς: 'σ',
};

/** Longer ones are cut, in stories and in queries alike: an index has a limit for one word. */
const MAX_SIGNS = 64;

/** The words of a text in their order, with single spaces between them. */
export function foldText(text: string): string {
  const folded = text
    .replace(FOREIGN, (run) => run.replace(BETWEEN, ' '))
    .normalize('NFKD')
    .toLowerCase()
    .replace(FOREIGN, foldForeign)
    .replace(BETWEEN_ASCII, ' ')
    .replace(SPACES, ' ')
    .trim();
  return cutLong(folded);
}

function foldForeign(run: string, at: number, text: string): string {
  const before = text.slice(Math.max(0, at - 1), at);
  return `${before}${run}`
    .replace(ACCENTS, '')
    .normalize('NFC')
    .replace(STRAY, '')
    .replace(/[ßæøœđłıς]/gv, (letter) => LETTERS[letter] ?? letter)
    .replace(BETWEEN, ' ')
    .replace(SPACELESS, ' $& ')
    .slice(before.length);
}

function cutLong(folded: string): string {
  for (let start = 0; ; ) {
    const space = folded.indexOf(' ', start);
    const end = space === -1 ? folded.length : space;
    if (end - start > MAX_SIGNS) break;
    if (space === -1) return folded;
    start = space + 1;
  }
  const words = folded.split(' ');
  return words.map((word) => [...word].slice(0, MAX_SIGNS).join('')).join(' ');
}

export type Word = { folded: string; start: number; end: number };

/** The same words, each with where it stands in the text. */
export function wordsIn(text: string): Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(WORD)) {
    const [word] = match;
    const at = { start: match.index, end: match.index + word.length };
    const folded = PLAIN.test(word) ? [word.toLowerCase()] : foldText(word).split(' ');
    for (const one of folded) if (one) words.push({ folded: one, ...at });
  }
  return words;
}

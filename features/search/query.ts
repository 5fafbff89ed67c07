import { foldText } from '#features/search/words.ts';

/** Words that have to follow each other; `open` if the last of them may go on. */
export type Phrase = { words: string[]; open: boolean };

/** Nobody means more than this, and each word costs something. */
const MAX_CHARACTERS = 300;
const MAX_WORDS = 12;
/** One letter begins too many words to mean any of them. */
const MIN_OPEN = 2;

const QUOTES = /[\u201c-\u201f\u00ab\u00bb\u2039\u203a\u300c-\u300f\uff02]/gu;
const CHUNK = /"(?<quoted>[^"]*)"|(?<plain>[^\s"]+)/gu;

/**
 * What somebody typed, as phrases that a story has to hold all of. Quotation marks of any language
 * bind words; so does whatever joins them, as in "al-Assad". There are no operators, so there is
 * nothing to get wrong.
 */
export function parseQuery(typed: string): Phrase[] {
  const phrases: Phrase[] = [];
  let left = MAX_WORDS;
  for (const { groups } of typed.slice(0, MAX_CHARACTERS).replace(QUOTES, '"').matchAll(CHUNK)) {
    const words = foldText(groups?.quoted ?? groups?.plain ?? '')
      .split(' ')
      .filter(Boolean)
      .slice(0, left);
    if (words.length === 0) continue;
    left -= words.length;
    phrases.push({ words, open: groups?.quoted === undefined });
  }
  return phrases.map(({ words, open }, at) => ({
    words,
    // Only what was typed last may be half a word.
    open: open && at === phrases.length - 1 && [...(words.at(-1) ?? '')].length >= MIN_OPEN,
  }));
}

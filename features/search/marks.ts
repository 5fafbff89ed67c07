import type { Phrase } from '#features/search/query.ts';
import type { Segment } from '#features/search/views.ts';
import { type Word, wordsIn } from '#features/search/words.ts';

/** About two lines of a list. */
const WORDS_SHOWN = 36;
const WORDS_BEFORE = 8;

/** A found phrase: from which word to which (exclusive), and which phrase of the query it is. */
type Find = { from: number; to: number; phrase: number };

/** The part of a text that shows most of what was searched for, with the finds marked. */
export function snippetOf(text: string, query: readonly Phrase[]): Segment[] {
  const words = wordsIn(text);
  const finds = findAll(words, query);
  const { from, to } = bestStretch(finds, words.length);
  const shown = finds.filter((find) => find.from >= from && find.to <= to);
  const starts = words[from]?.start ?? 0;
  const ends = to < words.length ? (words[to - 1]?.end ?? 0) : text.length;
  const segments: Segment[] = [];
  const add = (piece: string, found: boolean) => {
    const flat = piece.replace(/\s+/gu, ' ');
    if (flat) segments.push({ text: flat, found });
  };
  let at = from > 0 ? starts : 0;
  if (from > 0) add('… ', false);
  for (const find of shown) {
    const [first, last] = [words[find.from], words[find.to - 1]];
    if (!first || !last || first.start < at) continue;
    add(text.slice(at, first.start), false);
    add(text.slice(first.start, last.end), true);
    at = last.end;
  }
  add(text.slice(at, ends), false);
  if (to < words.length) add(' …', false);
  return segments;
}

/** True if each phrase of the query stands in the text. */
export function holdsAll(text: string, query: readonly Phrase[]): boolean {
  const finds = findAll(wordsIn(text), query);
  return new Set(finds.map((find) => find.phrase)).size === query.length;
}

function findAll(words: readonly Word[], query: readonly Phrase[]): Find[] {
  const finds: Find[] = [];
  for (let from = 0; from < words.length; from += 1) {
    for (const [phrase, wanted] of query.entries()) {
      if (standsAt(words, from, wanted)) {
        finds.push({ from, to: from + wanted.words.length, phrase });
      }
    }
  }
  return finds;
}

function standsAt(words: readonly Word[], from: number, { words: wanted, open }: Phrase): boolean {
  return wanted.every((word, offset) => {
    const here = words[from + offset]?.folded;
    if (here === undefined) return false;
    return open && offset === wanted.length - 1 ? here.startsWith(word) : here === word;
  });
}

/** The first stretch in which most different phrases are found; the beginning if none is. */
function bestStretch(finds: readonly Find[], words: number): { from: number; to: number } {
  let best = { from: 0, phrases: 0 };
  for (const [index, { from }] of finds.entries()) {
    const seen = new Set<number>();
    for (let next = index; next < finds.length; next += 1) {
      const find = finds[next];
      if (!find || find.to > from + WORDS_SHOWN - WORDS_BEFORE) break;
      seen.add(find.phrase);
    }
    if (seen.size > best.phrases) best = { from, phrases: seen.size };
  }
  const from = Math.max(0, best.from - WORDS_BEFORE);
  return { from, to: Math.min(words, from + WORDS_SHOWN) };
}

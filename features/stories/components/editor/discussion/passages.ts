/** A passage as it was selected: its words, and a little of what stood on either side. */
export type Passage = { quote: string; before: string; after: string };

/** Where a passage stands in a text; not `exact` where its inside has changed since. */
export type Place = { from: number; to: number; exact: boolean };

const AROUND = 60;
const LONGEST = 1_000;
/** A word that stands in every sentence is not looked for beyond this many times. */
const MOST_PLACES = 500;
/** So many letters at its ends are enough to know a passage again whose inside has changed. */
const END = 12;

/** What is selected, without the spaces at its ends; null if it is no words, or too many. */
export function passageAt(text: string, start: number, end: number): Passage | null {
  const selected = text.slice(start, end);
  const from = start + selected.length - selected.trimStart().length;
  const to = end - (selected.length - selected.trimEnd().length);
  if (to <= from || to - from > LONGEST) return null;
  return {
    quote: text.slice(from, to),
    before: text.slice(Math.max(0, from - AROUND), from),
    after: text.slice(to, to + AROUND),
  };
}

/** Where a passage is now, after others have written around it or in it; null if it is gone. */
export function findPassage(text: string, passage: Passage): Place | null {
  const { quote } = passage;
  if (!quote) return null;
  const best = bestOf(text, passage, placesOf(text, quote));
  if (best !== null) return { from: best, to: best + quote.length, exact: true };
  return betweenEnds(text, passage) ?? betweenSurroundings(text, passage);
}

function placesOf(text: string, words: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    places.push(at);
    if (places.length === MOST_PLACES) break;
  }
  return places;
}

/** Of places with the same words, the one whose surroundings are most alike. */
function bestOf(text: string, { quote, before, after }: Passage, places: number[]): number | null {
  let best: number | null = null;
  let most = -1;
  for (const at of places) {
    const alike = sameEnd(text, at, before) + sameStart(text, at + quote.length, after);
    if (alike > most) [best, most] = [at, alike];
  }
  return best;
}

function sameEnd(text: string, to: number, before: string): number {
  let same = 0;
  while (same < before.length && text[to - 1 - same] === before.at(-1 - same)) same += 1;
  return same;
}

function sameStart(text: string, from: number, after: string): number {
  let same = 0;
  while (same < after.length && text[from + same] === after[same]) same += 1;
  return same;
}

/** Its beginning and its end are there, and not much more between them than there was. */
function betweenEnds(text: string, passage: Passage): Place | null {
  const { quote } = passage;
  if (quote.length < 2 * END) return null;
  const head = { ...passage, quote: quote.slice(0, END), after: '' };
  const from = bestOf(text, head, placesOf(text, head.quote));
  if (from === null) return null;
  const tail = text.indexOf(quote.slice(-END), from + END);
  const to = tail + END;
  return tail >= 0 && to - from <= quote.length * 2 ? { from, to, exact: false } : null;
}

/** All of it was rewritten, between what stood before and after it. */
function betweenSurroundings(text: string, { quote, before, after }: Passage): Place | null {
  const [left, right] = [before.slice(-END), after.slice(0, END)];
  if (left.length < END || right.length < END) return null;
  const at = text.indexOf(left);
  if (at < 0) return null;
  const from = at + left.length;
  const to = text.indexOf(right, from);
  return to > from && to - from <= quote.length * 2 + END ? { from, to, exact: false } : null;
}

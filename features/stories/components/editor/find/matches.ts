import type { Node } from '@tiptap/pm/model';

export type Match = { from: number; to: number };

/** What stands in the place of something that is no letter, so that positions stay what they are. */
const GAP = '\ufffc';

/**
 * Where the words stand in the text, whatever the case of their letters unless it counts. A match does not
 * go over the end of a block, but it may go over marks.
 */
export function matchesIn(doc: Node, words: string, exact: boolean): Match[] {
  if (words === '') return [];
  const matches: Match[] = [];
  doc.descendants((node, at) => {
    if (!node.isTextblock) return true;
    const text = node.textBetween(0, node.content.size, undefined, GAP);
    for (const from of placesIn(text, words, exact)) {
      matches.push({ from: at + 1 + from, to: at + 1 + from + words.length });
    }
    return false;
  });
  return matches;
}

function placesIn(text: string, words: string, exact: boolean): number[] {
  const pattern = words.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&').replace(/[ \u00a0]/g, '[ \\u00a0]');
  const places: number[] = [];
  for (const match of text.matchAll(new RegExp(pattern, exact ? 'gu' : 'giu'))) {
    // "ſ" matches "s" and has its length; what changes its length when folded never matches.
    if (match[0].length === words.length) places.push(match.index);
  }
  return places;
}

import { diffArrays } from 'diff';
import type { Block, Body } from '#features/stories/body.ts';

/** A run of words that both texts have, or only the one before, or only the one after. */
export type Part = { text: string; in: 'both' | 'before' | 'after' };

/** A block beside the one that it became. What only one of the texts has stands alone. */
export type Pair =
  | { kind: 'same'; before: Block; after: Block }
  | { kind: 'changed'; before: Block; after: Block; parts: Part[] }
  | { kind: 'removed'; before: Block; after: null }
  | { kind: 'added'; before: null; after: Block };

/** Beyond this many changes in one passage it is shown as replaced: no eye would follow them. */
const MOST_EDITS = 1_500;
/** Beyond this many pairs to think about, blocks are paired in their order. */
const MOST_PAIRS = 40_000;
/** How many words two blocks must share to be one block that changed. */
const ALIKE = 0.3;

const segmenters = new Map<string, Intl.Segmenter>();

/** The words of a text with what stands between them, as its language divides them. */
function segments(text: string, language: string): string[] {
  let segmenter = segmenters.get(language);
  if (!segmenter) {
    segmenter = new Intl.Segmenter(language, { granularity: 'word' });
    segmenters.set(language, segmenter);
  }
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

/** What changed between two texts, word by word. */
export function compareWords(before: string, after: string, language: string): Part[] {
  if (before === after) return before ? [{ text: before, in: 'both' }] : [];
  const changes = diffArrays(segments(before, language), segments(after, language), {
    maxEditLength: MOST_EDITS,
  });
  if (!changes) return replaced(before, after);
  const parts: Part[] = [];
  for (const { value, added, removed } of changes) {
    const where = added ? 'after' : 'both';
    parts.push({ text: value.join(''), in: removed ? 'before' : where });
  }
  return parts;
}

function replaced(before: string, after: string): Part[] {
  const parts: Part[] = [
    { text: before, in: 'before' },
    { text: after, in: 'after' },
  ];
  return parts.filter((part) => part.text);
}

/** Two bodies, block beside block. */
export function compareBodies(before: Body, after: Body, language: string): Pair[] {
  const [old, young] = [before.content.map(keyed), after.content.map(keyed)];
  const changes = diffArrays(old, young, { comparator: (a, b) => a.key === b.key });
  const pairs: Pair[] = [];
  let gone: Keyed[] = [];
  let come: Keyed[] = [];
  let [at, to] = [0, 0];
  const settle = () => {
    pairs.push(...pairUp(gone, come, language));
    gone = [];
    come = [];
  };
  for (const { count, added, removed } of changes) {
    if (removed) gone.push(...old.slice(at, at + count));
    else if (added) come.push(...young.slice(to, to + count));
    else {
      settle();
      for (let n = 0; n < count; n += 1) {
        const [one, other] = [old[at + n], young[to + n]];
        if (one && other) pairs.push({ kind: 'same', before: one.block, after: other.block });
      }
    }
    if (!added) at += count;
    if (!removed) to += count;
  }
  settle();
  return pairs;
}

type Keyed = { block: Block; key: string };

export function keyOf(block: Block): string {
  return JSON.stringify(block);
}

function keyed(block: Block): Keyed {
  return { block, key: keyOf(block) };
}

/** Blocks of one place in both texts: what is alike is one block that changed, in their order. */
function pairUp(gone: Keyed[], come: Keyed[], language: string): Pair[] {
  if (gone.length === 0 || come.length === 0) {
    return [...gone.map(({ block }) => alone(block)), ...come.map(({ block }) => added(block))];
  }
  const pairs: Pair[] = [];
  let [at, to] = [0, 0];
  const upTo = (i: number, j: number) => {
    pairs.push(...gone.slice(at, i).map(({ block }) => alone(block)));
    pairs.push(...come.slice(to, j).map(({ block }) => added(block)));
    [at, to] = [i + 1, j + 1];
  };
  for (const [i, j] of matches(gone, come, language)) {
    const [before, after] = [gone[i]?.block, come[j]?.block];
    upTo(i, j);
    if (!before || !after) continue;
    const parts = compareWords(wordsOf(before), wordsOf(after), language);
    pairs.push({ kind: 'changed', before, after, parts });
  }
  upTo(gone.length, come.length);
  return pairs;
}

const alone = (before: Block): Pair => ({ kind: 'removed', before, after: null });
const added = (after: Block): Pair => ({ kind: 'added', before: null, after });

/** Which of the blocks belong together: of all ways that keep the order, the one that is most alike. */
function matches(gone: Keyed[], come: Keyed[], language: string): [number, number][] {
  if (gone.length * come.length > MOST_PAIRS) {
    const both = Math.min(gone.length, come.length);
    return Array.from({ length: both }, (_, n) => [n, n]);
  }
  const bags = (blocks: Keyed[]) => blocks.map(({ block }) => bagOf(block, language));
  const [left, right] = [bags(gone), bags(come)];
  const width = come.length + 1;
  const best = new Float64Array((gone.length + 1) * width);
  const score = (i: number, j: number) => best[i * width + j] ?? 0;
  const alike = new Float64Array(gone.length * come.length);
  for (let i = gone.length - 1; i >= 0; i -= 1) {
    for (let j = come.length - 1; j >= 0; j -= 1) {
      const likeness = likenessOf(left[i], right[j]);
      alike[i * come.length + j] = likeness;
      const paired = likeness >= ALIKE ? likeness + score(i + 1, j + 1) : 0;
      best[i * width + j] = Math.max(paired, score(i + 1, j), score(i, j + 1));
    }
  }
  const found: [number, number][] = [];
  let [i, j] = [0, 0];
  while (i < gone.length && j < come.length) {
    const likeness = alike[i * come.length + j] ?? 0;
    if (likeness >= ALIKE && score(i, j) === likeness + score(i + 1, j + 1)) {
      found.push([i, j]);
      i += 1;
      j += 1;
    } else if (score(i, j) === score(i + 1, j)) i += 1;
    else j += 1;
  }
  return found;
}

type Bag = { type: string; words: Map<string, number>; size: number };

function bagOf(block: Block, language: string): Bag {
  const words = new Map<string, number>();
  let size = 0;
  for (const segment of segments(wordsOf(block), language)) {
    if (!/[\p{L}\p{N}]/u.test(segment)) continue;
    words.set(segment, (words.get(segment) ?? 0) + 1);
    size += 1;
  }
  return { type: block.type, words, size };
}

/** The share of words that two blocks have in common, from 0 to 1. */
function likenessOf(a: Bag | undefined, b: Bag | undefined): number {
  if (!a || !b) return 0;
  if (a.size + b.size === 0) return a.type === b.type ? 1 : 0;
  let common = 0;
  for (const [word, times] of a.words) common += Math.min(times, b.words.get(word) ?? 0);
  return (2 * common) / (a.size + b.size);
}

type AnyNode = { type: string; text?: string; attrs?: unknown; content?: AnyNode[] };

/** The words of a block: its text, a line for each block in it, and what is written beside it. */
export function wordsOf(block: Block): string {
  const lines: string[] = [];
  let line = '';
  const end = () => {
    if (line) lines.push(line);
    line = '';
  };
  const visit = (node: AnyNode): void => {
    if (node.text !== undefined) line += node.text;
    else if (node.type === 'hardBreak') line += '\n';
    else {
      end();
      for (const child of node.content ?? []) visit(child);
      end();
      for (const words of saidIn(node.attrs)) lines.push(words);
    }
  };
  visit(block);
  return lines.join('\n');
}

/** The sentences among a block's attributes; ids mean nothing to anybody. */
function saidIn(attrs: unknown): string[] {
  if (typeof attrs === 'string') return attrs ? [attrs] : [];
  if (typeof attrs !== 'object' || attrs === null) return [];
  return Object.entries(attrs).flatMap(([name, value]) => (/Id$/.test(name) ? [] : saidIn(value)));
}

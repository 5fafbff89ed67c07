import type { Block, Body } from '#features/stories/body.ts';
import { compareBodies, keyOf, type Pair } from '#features/stories/compare.ts';
import { compareFields, type FieldPair } from '#features/stories/components/comparison/fields.ts';
import type { Draft, Fields } from '#features/stories/components/editor/fields.ts';

export type Choice = 'mine' | 'theirs' | 'both';

/** One place in which the texts differ. `contested`: both people changed it, so neither goes before. */
type Open = { choice: Choice; contested: boolean };
export type OpenField = FieldPair & Open;
export type OpenPair = { pair: Pair } & Open;
export type Merge = { fields: OpenField[]; pairs: OpenPair[] };

type Texts = {
  mine: Draft;
  theirs: Draft /** What both began from, where it is known. */;
  base: Draft | null;
};

/**
 * What two people made of one text, place by place: `before` is mine, `after` is theirs. What only one
 * of them changed is chosen; where both did, both are, so that nothing is left out by not looking.
 */
export function beginMerge(
  texts: Texts,
  sections: readonly { id: string; name: string }[] = [],
): Merge {
  const { mine, theirs, base } = texts;
  const { language } = mine.fields;
  const isBase = (name: keyof Fields, draft: Draft) =>
    base !== null && JSON.stringify(base.fields[name]) === JSON.stringify(draft.fields[name]);
  const began = base ? keysOf(base.body) : null;
  const merge: Merge = {
    fields: compareFields(mine.fields, theirs.fields, language, sections).map((field) => {
      if (isBase(field.name, mine)) return { ...field, choice: 'theirs', contested: false };
      return { ...field, choice: 'mine', contested: !isBase(field.name, theirs) };
    }),
    pairs: compareBodies(mine.body, theirs.body, language).map((pair) => ({
      pair,
      ...openingOf(pair, began),
    })),
  };
  return began ? withNothingLost(texts, began, merge) : merge;
}

function keysOf(body: Body): Set<string> {
  return new Set(body.content.map(keyOf));
}

/** Left to a person, and until then nothing of it is left out. */
function contested({ kind }: Pair): Open {
  if (kind === 'removed') return { choice: 'mine', contested: true };
  return { choice: kind === 'added' ? 'theirs' : 'both', contested: true };
}

function openingOf(pair: Pair, began: Set<string> | null): Open {
  if (pair.kind === 'same') return { choice: 'mine', contested: false };
  if (!began) return contested(pair);
  const wasThere = (block: Block) => began.has(keyOf(block));
  if (pair.kind === 'changed') {
    if (wasThere(pair.after)) return { choice: 'mine', contested: false };
    return wasThere(pair.before) ? { choice: 'theirs', contested: false } : contested(pair);
  }
  // What was there and is missing in one text was taken out by whoever wrote that.
  const [only, other] =
    pair.kind === 'removed' ? (['mine', 'theirs'] as const) : (['theirs', 'mine'] as const);
  return { choice: wasThere(pair.before ?? pair.after) ? other : only, contested: false };
}

/**
 * A block that was moved stands in two places, and could be passed over in both: what is new, or in
 * both texts, is in the outcome whatever the places say.
 */
function withNothingLost(texts: Texts, began: Set<string>, merge: Merge): Merge {
  const outcome = keysOf(mergedDraft(texts, merge).body);
  const [mine, theirs] = [keysOf(texts.mine.body), keysOf(texts.theirs.body)];
  const isLost = (block: Block | null) => {
    if (!block) return false;
    const key = keyOf(block);
    const needed = !began.has(key) || (mine.has(key) && theirs.has(key));
    if (!needed || outcome.has(key)) return false;
    outcome.add(key);
    return true;
  };
  const pairs = merge.pairs.map((open) => {
    const lost = [isLost(open.pair.before), isLost(open.pair.after)];
    return lost.includes(true) ? { pair: open.pair, ...contested(open.pair) } : open;
  });
  return { ...merge, pairs };
}

/** The text that the choices make. */
export function mergedDraft({ mine, theirs }: Omit<Texts, 'base'>, merge: Merge): Draft {
  const fields: Fields = { ...mine.fields };
  const take = <Name extends keyof Fields>(name: Name) => {
    fields[name] = theirs.fields[name];
  };
  for (const { name, choice } of merge.fields) if (choice === 'theirs') take(name);
  const content = merge.pairs.flatMap(({ pair, choice }): Block[] => {
    if (pair.kind === 'same') return [pair.before];
    const blocks: Block[] = [];
    if (pair.before && choice !== 'theirs') blocks.push(pair.before);
    if (pair.after && choice !== 'mine') blocks.push(pair.after);
    return blocks;
  });
  return { fields, body: { type: 'doc', content } };
}

/** The same choice everywhere. */
export function chooseAll({ fields, pairs }: Merge, choice: Choice): Merge {
  return {
    fields: fields.map((field) => ({ ...field, choice })),
    pairs: pairs.map((pair) => ({ ...pair, choice })),
  };
}

import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Block, Body } from '#features/stories/body.ts';
import type { Draft, Fields } from '#features/stories/components/editor/fields.ts';
import { beginMerge, chooseAll, mergedDraft } from '#features/stories/components/editor/merging.ts';

const FIELDS: Fields = {
  kind: 'news',
  language: 'en',
  sectionId: 's',
  slug: '',
  headline: 'Headline',
  shortHeadline: '',
  searchTitle: '',
  searchDescription: '',
  standfirst: '',
  datelinePlace: '',
  datelineDate: null,
  bylines: [],
  topics: [],
  places: [],
  picture: null,
  sourceLine: '',
  notes: '',
};

const body = (...texts: string[]): Body => ({
  type: 'doc',
  content: texts.map((text): Block => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
});
const draft = (texts: string[], fields: Partial<Fields> = {}): Draft => ({
  fields: { ...FIELDS, ...fields },
  body: body(...texts),
});
const texts = ({ body: { content } }: Draft) =>
  content.map((block) => JSON.stringify(block).match(/"text":"([^"]*)"/)?.[1] ?? '');
const mergeOf = (mine: Draft, theirs: Draft, base: Draft | null) => {
  const merge = beginMerge({ mine, theirs, base });
  return { merge, outcome: mergedDraft({ mine, theirs }, merge) };
};

test('what only one of two people changed needs no decision', () => {
  const base = draft(['One.', 'Two.', 'Three.'], { headline: 'Old', standfirst: 'Old' });
  const mine = draft(['One, mine.', 'Two.', 'Three.'], { headline: 'Mine', standfirst: 'Old' });
  const theirs = draft(['One.', 'Two.', 'Three, theirs.', 'Four.'], {
    headline: 'Old',
    standfirst: 'Theirs',
  });
  const { merge, outcome } = mergeOf(mine, theirs, base);
  expect(texts(outcome)).toEqual(['One, mine.', 'Two.', 'Three, theirs.', 'Four.']);
  expect(outcome.fields).toMatchObject({ headline: 'Mine', standfirst: 'Theirs' });
  expect([...merge.fields, ...merge.pairs].some((place) => place.contested)).toBe(false);
});

test('what both changed is in the outcome twice, until somebody decides', () => {
  const base = draft(['The ferry left at dawn on Monday.']);
  const mine = draft(['The ferry left at noon on Monday.']);
  const theirs = draft(['The ferry left at dusk on Monday.']);
  const { merge, outcome } = mergeOf(mine, theirs, base);
  expect(texts(outcome)).toEqual([...texts(mine), ...texts(theirs)]);
  expect(merge.pairs).toMatchObject([{ contested: true, choice: 'both' }]);
});

test('what one took out stays out, and what one moved is there once', () => {
  const base = draft(['A, the first of all.', 'B, the second one.', 'C, the third part.']);
  const mine = draft(['A, the first of all.', 'C, the third part.']);
  expect(texts(mergeOf(mine, base, base).outcome)).toEqual(texts(mine));
  expect(texts(mergeOf(base, mine, base).outcome)).toEqual(texts(mine));
  const moved = draft(['B, the second one.', 'C, the third part.', 'A, the first of all.']);
  expect(texts(mergeOf(moved, base, base).outcome).sort()).toEqual(texts(base).sort());
  expect(texts(mergeOf(base, moved, base).outcome).sort()).toEqual(texts(base).sort());
});

test('without the text that both began from, nothing is decided for anybody', () => {
  const { merge, outcome } = mergeOf(draft(['Mine.']), draft(['Other words.']), null);
  expect(texts(outcome)).toEqual(['Mine.', 'Other words.']);
  expect(merge.pairs.every((place) => place.contested)).toBe(true);
});

const sentence = fc
  .array(fc.constantFrom('ferry', 'left', 'dawn', 'harbour', 'nobody', 'spoke'), {
    minLength: 1,
    maxLength: 4,
  })
  .map((words) => words.join(' '));
const version = fc.array(sentence, { maxLength: 7 }).map((list) => draft(list));

test('whatever two people did, no new paragraph of either is missing, and either can have all', () => {
  fc.assert(
    fc.property(version, version, version, fc.boolean(), (base, mine, theirs, known) => {
      const { merge, outcome } = mergeOf(mine, theirs, known ? base : null);
      const there = new Set(texts(outcome));
      const began = new Set(known ? texts(base) : []);
      for (const text of [...texts(mine), ...texts(theirs)]) {
        if (!began.has(text)) expect(there).toContain(text);
      }
      for (const text of texts(mine))
        if (texts(theirs).includes(text)) expect(there).toContain(text);
      for (const text of there) expect([...texts(mine), ...texts(theirs)]).toContain(text);
      expect(mergedDraft({ mine, theirs }, chooseAll(merge, 'mine'))).toEqual(mine);
      expect(mergedDraft({ mine, theirs }, chooseAll(merge, 'theirs'))).toEqual(theirs);
    }),
  );
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Block, Body } from '#features/stories/body.ts';
import { compareBodies, compareWords, type Pair, type Part } from '#features/stories/compare.ts';

const paragraph = (text: string): Block => ({
  type: 'paragraph',
  ...(text ? { content: [{ type: 'text', text }] } : {}),
});
const body = (...texts: string[]): Body => ({ type: 'doc', content: texts.map(paragraph) });
const side = (parts: Part[], which: 'before' | 'after') =>
  parts
    .filter((part) => part.in !== (which === 'before' ? 'after' : 'before'))
    .map((part) => part.text)
    .join('');
const kinds = (pairs: Pair[]) => pairs.map((pair) => pair.kind);

test('a changed word is one word, not the sentence and not a letter of it', () => {
  expect(compareWords('The ferry left at dawn.', 'The ferries left at dawn.', 'en')).toEqual([
    { text: 'The ', in: 'both' },
    { text: 'ferry', in: 'before' },
    { text: 'ferries', in: 'after' },
    { text: ' left at dawn.', in: 'both' },
  ]);
});

test('languages without spaces, and from right to left, have words too', () => {
  const japanese = compareWords('船は夜明けに出た。', '船は夕方に出た。', 'ja');
  expect(japanese.find((part) => part.in === 'after')?.text).toBe('夕方');
  const arabic = compareWords('غادرت العبارة عند الفجر', 'غادرت السفينة عند الفجر', 'ar');
  expect(arabic.filter((part) => part.in !== 'both').map((part) => part.text)).toEqual([
    'العبارة',
    'السفينة',
  ]);
});

test('letters that are made of several characters stay whole', () => {
  const family = '👨‍👩‍👧';
  for (const part of compareWords(`a ${family} b`, `a 👨‍👩‍👦 b`, 'en')) {
    expect(part.text).toBe(part.text.toWellFormed());
    expect(part.text.startsWith('\u200d')).toBe(false);
  }
});

test('a paragraph that was put in between shifts nothing', () => {
  const pairs = compareBodies(
    body('One stays here.', 'Two stays here.'),
    body('One stays here.', 'A new one came.', 'Two stays here.'),
    'en',
  );
  expect(kinds(pairs)).toEqual(['same', 'added', 'same']);
});

test('a paragraph that was changed stands beside what it was, whatever came before it', () => {
  const pairs = compareBodies(
    body('Nobody was hurt in the fire on Monday.', 'The mayor spoke.'),
    body(
      'Entirely other matters first.',
      'Nobody was hurt in the fire on Tuesday.',
      'The mayor spoke.',
    ),
    'en',
  );
  expect(kinds(pairs)).toEqual(['added', 'changed', 'same']);
  const [, changed] = pairs;
  expect(changed?.kind === 'changed' && changed.parts.filter((part) => part.in !== 'both')).toEqual(
    [
      { text: 'Monday', in: 'before' },
      { text: 'Tuesday', in: 'after' },
    ],
  );
});

test('a link or a bold word is a change although every word is the same', () => {
  const bold: Body = {
    type: 'doc',
    content: [
      { type: 'paragraph', content: [{ type: 'text', text: 'Words.', marks: [{ type: 'bold' }] }] },
    ],
  };
  const [pair] = compareBodies(body('Words.'), bold, 'en');
  expect(pair).toMatchObject({ kind: 'changed', parts: [{ text: 'Words.', in: 'both' }] });
});

test('captions, speakers and titles are compared; ids are not shown', () => {
  const picture = (caption: string): Body => ({
    type: 'doc',
    content: [{ type: 'picture', attrs: { pictureId: 'p1', alt: 'A ferry', caption, credit: '' } }],
  });
  const [pair] = compareBodies(picture('At dawn'), picture('At dusk'), 'en');
  const parts = pair?.kind === 'changed' ? pair.parts : [];
  expect(side(parts, 'after')).toBe('A ferry\nAt dusk');
  expect(JSON.stringify(parts)).not.toContain('p1');
});

const words = fc
  .array(fc.constantFrom('ferry', 'left', 'at', 'dawn', 'עברית', '船は', 'été', '—'), {
    maxLength: 12,
  })
  .map((list) => list.join(' '));
const bodies = fc.array(words, { maxLength: 8 }).map((texts) => body(...texts));

test('whatever the texts, both can be read whole from their comparison', () => {
  fc.assert(
    fc.property(words, words, (before, after) => {
      const parts = compareWords(before, after, 'en');
      expect(side(parts, 'before')).toBe(before);
      expect(side(parts, 'after')).toBe(after);
    }),
  );
  fc.assert(
    fc.property(bodies, bodies, (before, after) => {
      const pairs = compareBodies(before, after, 'en');
      expect(pairs.flatMap((pair) => pair.before ?? [])).toEqual(before.content);
      expect(pairs.flatMap((pair) => pair.after ?? [])).toEqual(after.content);
    }),
  );
});

test('a text that shares nothing with the other is shown as replaced', () => {
  const long = (word: string) => Array.from({ length: 3_000 }, (_, n) => `${word}${n}`).join(' ');
  const parts = compareWords(long('a'), long('b'), 'en');
  expect(parts.map((part) => part.in)).toEqual(['before', 'after']);
});

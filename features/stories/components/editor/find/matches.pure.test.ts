import { getSchema } from '@tiptap/core';
import { Node } from '@tiptap/pm/model';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { matchesIn } from '#features/stories/components/editor/find/matches.ts';
import { bodyExtensions } from '#features/stories/components/editor/schema/extensions.ts';

const schema = getSchema(bodyExtensions);
const bold = [{ type: 'bold' }];

function document(...content: object[]): Node {
  return Node.fromJSON(schema, { type: 'doc', content });
}

const paragraph = (...content: object[]) => ({ type: 'paragraph', content });
const text = (words: string, marks?: object[]) => ({
  type: 'text',
  text: words,
  ...(marks ? { marks } : {}),
});

test('words are found whatever their case and their marks, in every block that has text', () => {
  const doc = document(paragraph(text('The Fer'), text('ry and', bold), text(' the ferry')), {
    type: 'quote',
    attrs: { speaker: 'Ferry', source: '' },
    content: [paragraph(text('FERRY'), { type: 'hardBreak' }, text('ferry'))],
  });
  const found = (words: string, exact = false) =>
    matchesIn(doc, words, exact).map(({ from, to }) => doc.textBetween(from, to));
  expect(found('ferry')).toEqual(['Ferry', 'ferry', 'FERRY', 'ferry']);
  expect(found('ferry', true)).toEqual(['ferry', 'ferry']);
  expect(found('a.d')).toEqual([]);
  expect(found('')).toEqual([]);
});

test('what is found is what was looked for, wherever it stands', () => {
  const word = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(
      fc.array(fc.array(word, { minLength: 1 }), { minLength: 1 }),
      word,
      (blocks, words) => {
        const doc = document(
          ...blocks.map((parts) => paragraph(...parts.map((part) => text(part)))),
        );
        for (const { from, to } of matchesIn(doc, words, true)) {
          expect(doc.textBetween(from, to).replaceAll('\u00a0', ' ')).toBe(
            words.replaceAll('\u00a0', ' '),
          );
        }
      },
    ),
  );
});

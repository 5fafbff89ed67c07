import { getSchema } from '@tiptap/core';
import { Node } from '@tiptap/pm/model';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Body } from '#features/stories/body.ts';
import { toBody, toEditor } from '#features/stories/components/editor/convert.ts';
import { bodyExtensions } from '#features/stories/components/editor/schema/extensions.ts';

const schema = getSchema(bodyExtensions);

/** What the editor would send if it were opened with this body and saved at once. */
function throughEditor(body: Body): Body {
  const doc = Node.fromJSON(schema, toEditor(body));
  doc.check();
  return toBody(doc);
}

const line = fc.string({ unit: 'grapheme', maxLength: 20 }).filter((text) => !text.includes('\0'));
const word = line.filter((text) => text.length > 0);
const href = fc.constantFrom(
  'https://example.org/?a=b&c#d',
  '/world/talks',
  'mailto:desk@example.org',
);
const marks = fc
  .subarray(['link', 'bold', 'italic'] as const)
  .chain((names) =>
    href.map((address) =>
      names.map((name) =>
        name === 'link' ? { type: name, attrs: { href: address } } : { type: name },
      ),
    ),
  );
const text = fc
  .record({ text: word, marks })
  .map((node) => ({ type: 'text', text: node.text, ...(node.marks.length > 0 ? node : {}) }));
/** Between two texts a line break, since the editor joins neighbours that look the same. */
const inlines = fc
  .array(text, { maxLength: 4 })
  .map((nodes) => nodes.flatMap((node, at) => (at === 0 ? [node] : [{ type: 'hardBreak' }, node])))
  .map((content) => (content.length > 0 ? { content } : {}));
const paragraph = inlines.map((content) => ({ type: 'paragraph', ...content }));
const picture = fc.record({ pictureId: word, alt: line, caption: line, credit: line });
const { list } = fc.letrec<{ list: object; item: object }>((tie) => ({
  list: fc.record({
    type: fc.constantFrom('bulletList', 'orderedList'),
    content: fc.array(tie('item'), { minLength: 1, maxLength: 3 }),
  }),
  item: fc.record({
    type: fc.constant('listItem'),
    content: fc.array(fc.oneof({ depthSize: 'small' }, paragraph, tie('list')), {
      minLength: 1,
      maxLength: 3,
    }),
  }),
}));
const cell = fc.record({
  type: fc.constantFrom('tableCell', 'tableHeader'),
  content: fc.array(paragraph, { minLength: 1, maxLength: 2 }),
});
const block = fc.oneof(
  paragraph,
  fc
    .tuple(fc.constantFrom(2, 3), inlines)
    .map(([level, content]) => ({ type: 'heading', attrs: { level }, ...content })),
  inlines.map((content) => ({ type: 'pullQuote', ...content })),
  fc.record({
    type: fc.constant('quote'),
    attrs: fc.record({ speaker: line, source: line }),
    content: fc.array(paragraph, { minLength: 1, maxLength: 3 }),
  }),
  list,
  picture.map((attrs) => ({ type: 'picture', attrs })),
  fc
    .array(picture, { minLength: 1, maxLength: 3 })
    .map((pictures) => ({ type: 'gallery', attrs: { pictures } })),
  fc
    .array(
      fc.record({
        type: fc.constant('tableRow'),
        content: fc.array(cell, { minLength: 1, maxLength: 3 }),
      }),
      { minLength: 1, maxLength: 3 },
    )
    .map((content) => ({ type: 'table', content })),
  fc.record({
    type: fc.constant('factBox'),
    attrs: fc.record({ title: line }),
    content: fc.array(fc.oneof(paragraph, list), { minLength: 1, maxLength: 3 }),
  }),
  fc.record({
    type: fc.constant('embed'),
    attrs: fc.record({ url: fc.constant('https://example.org/v/1'), title: line }),
  }),
  fc.constant({ type: 'divider' }),
);
const body = fc
  .array(block, { maxLength: 8 })
  .map((content) => Body.parse({ type: 'doc', content }) as Body)
  .filter(({ content }) => {
    const last = content.at(-1);
    return !(last?.type === 'paragraph' && !last.content);
  });

test('a story that is opened and saved says exactly what it said', () => {
  fc.assert(
    fc.property(body, (before) => {
      expect(throughEditor(before)).toStrictEqual(before);
    }),
    { numRuns: 400 },
  );
});

test('what leaves the editor can be stored', () => {
  fc.assert(
    fc.property(body, (before) => {
      expect(Body.safeParse(throughEditor(before)).success).toBe(true);
    }),
  );
});

test('an empty story has a place to type and is saved as empty', () => {
  const empty: Body = { type: 'doc', content: [] };
  expect(toEditor(empty).content).toHaveLength(1);
  expect(throughEditor(empty)).toEqual(empty);
});

test('the empty paragraphs that the cursor needs at the end are not part of the story', () => {
  const body: Body = {
    type: 'doc',
    content: [{ type: 'divider' }, { type: 'paragraph' }, { type: 'paragraph' }],
  };
  expect(throughEditor(body)).toEqual({ type: 'doc', content: [{ type: 'divider' }] });
});

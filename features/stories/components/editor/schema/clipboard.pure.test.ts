// @vitest-environment jsdom
import { getSchema } from '@tiptap/core';
import { DOMSerializer, Node, DOMParser as Parser } from '@tiptap/pm/model';
import { expect, test } from 'vitest';
import type { Block, Body } from '#features/stories/body.ts';
import { toBody, toEditor } from '#features/stories/components/editor/convert.ts';
import { bodyExtensions } from '#features/stories/components/editor/schema/extensions.ts';

const schema = getSchema(bodyExtensions);
const words = (text: string) => [{ type: 'text' as const, text }];
const p = (text: string) => ({ type: 'paragraph' as const, content: words(text) });
const use = { pictureId: 'p1', alt: 'A "quay"', caption: 'The <old> quay', credit: 'A. Aru' };
const BLOCKS: Block[] = [
  p('Words'),
  { type: 'heading', attrs: { level: 3 }, content: words('Smaller') },
  { type: 'pullQuote', content: words('Pulled') },
  { type: 'quote', attrs: { speaker: 'A', source: 'B' }, content: [p('Said')] },
  { type: 'orderedList', content: [{ type: 'listItem', content: [p('One')] }] },
  { type: 'picture', attrs: use },
  { type: 'gallery', attrs: { pictures: [use, { ...use, pictureId: 'p2' }] } },
  {
    type: 'table',
    content: [
      {
        type: 'tableRow',
        content: [
          { type: 'tableHeader', content: [p('Year')] },
          { type: 'tableCell', content: [p('2016')] },
        ],
      },
    ],
  },
  { type: 'factBox', attrs: { title: 'Facts' }, content: [p('Old')] },
  { type: 'embed', attrs: { url: 'https://youtu.be/dQw4w9WgXcQ', title: 'A video' } },
  { type: 'divider' },
];

function copied(doc: Node): HTMLElement {
  const holder = document.createElement('div');
  const html = document.createElement('div');
  html.append(DOMSerializer.fromSchema(schema).serializeFragment(doc.content));
  holder.innerHTML = html.innerHTML;
  return holder;
}

test.each(BLOCKS)('a $type that is copied, cut or dragged arrives with all it has', (block) => {
  const body: Body = { type: 'doc', content: [block] };
  const doc = Node.fromJSON(schema, toEditor(body));
  expect(toBody(Parser.fromSchema(schema).parse(copied(doc)))).toEqual(body);
});

test.each([
  '<div data-gallery="not json"></div>',
  '<div data-gallery="[]"></div>',
  '<div data-gallery="[null,1,{}]"></div>',
  '<figure data-url="javascript:alert(1)"></figure>',
  '<figure data-url="http://example.org/"></figure>',
])('%s of somebody else is not taken for ours', (html) => {
  const holder = document.createElement('div');
  holder.innerHTML = html;
  expect(toBody(Parser.fromSchema(schema).parse(holder)).content).toEqual([]);
});

// @vitest-environment jsdom
import { getSchema } from '@tiptap/core';
import { Node } from '@tiptap/pm/model';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Body, bodyText } from '#features/stories/body.ts';
import { toBody, toEditor } from '#features/stories/components/editor/convert.ts';
import { blocksOfHtml } from '#features/stories/components/editor/paste/clean.ts';
import { blocksOfText } from '#features/stories/components/editor/paste/plain.ts';
import { bodyExtensions } from '#features/stories/components/editor/schema/extensions.ts';
import { escapeText } from '#lib/html.ts';
import { NASTY_STRINGS } from '#tests/nasty-strings.ts';

const TAGS =
  'p div span b i em strong u s font a h1 h2 h4 ul ol li blockquote pre table tr td th section article figure figcaption dl dt dd sup center main aside caption thead tbody label button custom-tag'.split(
    ' ',
  );
const STYLES = [
  '',
  ' style="font-weight:700"',
  ' style="font-weight:normal;font-style:italic"',
  ' style="white-space:pre-wrap"',
  ' style="mso-list:l0 level2 lfo1"',
  ' class="MsoQuote"',
  ' href="https://example.org/a?b=c"',
  ' href="javascript:alert(1)"',
  ' colspan="2" rowspan="3"',
  ' colspan="900" rowspan="-1"',
  ' role="presentation"',
];
const word = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }),
  ...(NASTY_STRINGS.length > 0 ? [fc.constantFrom(...NASTY_STRINGS)] : []),
);
const inTags = (tag: string, style: string, inside: string) => `<${tag}${style}>${inside}</${tag}>`;
const style = fc.constantFrom(...STYLES);
const plain = word.map(escapeText);
const { page } = fc.letrec<Record<'page' | 'part', string>>((tie) => {
  const inside = fc.oneof({ weight: 4, arbitrary: plain }, { weight: 1, arbitrary: tie('page') });
  const cell = fc.tuple(fc.constantFrom('td', 'th'), style, inside).map((of) => inTags(...of));
  const row = fc.array(cell, { minLength: 1, maxLength: 5 });
  const broad = fc.array(
    plain.map((text) => `<td>${text}</td>`),
    { minLength: 19, maxLength: 23 },
  );
  const rows = fc.array(fc.oneof({ weight: 9, arbitrary: row }, { weight: 1, arbitrary: broad }), {
    minLength: 1,
    maxLength: 4,
  });
  const item = fc.oneof(
    { weight: 4, arbitrary: inside.map((text) => `<li>${text}</li>`) },
    { weight: 1, arbitrary: inside },
  );
  return {
    part: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      plain,
      fc.tuple(fc.constantFrom(...TAGS), style, tie('page')).map((of) => `${inTags(...of)}<br>`),
      rows.map(
        (all) => `<table>${all.map((cells) => `<tr>${cells.join('')}</tr>`).join('')}</table>`,
      ),
      fc.array(item, { maxLength: 4 }).map((items) => `<ol>${items.join('')}</ol>`),
    ),
    page: fc.array(tie('part'), { minLength: 1, maxLength: 4 }).map((parts) => parts.join('')),
  };
});

/** What can be seen of a text: the parser moves text out of tables, so that order is not compared. */
function seen(text: string): string {
  return [...text.replace(/[\s\u00a0\u200b\ufeff\0]/g, '')].sort().join('');
}

function textOf(html: string): string {
  return new DOMParser().parseFromString(html, 'text/html').body.textContent ?? '';
}

test('whatever is pasted, every word of it is there and can be stored', () => {
  fc.assert(
    fc.property(page, (html) => {
      const { blocks } = blocksOfHtml(html);
      const body = Body.parse({ type: 'doc', content: blocks }) as Body;
      expect(seen(bodyText(body))).toBe(seen(textOf(html)));
    }),
    { numRuns: 300 },
  );
});

test('the editor takes it as it is', () => {
  const schema = getSchema(bodyExtensions);
  fc.assert(
    fc.property(page, (html) => {
      const body: Body = { type: 'doc', content: blocksOfHtml(html).blocks };
      const doc = Node.fromJSON(schema, toEditor(body));
      doc.check();
      expect(seen(bodyText(toBody(doc)))).toBe(seen(bodyText(body)));
    }),
  );
});

test('plain text keeps every word, in its order', () => {
  const line = fc.oneof(
    word,
    fc.constant(''),
    word.map((text) => `> ${text}`),
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
      const text = lines.join('\n');
      const body = Body.parse({ type: 'doc', content: blocksOfText(text) }) as Body;
      const plain = (some: string) => some.replace(/[\s\u00a0\u200b\ufeff\0>]/g, '');
      expect(plain(bodyText(body))).toBe(plain(text));
    }),
  );
});

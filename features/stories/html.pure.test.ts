import { expect, test } from 'vitest';
import type { Block, Body } from '#features/stories/body.ts';
import { storyHtml } from '#features/stories/html.ts';
import { NASTY_STRINGS, NO_NASTY_STRINGS } from '#tests/nasty-strings.ts';
import { pictureView, storyView } from '#tests/story-view.ts';
import { parseXml } from '#tests/xml.ts';

const URL = 'https://news.example';

function html(content: Block[], parts = {}): string {
  return storyHtml(storyView({ body: { type: 'doc', content } as Body, ...parts }), URL, 'UTC');
}

const text = (words: string) => [{ type: 'text' as const, text: words }];
const paragraph = (words: string) => ({ type: 'paragraph' as const, content: text(words) });

test('every kind of block goes out, in order, with whole addresses', () => {
  const pictures = { p: pictureView('p', 600, 400) };
  const link = { type: 'link' as const, attrs: { href: '/world?a=1&b=2' } };
  const content: Block[] = [
    {
      type: 'paragraph',
      content: [
        { type: 'text', text: 'Bold', marks: [{ type: 'bold' }, link] },
        { type: 'hardBreak' },
        { type: 'text', text: 'slanted', marks: [{ type: 'italic' }] },
      ],
    },
    { type: 'heading', attrs: { level: 2 }, content: text('Next') },
    { type: 'pullQuote', content: text('Pulled') },
    {
      type: 'quote',
      attrs: { speaker: 'B. Jaafari', source: 'SANA' },
      content: [paragraph('A test.')],
    },
    {
      type: 'orderedList',
      content: [
        {
          type: 'listItem',
          content: [
            paragraph('One'),
            { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph('in it')] }] },
          ],
        },
      ],
    },
    { type: 'picture', attrs: { pictureId: 'p', alt: 'Mine', caption: 'Said', credit: '' } },
    {
      type: 'gallery',
      attrs: { pictures: [{ pictureId: 'gone', alt: '', caption: '', credit: '' }] },
    },
    {
      type: 'table',
      content: [
        {
          type: 'tableRow',
          content: [
            { type: 'tableHeader', content: [paragraph('Year')] },
            { type: 'tableCell', content: [paragraph('2016')] },
          ],
        },
      ],
    },
    { type: 'factBox', attrs: { title: 'Facts' }, content: [paragraph('Two sides')] },
    { type: 'embed', attrs: { url: 'https://video.example/v?a=1&b=2', title: '' } },
    { type: 'divider' },
  ];
  const said = html(content, { pictures, sourceLine: 'From the wire' });
  expect(said).toBe(
    '<p><a href="https://news.example/world?a=1&amp;b=2"><strong>Bold</strong></a><br/><em>slanted</em></p>' +
      '<h2>Next</h2>' +
      '<aside><p>Pulled</p></aside>' +
      '<blockquote><p>A test.</p><footer>— B. Jaafari, SANA</footer></blockquote>' +
      '<ol><li><p>One</p><ul><li><p>in it</p></li></ul></li></ol>' +
      '<figure><img src="https://news.example/api/media/p/1200.jpg" alt="Mine" width="600" height="400"/>' +
      '<figcaption>Said A. Bek</figcaption></figure>' +
      '<table><tr><th><p>Year</p></th><td><p>2016</p></td></tr></table>' +
      '<aside><h3>Facts</h3><p>Two sides</p></aside>' +
      '<p><a href="https://video.example/v?a=1&amp;b=2">https://video.example/v?a=1&amp;b=2</a></p>' +
      '<hr/>' +
      '<p><small>From the wire</small></p>',
  );
});

test('the dateline stands before the first word, also when a picture or a quote comes first', () => {
  const dateline = { place: 'Astana', date: null };
  expect(html([paragraph('Talks began.')], { dateline })).toBe(
    '<p><b>Astana:</b> Talks began.</p>',
  );
  expect(html([{ type: 'divider' }], { dateline })).toBe('<p><b>Astana:</b></p><hr/>');
  expect(html([], { dateline })).toBe('<p><b>Astana:</b></p>');
});

test('a link that nobody may follow goes out as plain words', () => {
  for (const address of [
    'javascript:alert(1)',
    '//evil.example',
    'data:text/html,x',
    'JaVaScRiPt:1',
  ]) {
    const marks = [{ type: 'link' as const, attrs: { href: address } }];
    const content: Block[] = [
      { type: 'paragraph', content: [{ type: 'text', text: 'here', marks }] },
    ];
    expect(html(content)).toBe('<p>here</p>');
  }
});

test.skipIf(NO_NASTY_STRINGS)('no text becomes markup (skipped where the lists are not)', () => {
  for (const nasty of NASTY_STRINGS) {
    const said = html([paragraph(nasty), { type: 'embed', attrs: { url: URL, title: nasty } }], {
      sourceLine: nasty,
    });
    const names: string[] = [];
    const visit = (element: ReturnType<typeof parseXml>) => {
      names.push(element.name);
      element.children.forEach(visit);
    };
    visit(parseXml(`<r>${said}</r>`));
    expect(new Set(names)).toEqual(new Set(nasty ? ['r', 'p', 'a', 'small'] : ['r', 'p', 'a']));
  }
});

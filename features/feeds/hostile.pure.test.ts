import { expect, test } from 'vitest';
import { rss, rssItem } from '#features/feeds/rss.ts';
import { sitemap } from '#features/feeds/sitemap.ts';
import { NASTY_STRINGS } from '#tests/nasty-strings.ts';
import { pictureView, SITE, storyView } from '#tests/story-view.ts';
import { childrenOf, parseXml, textIn, type XmlElement } from '#tests/xml.ts';

const URL = 'https://news.example';
const HOSTILE = [
  ']]></title><script>alert(1)</script>',
  '<!--',
  '--><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>&e;',
  '&lt;script&gt;',
  '\u0000\u0001\ufffe\ud800',
  ...NASTY_STRINGS,
];

/** A story with this in each place that somebody can write into. */
function storyWith(text: string) {
  const picture = { ...pictureView('p', 1200, 800), alt: text, caption: text, credit: text };
  const line = [{ type: 'text' as const, text }];
  return storyView({
    section: { id: 's', name: text, path: '/world' },
    headline: text,
    standfirst: text,
    dateline: { place: text, date: null },
    bylines: [
      { name: text, path: '/authors/a', role: 'by' },
      { name: text, path: '/authors/b', role: 'photography' },
    ],
    topics: [{ id: 't', name: text, path: '/topics/t' }],
    places: [{ id: 'q', name: text, path: '/places/q' }],
    corrections: [
      {
        id: 'c',
        kind: 'correction',
        severity: 'minor',
        text,
        at: new Date('2017-01-23T04:00:00Z'),
      },
    ],
    sourceLine: text,
    picture,
    pictures: { p: picture },
    body: {
      type: 'doc',
      content: [
        { type: 'paragraph', content: line },
        {
          type: 'quote',
          attrs: { speaker: text, source: text },
          content: [{ type: 'paragraph', content: line }],
        },
      ],
    },
  });
}

const names = (element: XmlElement): string[] => [element.name, ...element.children.flatMap(names)];
const attributes = (element: XmlElement): string[] => [
  ...Object.keys(element.attributes),
  ...element.children.flatMap(attributes),
];

function feedWith(text: string): XmlElement {
  const site = { ...SITE, name: text, tagline: text };
  const channel = {
    title: text,
    description: text,
    language: 'en',
    page: URL,
    self: `${URL}/feed.xml`,
    changedAt: null,
  };
  return parseXml(rss(channel, [rssItem(storyWith(text), site, URL)]));
}

test('hostile words anywhere in a story leave its feed well-formed and of the same elements', () => {
  const plain = feedWith('Talks');
  for (const text of HOSTILE) {
    const nothing = text.trim() === '';
    const feed = feedWith(text);
    // An empty standfirst, caption or credit has no element at all.
    if (!nothing) expect([text, names(feed)]).toEqual([text, names(plain)]);
    expect(names(plain)).toEqual(expect.arrayContaining(names(feed)));
    const [channel] = childrenOf(feed, 'channel');
    const [item] = channel ? childrenOf(channel, 'item') : [];
    if (!item) throw new Error('no item');
    expect(seen(textIn(item, 'title'))).toBe(seen(text));
    expect(childrenOf(item, 'dc:creator').map((one) => seen(one.text))).toEqual([seen(text)]);
  }
});

test('nor do they bring an element or an attribute into the text of the story in the feed', () => {
  const inside = (text: string) => {
    const [channel] = childrenOf(feedWith(text), 'channel');
    const [item] = channel ? childrenOf(channel, 'item') : [];
    // It is HTML that is well-formed XML too, so that it can be read strictly.
    return parseXml(`<r>${item ? textIn(item, 'content:encoded') : ''}</r>`);
  };
  const known = inside('Talks');
  const tags = new Set(names(known));
  const kinds = new Set(attributes(known));
  for (const text of HOSTILE) {
    const body = inside(text);
    expect([text, names(body).filter((one) => !tags.has(one))]).toEqual([text, []]);
    expect([text, attributes(body).filter((one) => !kinds.has(one))]).toEqual([text, []]);
  }
});

test('a sitemap stays well-formed whatever an address says', () => {
  for (const text of HOSTILE) {
    const map = parseXml(
      sitemap([{ path: `/world/${text.toWellFormed()}`, changedAt: null }], URL),
    );
    expect(names(map)).toEqual(['urlset', 'url', 'loc']);
  }
});

/** What XML bears of it and eyes see. */
function seen(text: string): string {
  return text.toWellFormed().replace(/[\p{C}\p{Z}]/gu, '');
}

import fc from 'fast-check';
import type { NewsArticle } from 'schema-dts';
import { expect, test } from 'vitest';
import { articleData, breadcrumbData, storyJsonLd } from '#features/stories/json-ld.ts';
import { dateAndTime } from '#lib/dates.ts';
import { NASTY_STRINGS } from '#tests/nasty-strings.ts';
import { pictureView, SITE, storyView } from '#tests/story-view.ts';

const URL = 'https://news.example';
const data = (parts = {}, comments = 0) => articleData(storyView(parts), SITE, URL, comments);

test('a story has the data that a search engine needs, with the words of its page', () => {
  const picture = {
    ...pictureView('p', 2400, 1600),
    version: 2,
    caption: 'Delegates',
    credit: 'T. Bek / The Dateline',
    creator: 'T. Bek',
    copyright: '© 2017 The Dateline',
  };
  expect(
    data(
      {
        picture,
        dateline: { place: 'Astana', date: '2017-01-23' },
        bylines: [
          { name: 'Aigerim B.', path: '/authors/aigerim', role: 'by' },
          { name: 'Élise Roy', path: '/authors/elise', role: 'by' },
          { name: 'Tom', path: '/authors/tom', role: 'photography' },
          { name: 'Ute', path: '/authors/ute', role: 'translation' },
        ],
        topics: [{ id: 't', name: 'Syria', path: '/topics/syria' }],
        places: [{ id: 'k', name: 'Kazakhstan', path: '/places/kazakhstan' }],
        body: {
          type: 'doc',
          content: [
            { type: 'paragraph', content: [{ type: 'text', text: 'Six words are in this text.' }] },
          ],
        },
      },
      7,
    ),
  ).toEqual({
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    '@id': 'https://news.example/world/talks#article',
    mainEntityOfPage: { '@type': 'WebPage', '@id': 'https://news.example/world/talks' },
    url: 'https://news.example/world/talks',
    headline: 'Talks begin',
    description: 'At one table.',
    image: [
      {
        '@type': 'ImageObject',
        url: 'https://news.example/api/media/p/1200.2.jpg',
        width: { '@type': 'QuantitativeValue', value: 1200, unitCode: 'E37' },
        height: { '@type': 'QuantitativeValue', value: 800, unitCode: 'E37' },
        caption: 'Delegates',
        creditText: 'T. Bek / The Dateline',
        creator: { '@type': 'Person', name: 'T. Bek' },
        copyrightNotice: '© 2017 The Dateline',
      },
      'https://news.example/api/media/p/wide-1200.2.jpg',
      'https://news.example/api/media/p/classic-1200.2.jpg',
      'https://news.example/api/media/p/square-1200.2.jpg',
    ],
    datePublished: '2017-01-23T09:30:00+06:00',
    dateModified: '2017-01-23T09:30:00+06:00',
    author: [
      { '@type': 'Person', name: 'Aigerim B.', url: 'https://news.example/authors/aigerim' },
      { '@type': 'Person', name: 'Élise Roy', url: 'https://news.example/authors/elise' },
    ],
    contributor: [{ '@type': 'Person', name: 'Tom', url: 'https://news.example/authors/tom' }],
    translator: [{ '@type': 'Person', name: 'Ute', url: 'https://news.example/authors/ute' }],
    publisher: {
      '@type': 'NewsMediaOrganization',
      '@id': 'https://news.example/#publisher',
      name: 'The Dateline',
      url: 'https://news.example/',
    },
    articleSection: 'World',
    inLanguage: 'en',
    isAccessibleForFree: true,
    dateline: 'Astana, 23 January 2017',
    locationCreated: { '@type': 'Place', name: 'Astana' },
    contentLocation: [{ '@type': 'Place', name: 'Kazakhstan' }],
    keywords: ['Syria'],
    wordCount: 200,
    commentCount: 7,
  });
});

test.each([
  ['news', 'NewsArticle'],
  ['analysis', 'AnalysisNewsArticle'],
  ['opinion', 'OpinionNewsArticle'],
  ['feature', 'NewsArticle'],
  ['live', 'NewsArticle'],
])('a story of the kind %s says that it is a %s', (kind, type) => {
  expect(data({ kind })).toMatchObject({ '@type': type });
});

test('a story that nobody signed has the newsroom as its author', () => {
  expect(data().author).toMatchObject([{ '@type': 'NewsMediaOrganization', name: 'The Dateline' }]);
});

test('the times are the visible ones, on the newsroom’s clock through summer and winter', () => {
  for (const timeZone of [
    'Asia/Almaty',
    'Europe/Paris',
    'America/St_Johns',
    'UTC',
    'Asia/Kolkata',
  ]) {
    for (const moment of ['2017-01-23T23:59:59Z', '2019-07-01T00:00:00Z', '2026-03-29T01:00:00Z']) {
      const updatedAt = new Date(moment);
      const { dateModified } = articleData(storyView({ updatedAt }), { ...SITE, timeZone }, URL, 0);
      const [day, time] = String(dateModified).split('T');
      const shown = dateAndTime(updatedAt, { timeZone, language: 'en' });
      expect(new Date(String(dateModified)).getTime()).toBe(updatedAt.getTime());
      expect(shown).toContain(`, ${time?.slice(0, 5)} `);
      expect(shown.startsWith(`${Number(day?.slice(8))} `)).toBe(true);
    }
  }
});

test('the way from the front to the story is told in order', () => {
  const steps = breadcrumbData(storyView(), SITE, URL).itemListElement;
  expect(steps).toMatchObject([
    { position: 1, name: 'The Dateline', item: 'https://news.example/' },
    { position: 2, name: 'World', item: 'https://news.example/world' },
    { position: 3, name: 'Talks begin', item: 'https://news.example/world/talks' },
  ]);
});

test('no headline can leave the script element, and each is read back as it was', () => {
  const known = NASTY_STRINGS.length > 0 ? fc.constantFrom(...NASTY_STRINGS) : fc.string();
  fc.assert(
    fc.property(fc.oneof(known, fc.string({ unit: 'grapheme' })), (headline) => {
      const [article = '', crumbs = ''] = storyJsonLd(storyView({ headline }), SITE, URL, 0);
      expect(`${article}${crumbs}`).not.toMatch(/[<>&\u2028\u2029]/);
      expect(JSON.parse(article).headline).toBe(headline);
      expect(JSON.parse(crumbs).itemListElement[2].name).toBe(headline);
    }),
  );
});

test('nor do hostile names, places, captions, corrections or titles of what is shown from elsewhere', () => {
  const hostile = ['</script><script>alert(1)</script>', '<!--<script>', ...NASTY_STRINGS];
  for (const text of hostile) {
    const picture = { ...pictureView('p', 1200, 800), creator: text, copyright: text };
    const story = storyView({
      headline: text,
      standfirst: text,
      search: { title: text, description: text },
      section: { id: 's', name: text, path: '/world' },
      dateline: { place: text, date: null },
      bylines: [{ name: text, path: '/authors/a', role: 'by' }],
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
      picture: { ...picture, alt: text, caption: text, credit: text },
      body: {
        type: 'doc',
        content: [{ type: 'embed', attrs: { url: 'https://youtu.be/dQw4w9WgXcQ', title: text } }],
      },
    });
    const made = storyJsonLd(story, { ...SITE, name: text }, URL, 0);
    expect(made.join('')).not.toMatch(/[<>&\u2028\u2029]/);
    const [article] = made.map((one) => JSON.parse(one));
    expect(article).toMatchObject({ headline: text, author: [{ name: text }], keywords: [text] });
    expect(article.correction).toMatchObject([{ text }]);
  }
});

test('a property that schema.org does not give a news article is refused by the types', () => {
  // @ts-expect-error: `servesCuisine` is for restaurants; this line fails `npm run types` if it is not.
  const wrong: NewsArticle = { '@type': 'NewsArticle', servesCuisine: 'news' };
  expect(wrong).toBeDefined();
});

test('what is shown from another site is named with its address there', () => {
  const embed = (url: string, title: string) => ({ type: 'embed' as const, attrs: { url, title } });
  const content = [
    embed('https://youtu.be/dQw4w9WgXcQ?si=follows-people', ''),
    embed('https://example.org/chart', 'A chart'),
  ];
  expect(data({ body: { type: 'doc', content } }).citation).toEqual([
    {
      '@type': 'CreativeWork',
      name: 'YouTube',
      url: 'https://www.youtube.com/watch?v=dQw4w9WgXcQ',
    },
    { '@type': 'CreativeWork', name: 'A chart', url: 'https://example.org/chart' },
  ]);
});

test('a correction is a comment of its own kind, at the time that the page shows', () => {
  const at = new Date('2017-01-24T03:30:00Z');
  const correction = {
    id: 'c1',
    kind: 'correction',
    severity: 'minor',
    text: 'Ten, not nine.',
    at,
  };
  expect(data({ corrections: [correction] })).toMatchObject({
    correction: [
      {
        '@type': 'CorrectionComment',
        '@id': 'https://news.example/world/talks#correction-c1',
        name: 'Correction',
        text: 'Ten, not nine.',
        datePublished: '2017-01-24T09:30:00+06:00',
      },
    ],
  });
});

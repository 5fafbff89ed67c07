import { expect, test } from 'vitest';
import { storyMetadata } from '#features/stories/metadata.ts';
import { pictureView, SITE, storyView } from '#tests/story-view.ts';

const URL = 'https://news.example';
const metadata = (parts = {}) => storyMetadata(storyView(parts), SITE, URL);

test('a shared story shows its headline, its picture with words for it, and its times', () => {
  const updatedAt = new Date('2017-01-23T05:00:00Z');
  const picture = { ...pictureView('p', 1000, 500), alt: 'Delegates in a hall' };
  const bylines = [
    { name: 'Aigerim B.', path: '/authors/aigerim', role: 'by' },
    { name: 'Tom', path: '/authors/tom', role: 'photography' },
  ];
  expect(metadata({ updatedAt, picture, bylines })).toMatchObject({
    title: 'Talks begin',
    description: 'At one table.',
    authors: [{ name: 'Aigerim B.', url: 'https://news.example/authors/aigerim' }],
    openGraph: {
      type: 'article',
      url: 'https://news.example/world/talks',
      siteName: 'The Dateline',
      locale: 'en_US',
      publishedTime: '2017-01-23T09:30:00+06:00',
      modifiedTime: '2017-01-23T11:00:00+06:00',
      section: 'World',
      images: [
        {
          url: 'https://news.example/api/media/p/share-1200.jpg',
          width: 952,
          height: 500,
          alt: 'Delegates in a hall',
        },
      ],
    },
    twitter: { card: 'summary_large_image' },
  });
});

test('the address that counts is the story’s own, with its accents encoded', () => {
  expect(metadata({ path: '/monde/élysée' }).alternates?.canonical).toBe(
    'https://news.example/monde/%C3%A9lys%C3%A9e',
  );
});

test('the other languages of a story are named together with its own, or none at all', () => {
  const translations = [{ language: 'fr', headline: 'Pourparlers', path: '/monde/pourparlers' }];
  expect(metadata({ translations }).alternates?.languages).toEqual({
    en: 'https://news.example/world/talks',
    fr: 'https://news.example/monde/pourparlers',
  });
  expect(metadata().alternates?.languages).toBeUndefined();
});

test('a page offers the feed of the site and that of its section', () => {
  expect(metadata().alternates?.types).toEqual({
    'application/rss+xml': [
      { url: 'https://news.example/feed.xml', title: 'The Dateline' },
      { url: 'https://news.example/world/feed.xml', title: 'World – The Dateline' },
    ],
  });
});

test('a story without a picture is shared as a plain card', () => {
  expect(metadata().twitter).toMatchObject({ card: 'summary', images: [] });
});

import { expect, test } from 'vitest';
import { cardTime, storyTimes } from '#features/stories/times.ts';

const ZONE = 'Asia/Almaty';
const today = new Date('2017-01-24T06:00:00Z');
const card = (publishedAt: string, updatedAt?: string, language = 'en') => ({
  publishedAt: new Date(publishedAt),
  updatedAt: updatedAt ? new Date(updatedAt) : null,
  language,
});

test.each([
  ['today', card('2017-01-24T03:30:00Z'), '09:30'],
  ['today by the newsroom’s clock, yesterday by UTC', card('2017-01-23T19:30:00Z'), '01:30'],
  ['yesterday', card('2017-01-23T03:30:00Z'), '23 January'],
  ['last year', card('2016-12-31T03:30:00Z'), '31 December 2016'],
  ['changed today', card('2017-01-20T03:30:00Z', '2017-01-24T05:05:00Z'), 'Updated 11:05'],
  ['changed yesterday', card('2017-01-20T03:30:00Z', '2017-01-23T05:05:00Z'), '20 January'],
  ['today, in French', card('2017-01-23T03:30:00Z', undefined, 'fr'), '23 janvier'],
])('a card on the front of a story of %s', (_, story, expected) => {
  expect(cardTime(story, ZONE, today).text).toBe(expected);
});

test('a card on a page that may be kept for years gives the whole date', () => {
  expect(cardTime(card('2017-01-24T03:30:00Z', '2017-01-24T05:05:00Z'), ZONE).text).toBe(
    '24 January 2017',
  );
});

test('a story says when it came out and when it changed, with the zone', () => {
  const texts = (story: ReturnType<typeof card>) =>
    storyTimes(story, ZONE).map((time) => time.text);
  expect(texts(card('2017-01-23T03:30:00Z'))).toEqual(['Published 23 January 2017, 09:30 GMT+6']);
  expect(texts(card('2017-01-23T03:30:00Z', '2017-01-23T08:05:00Z', 'fr'))).toEqual([
    'Publié le 23 janvier 2017, 09:30 UTC+6',
    'Mis à jour\u00a0: 23 janvier 2017, 14:05 UTC+6',
  ]);
});

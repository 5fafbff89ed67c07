import { expect, test } from 'vitest';
import { datelineOpening, datelineText } from '#features/stories/dateline.ts';
import { wordsOf } from '#features/stories/words.ts';
import { LANGUAGES } from '#lib/languages.ts';

test.each([
  ['en', 'Astana', null, 'Astana:'],
  ['en', 'Astana', '2017-01-23', 'Astana, 23 January 2017:'],
  ['fr', 'Astana', null, 'Astana\u00a0:'],
  ['fr', 'Astana', '2017-01-23', 'Astana, le 23 janvier 2017\u00a0:'],
  ['de', 'Astana', '2017-01-01', 'Astana, 1. Januar 2017:'],
  ['ru', 'Астана', '2017-01-23', 'Астана, 23 января 2017 г.:'],
  ['ja', 'アスタナ', '2017-01-23', 'アスタナ，2017年1月23日：'],
  ['zh', '阿斯塔纳', null, '阿斯塔纳：'],
  ['ar', 'أستانا', null, 'أستانا:'],
])('a dateline in %s', (language, place, date, expected) => {
  expect(datelineOpening({ place, date }, language)).toBe(expected);
});

test('the day of a dateline is the same day everywhere, also at the edges of a year', () => {
  expect(datelineText({ place: 'Apia', date: '2017-12-31' }, 'en')).toBe('Apia, 31 December 2017');
  expect(datelineText({ place: 'Apia', date: '2018-01-01' }, 'en')).toBe('Apia, 1 January 2018');
});

test.each(LANGUAGES)('a story in %s has its own words, with a place for the names', (language) => {
  const words = wordsOf(language);
  if (language !== 'en') expect(words).not.toBe(wordsOf('en'));
  for (const key of [
    'by',
    'photography',
    'translation',
    'published',
    'updated',
    'minutes',
  ] as const)
    expect(words[key].split('{}')).toHaveLength(2);
});

test('a variant of a language has the words of the language, an unknown one has English', () => {
  expect(wordsOf('fr-CA')).toBe(wordsOf('fr'));
  expect(wordsOf('eo')).toBe(wordsOf('en'));
});

import { describe, expect, it } from 'vitest';
import { rejoinEnglish, rejoinFrench } from '#scripts/news/cleaning.ts';
import { fromSeedPage } from '#scripts/news/seed-page.ts';
import { fromEnglish } from '#scripts/news/wikinews-english.ts';
import { fromFrench } from '#scripts/news/wikinews-french.ts';

describe('an English text that was split into words', () => {
  it.each([
    ['a six - member team from al - Quds', 'a six-member team from al-Quds'],
    ['a face - to - face talk, out - of - date', 'a face-to-face talk, out-of-date'],
    ['the Make - A - Wish day of STS - 135', 'the Make-A-Wish day of STS-135'],
    ['iodine - which is rare - was found', 'iodine – which is rare – was found'],
    ['won 1 – 0 in 2000 - 2050', 'won 1–0 in 2000–2050'],
    ['"a long game." - A. Writer', '"a long game." – A. Writer'],
    ['one ( two ) , three .', 'one (two), three.'],
    ['a well-known name – and a dash', 'a well-known name – and a dash'],
  ])('%s', (split, joined) => expect(rejoinEnglish(split)).toBe(joined));
});

it('keeps French signs on the line of their words', () => {
  expect(rejoinFrench('Le pre\u00admier [1] « essai » : 10 000 € !')).toBe(
    'Le premier «\u00a0essai\u00a0»\u00a0: 10\u202f000\u202f€\u202f!',
  );
  expect(rejoinFrench('le budget ») . Mais')).toBe('le budget\u00a0»). Mais');
});

const english = {
  title: 'A title',
  date: '2017-07-18',
  source: 'https://example.org/a',
  summary: 'In short.',
  blocks: [
    { type: 'paragraph' as const, text: 'Friday, July 21, 2017' },
    { type: 'caption' as const, text: 'A picture.' },
    { type: 'paragraph' as const, text: 'Taipei, Taiwan — It began.' },
  ],
};

it('takes the day and the place of an English story out of its text, and loses no caption', () => {
  const story = fromEnglish(english, 'en.json');
  expect(story).toMatchObject({
    day: '2017-07-21',
    datelineDate: '2017-07-21',
    datelinePlace: 'Taipei, Taiwan',
  });
  expect(JSON.stringify(story.body)).toContain('A picture.');
  expect(story.body.content[0]).toMatchObject({ content: [{ text: 'It began.' }] });
});

it('does not believe a first line that is years away from the story', () => {
  const story = fromEnglish({ ...english, date: '2011-12-02' }, 'en.json');
  expect(story).toMatchObject({ day: '2011-12-02', datelineDate: null });
  expect(JSON.stringify(story.body)).toContain('Friday, July 21, 2017');
});

it('takes the day and the place of a French story out of its text', () => {
  const told = (first: string) =>
    fromFrench({ id: '1', title: 'Espace : Essai', paragraphs: [first] }, 'fr.json', '2012-01-01');
  expect(told('1er août 2012, Espagne. - Le texte.')).toMatchObject({
    day: '2012-08-01',
    datelinePlace: 'Espagne',
    topics: ['Espace'],
  });
  expect(told('2 juillet 2012. - Québec - Le texte.')).toMatchObject({ datelinePlace: 'Québec' });
  expect(told('Sans date.')).toMatchObject({ day: '2012-01-01', datelineDate: null });
});

it('reads a page up to its form', () => {
  const page =
    'A head\n\nA head\n\nAstana: It began.\n\nIt went on.\n\nLeave a Reply\n\nYour email';
  const story = fromSeedPage(page, 'seed-story.txt');
  expect(story).toMatchObject({ headline: 'A head', datelinePlace: 'Astana' });
  expect(story.body.content).toHaveLength(2);
  expect(story.body.content[0]).toMatchObject({ content: [{ text: 'It began.' }] });
});

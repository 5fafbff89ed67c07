import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arrange, BAND, NEWEST } from '#features/fronts/arrange.ts';
import type { Card, Kind } from '#features/stories/views.ts';

const picture = { id: 'p', width: 900, height: 600, alt: '', placeholder: '' };

function card(id: string, parts: Partial<Card> = {}): Card {
  return {
    id,
    group: id,
    path: `/world/${id}`,
    kind: 'news',
    language: 'en',
    kicker: 'World',
    headline: id,
    standfirst: '',
    byline: '',
    picture: null,
    publishedAt: new Date('2017-01-23T00:00:00Z'),
    updatedAt: null,
    ...parts,
  };
}

const world = { id: 'w', slug: 'world', name: 'World', description: '', path: '/world' };
const science = { id: 's', slug: 'science', name: 'Science', description: '', path: '/science' };
const ids = (cards: readonly Card[]) => cards.map((one) => one.id);

test('a site without stories has no lead', () => {
  expect(arrange([], [{ section: world, cards: [] }], 'en')).toEqual({
    lead: null,
    seconds: [],
    bands: [],
  });
});

test('the newest story with a picture leads, and newer ones without stand beside it', () => {
  const newest = [card('a'), card('b', { picture }), card('c', { picture })];
  const front = arrange(newest, [{ section: world, cards: newest }], 'en');
  expect(front.lead?.id).toBe('b');
  expect(ids(front.seconds)).toEqual(['a', 'c']);
  expect(front.bands).toEqual([]);
});

test('without any picture the newest story leads', () => {
  expect(arrange([card('a'), card('b')], [], 'en').lead?.id).toBe('a');
});

test.each<[Kind, Kind, string]>([
  ['opinion', 'news', 'b'],
  ['analysis', 'news', 'b'],
  ['feature', 'news', 'b'],
  ['news', 'live', 'b'],
  ['news', 'opinion', 'a'],
  ['opinion', 'analysis', 'b'],
])('of a newer %s and an older %s, the lead is %s', (newer, older, lead) => {
  const newest = [card('a', { kind: newer, picture }), card('b', { kind: older, picture })];
  expect(arrange(newest, [], 'en').lead?.id).toBe(lead);
});

test('old news does not keep a new opinion from the top for ever', () => {
  const news = Array.from({ length: 9 }, (_, n) => card(`n${n}`));
  const newest = [card('o', { kind: 'opinion', picture }), ...news, card('p', { picture })];
  expect(arrange(newest, [], 'en').lead?.id).toBe('o');
});

test('a story in another language leads only if there is hardly anything else', () => {
  const french = card('f', { language: 'fr', picture });
  expect(arrange([french, card('a', { picture })], [], 'en').lead?.id).toBe('a');
  expect(arrange([french], [], 'en').lead?.id).toBe('f');
});

test('a story in two languages is shown once, in the language of the site', () => {
  const french = card('f', { language: 'fr', group: 'g' });
  const english = card('e', { group: 'g' });
  const lead = card('l', { picture });
  const front = arrange([lead, french, english], [{ section: world, cards: [french] }], 'en');
  expect(ids(front.seconds)).toEqual(['e']);
  expect(front.bands).toEqual([]);
});

test('sections stand in the order of the navigation, without those that have nothing left', () => {
  const newest = ['a', 'b', 'c', 'd'].map((id) => card(id));
  const bands = [
    { section: science, cards: [card('s1'), card('s2')] },
    { section: world, cards: newest },
    { section: { ...world, id: 'x' }, cards: [card('x1')] },
  ];
  const front = arrange(newest, bands, 'en');
  expect(front.bands.map((band) => [band.section.id, ids(band.cards)])).toEqual([
    ['s', ['s1', 's2']],
    ['x', ['x1']],
  ]);
});

const someCard = fc.record({
  id: fc.integer({ min: 0, max: 30 }),
  group: fc.integer({ min: 0, max: 12 }),
  kind: fc.constantFrom<Kind>('news', 'analysis', 'opinion', 'feature', 'live'),
  language: fc.constantFrom('en', 'fr', 'ar'),
  picture: fc.constantFrom(null, picture),
});
const someCards = fc
  .uniqueArray(someCard, { selector: (one) => one.id, maxLength: NEWEST })
  .map((list) =>
    list.map(({ id, group, ...rest }) => card(`${id}`, { ...rest, group: `g${group}` })),
  );

test('whatever there is, nothing is shown twice, no band is empty or too long, and a picture leads', () => {
  fc.assert(
    fc.property(someCards, someCards, someCards, (newest, first, second) => {
      const bands = [
        { section: world, cards: first },
        { section: science, cards: second },
      ];
      const front = arrange(newest, bands, 'en');
      const all = [front.lead, ...front.seconds, ...front.bands.flatMap((band) => band.cards)];
      const groups = all.flatMap((one) => one?.group ?? []);
      expect(new Set(groups).size).toBe(groups.length);
      for (const band of front.bands) {
        expect(band.cards.length).toBeGreaterThan(0);
        expect(band.cards.length).toBeLessThanOrEqual(BAND);
      }
      expect(front.lead !== null).toBe(newest.length > 0);
      expect(front.lead?.picture ?? null).toEqual(
        newest.some((one) => one.picture) ? picture : null,
      );
    }),
  );
});

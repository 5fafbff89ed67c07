import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  arrange,
  BAND,
  type Band,
  frontOf,
  type Makings,
  NEWEST,
  SECONDS,
} from '#features/fronts/arrange.ts';
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

type Pinned = Makings['pinned'] & { rows?: Record<string, (Card | null)[]>; hidden?: string[] };
const NOTHING: Pinned = { lead: null, seconds: [] };

function makings(newest: readonly Card[], bands: readonly Band[], pinned = NOTHING): Makings {
  const { rows = {}, hidden = [], ...top } = pinned;
  return {
    newest,
    rows: bands.map(({ section, cards }) => ({
      section,
      hidden: hidden.includes(section.id),
      newest: cards,
      pinned: rows[section.id] ?? [],
    })),
    pinned: top,
    language: 'en',
  };
}

/** The front as readers see it. */
function shown(newest: readonly Card[], bands: readonly Band[], pinned = NOTHING) {
  return frontOf(arrange(makings(newest, bands, pinned)));
}

test('a site without stories has no lead', () => {
  expect(shown([], [{ section: world, cards: [] }])).toEqual({
    lead: null,
    seconds: [],
    bands: [],
  });
});

test('the newest story with a picture leads, and newer ones without stand beside it', () => {
  const newest = [card('a'), card('b', { picture }), card('c', { picture })];
  const front = shown(newest, [{ section: world, cards: newest }]);
  expect(front.lead?.id).toBe('b');
  expect(ids(front.seconds)).toEqual(['a', 'c']);
  expect(front.bands).toEqual([]);
});

test('without any picture the newest story leads', () => {
  expect(shown([card('a'), card('b')], []).lead?.id).toBe('a');
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
  expect(shown(newest, []).lead?.id).toBe(lead);
});

test('old news does not keep a new opinion from the top for ever', () => {
  const news = Array.from({ length: 9 }, (_, n) => card(`n${n}`));
  const newest = [card('o', { kind: 'opinion', picture }), ...news, card('p', { picture })];
  expect(shown(newest, []).lead?.id).toBe('o');
});

test('a story in another language leads only if there is hardly anything else', () => {
  const french = card('f', { language: 'fr', picture });
  expect(shown([french, card('a', { picture })], []).lead?.id).toBe('a');
  expect(shown([french], []).lead?.id).toBe('f');
});

test('a story in two languages is shown once, in the language of the site', () => {
  const french = card('f', { language: 'fr', group: 'g' });
  const english = card('e', { group: 'g' });
  const lead = card('l', { picture });
  const front = shown([lead, french, english], [{ section: world, cards: [french] }]);
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
  const front = shown(newest, bands);
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
      const front = shown(newest, bands);
      const all = [front.lead, ...front.seconds, ...front.bands.flatMap((band) => band.cards)];
      const groups = all.flatMap((one) => one?.group ?? []);
      expect(new Set(groups).size).toBe(groups.length);
      for (const band of front.bands) {
        expect(band.cards.length).toBeGreaterThan(0);
        expect(band.cards.length).toBeLessThanOrEqual(BAND);
      }
      expect(front.lead !== null).toBe(newest.length + first.length + second.length > 0);
      if (newest.length === 0) return;
      expect(front.lead?.picture ?? null).toEqual(
        newest.some((one) => one.picture) ? picture : null,
      );
    }),
  );
});

test('a pinned story stands where it was pinned, and the others fill what is left', () => {
  const newest = ['a', 'b', 'c', 'd', 'e'].map((id) => card(id, { picture }));
  const old = card('old');
  const front = shown(newest, [{ section: world, cards: newest }], {
    lead: old,
    seconds: [null, newest[4] ?? null, null],
    rows: { w: [null, newest[0] ?? null] },
  });
  expect(front.lead?.id).toBe('old');
  expect(ids(front.seconds)).toEqual(['b', 'e', 'c']);
  expect(front.bands.map((band) => ids(band.cards))).toEqual([['d', 'a']]);
});

test('a hidden row is not there, and its stories are free for other slots', () => {
  const bands = [
    { section: world, cards: [card('w1')] },
    { section: science, cards: [card('s1')] },
  ];
  const w1 = card('w1');
  const pinned = { lead: null, seconds: [], rows: { w: [w1] }, hidden: ['w'] };
  const front = shown([w1, card('s1')], bands, pinned);
  expect(front.lead?.id).toBe('w1');
  expect(front.bands).toEqual([]);
});

test('what is pinned beside an empty lead leads', () => {
  const only = card('only');
  expect(shown([only], [], { lead: null, seconds: [null, only] })).toEqual({
    lead: only,
    seconds: [],
    bands: [],
  });
});

test('a translation of a pinned story does not stand beside it, wherever each is pinned', () => {
  const english = card('e', { group: 'g' });
  const french = card('f', { group: 'g', language: 'fr' });
  const front = shown([french, english, card('a')], [], { lead: english, seconds: [french] });
  expect(front.lead?.id).toBe('e');
  expect(ids(front.seconds)).toEqual(['a']);
});

test('wherever stories are pinned, each stands there, nothing is shown twice, no slot stays empty for want of asking', () => {
  const slot = fc.option(someCard, { nil: null });
  fc.assert(
    fc.property(
      someCards,
      someCards,
      fc.array(slot, { minLength: 1 + SECONDS + BAND, maxLength: 1 + SECONDS + BAND }),
      (newest, inWorld, wanted) => {
        const seen = new Set<string>();
        const [lead = null, ...others] = wanted.map((one) => {
          if (!one || seen.has(`g${one.group}`)) return null;
          seen.add(`g${one.group}`);
          return card(`p${one.id}`, { ...one, id: `p${one.id}`, group: `g${one.group}` });
        });
        const seconds = others.slice(0, SECONDS);
        const row = others.slice(SECONDS);
        const bands = [{ section: world, cards: inWorld }];
        const slots = arrange(makings(newest, bands, { lead, seconds, rows: { w: row } }));
        if (lead) expect(slots.lead).toEqual(lead);
        for (const [at, one] of seconds.entries()) if (one) expect(slots.seconds[at]).toEqual(one);
        const band = slots.rows[0]?.cards ?? [];
        for (const [at, one] of row.entries()) if (one) expect(band[at]).toEqual(one);
        const all = [slots.lead, ...slots.seconds, ...band].flatMap((one) => one?.group ?? []);
        expect(new Set(all).size).toBe(all.length);
        const left = newest.filter((one) => !all.includes(one.group));
        if (left.length > 0) expect([slots.lead, ...slots.seconds]).not.toContain(null);
      },
    ),
  );
});

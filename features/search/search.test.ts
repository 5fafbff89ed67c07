import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { drainOutbox } from '#db/outbox.ts';
import { system } from '#features/people/actor.ts';
import { addGuest } from '#features/people/commands.ts';
import { indexAfter, indexStory, reindexAll, unindexStory } from '#features/search/jobs.ts';
import { searchNames, searchStories } from '#features/search/queries.ts';
import { foldText } from '#features/search/words.ts';
import { holdClock } from '#tests/fixtures.ts';
import { NASTY_STRINGS, NO_NASTY_STRINGS } from '#tests/nasty-strings.ts';
import { draft, paragraphs, publish, rewrite, section, withdraw } from '#tests/newsroom.ts';
import { good } from '#tests/results.ts';

const clock = holdClock();
const index = () => drainOutbox(indexAfter);
let sectionId = '';

beforeAll(async () => {
  sectionId = (await section()).id;
});

/** A story that is live and indexed, each a minute younger than the one before. */
async function story(input: Record<string, unknown>) {
  clock.forward(60_000);
  const saved = await draft(sectionId, input);
  await publish(saved);
  await index();
  return saved;
}

async function idsFor(typed: string): Promise<string[]> {
  return ((await searchStories(typed, 1))?.hits ?? []).map((hit) => hit.id);
}

test('a word in the headline counts more than one in the standfirst, and that more than the text', async () => {
  const headline = await story({ headline: 'Zanzibar votes' });
  const byName = await story({ headline: 'An election', topics: ['Zanzibar'] });
  const standfirst = await story({ headline: 'Elsewhere', standfirst: 'Also in Zanzibar.' });
  const older = await story({ body: paragraphs('Ferries leave Zanzibar at noon.') });
  const newer = await story({ body: paragraphs('Ferries reach zanzibar at dusk.') });
  expect(await idsFor('zanzibar')).toEqual(
    [headline, standfirst, byName, newer, older].map((one) => one.storyId),
  );
});

test('all words are needed, in any order; words in quotation marks in this one', async () => {
  const talks = await story({ body: paragraphs('The gondola talks resumed.') });
  const other = await story({ body: paragraphs('They talked of a gondola; talks came later.') });
  const none = await story({ headline: 'Gondola', body: paragraphs('Nobody speaks.') });
  expect(await idsFor('talks gondola')).toEqual([other.storyId, talks.storyId]);
  expect(await idsFor('“gondola talks”')).toEqual([other.storyId, talks.storyId]);
  expect(await idsFor('"gondola talks resumed"')).toEqual([talks.storyId]);
  expect(await idsFor('gondola')).toContain(none.storyId);
});

test('a phrase does not reach from the headline into the text', async () => {
  await story({ headline: 'Quokka', standfirst: '', body: paragraphs('smiles at tourists') });
  expect(await idsFor('quokka smiles')).toHaveLength(1);
  expect(await idsFor('"quokka smiles"')).toEqual([]);
});

test('the last word may be half typed, the others not', async () => {
  const saved = await story({ headline: 'Archaeologists find xylophones' });
  expect(await idsFor('find xyloph')).toEqual([saved.storyId]);
  expect(await idsFor('xyloph find')).toEqual([]);
  expect(await idsFor('"xyloph"')).toEqual([]);
});

test.each([
  ['Manœuvre à l’Élysée', 'ELYSEE manoeuvre'],
  ['Ħal Għaxaq', 'ħal għaxaq'],
  ['Ёжик в тумане', 'ежик'],
  ['Λόγος', 'ΛΟΓΟΣ'],
  ['محمّد في القاهرة', 'محمد'],
  ['हिन्दी समाचार', 'समाचार'],
  ['他在北京大学', '北京'],
  ['ニュース速報', '速報'],
  ['ข่าวภาษาไทย', 'ภาษา'],
  ['한국의 뉴스', '한국'],
  ['Covid-19’s toll: 300,000', '300,000'],
])('“%s” is found by “%s”', async (headline, typed) => {
  const saved = await story({ headline });
  expect(await idsFor(typed)).toContain(saved.storyId);
});

test('a story is found by who wrote it and by what and where it is about', async () => {
  const { id: authorId } = good(await addGuest(system('test'), 'Ysolde Quimby'));
  const saved = await story({
    bylines: [{ authorId }],
    topics: ['Vexillology'],
    places: ['Ouagadougou'],
    datelinePlace: 'Tegucigalpa',
  });
  for (const typed of ['quimby', 'ysolde quimby', 'vexillology', 'ouagadougou', 'tegucigalpa']) {
    expect(await idsFor(typed)).toEqual([saved.storyId]);
  }
  expect(await searchNames('quimby')).toEqual([
    { kind: 'author', name: 'Ysolde Quimby', path: '/authors/ysolde-quimby', stories: 1 },
  ]);
  expect(await searchNames('VEXILLO')).toMatchObject([
    { kind: 'topic', path: '/topics/vexillology' },
  ]);
  expect(await searchNames('ouaga')).toMatchObject([{ kind: 'place', name: 'Ouagadougou' }]);
  await withdraw(saved);
  expect(await searchNames('quimby')).toEqual([]);
});

test('a withdrawn story is not found, even before the index hears of it', async () => {
  const saved = await story({ headline: 'Kumquat scandal' });
  expect(await idsFor('kumquat')).toEqual([saved.storyId]);
  await withdraw(saved);
  expect(await idsFor('kumquat')).toEqual([]);
  await index();
  expect(await idsFor('kumquat')).toEqual([]);
});

test('a draft is not found, nor what a later draft of a live story says', async () => {
  const saved = await story({ headline: 'Narwhal seen' });
  await rewrite(saved, sectionId, { headline: 'Narwhal and platypus seen' });
  await draft(sectionId, { headline: 'Platypus' });
  await index();
  expect(await idsFor('platypus')).toEqual([]);
  expect(await idsFor('narwhal')).toEqual([saved.storyId]);
});

test('a corrected story is found by what it says now, and not by what it said', async () => {
  const saved = await story({ headline: 'Ocelot escapes' });
  await publish(await rewrite(saved, sectionId, { headline: 'Margay escapes' }));
  await index();
  expect(await idsFor('ocelot')).toEqual([]);
  expect(await idsFor('margay')).toEqual([saved.storyId]);
});

test('events that come twice, late or in the wrong order leave the index right', async () => {
  const saved = await story({ headline: 'Wombat returns' });
  const event = { payload: { storyId: saved.storyId } };
  await indexAfter({ kind: 'story.live', ...event });
  await indexAfter({ kind: 'story.gone', ...event });
  expect(await idsFor('wombat')).toEqual([saved.storyId]);
  await withdraw(saved);
  await indexAfter({ kind: 'story.gone', ...event });
  await indexAfter({ kind: 'story.live', ...event });
  expect(await idsFor('wombat')).toEqual([]);
  await indexStory('no-such-story');
  await unindexStory('no-such-story');
});

test('the index can be made anew from what is live', async () => {
  const kept = await story({ headline: 'Axolotl kept' });
  const gone = await story({ headline: 'Axolotl gone' });
  const missed = await draft(sectionId, { headline: 'Axolotl missed by the index' });
  await publish(missed);
  await withdraw(gone);
  await reindexAll();
  expect((await idsFor('axolotl')).sort()).toEqual([kept.storyId, missed.storyId].sort());
  expect(await reindexAll()).toBeGreaterThan(2);
});

test('what was found is shown page by page, and there is no page beyond', async () => {
  for (let n = 0; n < 25; n += 1) await story({ headline: `Capybara ${n}` });
  const first = await searchStories('capybara', 1);
  expect(first).toMatchObject({ page: 1, pages: 2, total: 25, more: false });
  expect(first?.hits[0]?.headline).toBe('Capybara 24');
  expect((await searchStories('capybara', 2))?.hits.map((hit) => hit.headline)).toEqual([
    'Capybara 0',
  ]);
  for (const page of [0, -1, 3, 1.5, Number.NaN, Number.POSITIVE_INFINITY, 1e9]) {
    expect(await searchStories('capybara', page)).toBeNull();
  }
});

test('a hit shows where it was found, as marked text and not as markup', async () => {
  await story({ body: paragraphs('They <b>ate</b> a durian & left.') });
  const hit = (await searchStories('durian', 1))?.hits[0];
  expect(hit?.snippet).toEqual([
    { text: 'They <b>ate</b> a ', found: false },
    { text: 'durian', found: true },
    { text: ' & left.', found: false },
  ]);
});

test('an empty question finds nothing', async () => {
  for (const typed of ['', ' ', '""', '*', '\u0000', '🇰🇿', '-', "'", '\ud800']) {
    expect(await searchStories(typed, 1)).toEqual({
      hits: [],
      page: 1,
      pages: 1,
      total: 0,
      more: false,
    });
    expect(await searchNames(typed)).toEqual([]);
  }
});

test('no question is ever an error', async () => {
  const operators = fc
    .array(
      fc.constantFrom(
        '"',
        '*',
        '(',
        ')',
        ' AND ',
        ' OR ',
        ' NOT ',
        ':',
        '^',
        '{',
        '}',
        '<->',
        '|',
        '&',
        '!',
        "'",
        '\\',
        'a',
        'é',
        '\u0000',
        '北',
        ';',
        '--',
        'NEAR(',
        '%',
      ),
      { maxLength: 40 },
    )
    .map((parts) => parts.join(''));
  const typed = fc.oneof(operators, fc.string({ unit: 'binary', maxLength: 400 }));
  await fc.assert(
    fc.asyncProperty(typed, fc.integer({ min: 1, max: 3 }), async (text, page) => {
      await searchStories(text, page);
      await searchNames(text);
    }),
    { numRuns: 150 },
  );
  const long = 'x y" '.repeat(2_048);
  expect(await searchStories(long, 1)).toMatchObject({ total: 0 });
});

test.skipIf(NO_NASTY_STRINGS)(
  'nasty strings are questions like others (skipped without the lists)',
  async () => {
    for (const typed of NASTY_STRINGS) await searchStories(typed, 1);
  },
);

test('every word of a published headline finds its story, and none does after it is withdrawn', async () => {
  const letters = fc.constantFrom(...'abcdefgéüñжыλغ日ก9'.split(''), ' ', ' ', '-', '’');
  const headlines = fc
    .oneof(
      fc.array(letters, { minLength: 3, maxLength: 40 }).map((signs) => signs.join('')),
      fc.string({ unit: 'grapheme', minLength: 3, maxLength: 40 }),
    )
    .filter((text) => foldText(text) !== '' && !text.includes('\u0000') && text.isWellFormed());
  await fc.assert(
    fc.asyncProperty(headlines, async (headline) => {
      const saved = await story({ headline: `${headline} fjord` });
      const words = foldText(headline).split(' ').slice(0, 6);
      for (const word of words) expect(await idsFor(`fjord ${word}`)).toContain(saved.storyId);
      expect(await idsFor(`"${headline}"`)).toContain(saved.storyId);
      await withdraw(saved);
      for (const word of words) expect(await idsFor(`fjord ${word}`)).not.toContain(saved.storyId);
      await index();
      for (const word of words) expect(await idsFor(`fjord ${word}`)).not.toContain(saved.storyId);
    }),
    { numRuns: 25 },
  );
});

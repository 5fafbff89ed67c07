import { expect, test } from 'vitest';
import { linkTargets, termSuggestions } from '#features/stories/desk.ts';
import { draft, member, publish, section } from '#tests/newsroom.ts';

test('a link is offered to stories that readers have, by headline or address, and to no other', async () => {
  const { id, slug } = await section();
  const reporter = await member('reporter');
  await publish(await draft(id, { headline: 'Ferries Stop 100% on Thursday' }));
  await publish(await draft(id, { headline: 'Été à Paris', language: 'fr' }));
  await draft(id, { headline: 'Ferries are a secret draft' });
  const headlines = async (words: string) =>
    (await linkTargets(reporter, words)).map((one) => one.headline);
  expect(await headlines('ferries')).toEqual(['Ferries Stop 100% on Thursday']);
  expect(await headlines(' stop 100% ')).toEqual(['Ferries Stop 100% on Thursday']);
  expect(await headlines('ete a paris')).toEqual(['Été à Paris']);
  expect(await headlines('f_rries')).toEqual([]);
  expect((await linkTargets(reporter, 'thursday'))[0]?.path).toBe(
    `/${slug}/ferries-stop-100-on-thursday`,
  );
});

test('a topic is offered by any letters of its names, those that begin so first, and is no place', async () => {
  const { id } = await section();
  const reporter = await member('reporter');
  await draft(id, { topics: ['Zebra crossings', 'The old zebra'], places: ['Zebraville'] });
  expect(await termSuggestions(reporter, 'topic', 'ZEBRA')).toEqual([
    'Zebra crossings',
    'The old zebra',
  ]);
  expect(await termSuggestions(reporter, 'place', 'zebra')).toEqual(['Zebraville']);
  expect(await termSuggestions(reporter, 'topic', 'zebra_')).toEqual([]);
});

test.each(['', '   ', 'x'.repeat(101), 'zero\0byte'])(
  'nothing is looked for by %j, and nothing breaks',
  async (text) => {
    const reporter = await member('reporter');
    expect(await linkTargets(reporter, text)).toEqual([]);
    expect(await termSuggestions(reporter, 'topic', text)).toEqual([]);
  },
);

test('whoever is not of the staff is offered nothing', async () => {
  const { id } = await section();
  await publish(await draft(id, { headline: 'Open to all', topics: ['Openness'] }));
  const visitor = { type: 'visitor' } as const;
  expect(await linkTargets(visitor, 'open')).toEqual([]);
  expect(await termSuggestions(visitor, 'topic', 'open')).toEqual([]);
});

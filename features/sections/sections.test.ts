import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { paths } from '#db/schema/site.ts';
import { read } from '#db/store.ts';
import { system } from '#features/people/actor.ts';
import { addSection, changeSection, orderSections } from '#features/sections/commands.ts';
import { allSections, sectionList } from '#features/sections/queries.ts';
import { RESERVED_SECTIONS } from '#lib/paths.ts';
import { member, section } from '#tests/newsroom.ts';
import { good } from '#tests/results.ts';

const TEST = system('test');

test('a section cannot take a name that means something else on the site', async () => {
  for (const slug of RESERVED_SECTIONS) {
    expect(await addSection(TEST, { name: 'X', slug })).toMatchObject({
      code: 'invalid',
      fields: { slug: expect.any(String) },
    });
  }
});

test('a section cannot take an address that another has, or had', async () => {
  const { id, slug } = await section();
  expect(await addSection(TEST, { name: 'Again', slug })).toMatchObject({ code: 'conflict' });
  good(await changeSection(TEST, id, { name: 'Renamed', slug: `${slug}-2` }));
  expect(await addSection(TEST, { name: 'Again', slug })).toMatchObject({ code: 'conflict' });
  const [row] = await read
    .select()
    .from(paths)
    .where(eq(paths.path, `/${slug}`));
  expect(row).toMatchObject({ state: 'moved', target: `/${slug}-2` });
});

test('a renamed section can have its old address back', async () => {
  const { id, slug } = await section();
  good(await changeSection(TEST, id, { name: 'X', slug: `${slug}-2` }));
  good(await changeSection(TEST, id, { name: 'X', slug }));
  const rows = await read.select().from(paths).where(eq(paths.thingId, id));
  expect(Object.fromEntries(rows.map((row) => [row.path, row.target ?? row.state]))).toEqual({
    [`/${slug}`]: 'here',
    [`/${slug}-2`]: `/${slug}`,
  });
});

test('new sections stand at the end of the navigation', async () => {
  const [one, two] = [await section(), await section()];
  const ids = (await sectionList()).map((row) => row.id);
  expect(ids.indexOf(two.id)).toBe(ids.indexOf(one.id) + 1);
});

test('sections stand in the order that they are given, in the navigation of readers too', async () => {
  const made = [(await section()).id, (await section()).id, (await section()).id];
  const before = (await sectionList()).map((row) => row.id);
  const order = [...made.toReversed(), ...before.filter((id) => !made.includes(id))];
  good(await orderSections(TEST, { order }));
  expect((await sectionList()).map((row) => row.id)).toEqual(order);
  expect((await allSections()).map((row) => row.id)).toEqual(order);
  const last = await section();
  expect((await sectionList()).at(-1)?.id).toBe(last.id);
});

test('an order that forgets a section, names one twice or one that is not there changes nothing', async () => {
  const { id } = await section();
  const before = (await sectionList()).map((row) => row.id);
  const others = before.filter((one) => one !== id);
  for (const order of [others, [...before, id], [...others, 'nothing'], []]) {
    expect(await orderSections(TEST, { order })).toMatchObject({
      code: 'conflict',
      why: expect.stringMatching(/meanwhile/),
    });
  }
  expect(await orderSections(TEST, { order: 'x' })).toMatchObject({ code: 'invalid' });
  expect((await sectionList()).map((row) => row.id)).toEqual(before);
});

test('two orders at once: one of them stands, whole', async () => {
  for (let n = 0; n < 3; n += 1) await section();
  const one = (await sectionList()).map((row) => row.id);
  const two = one.toReversed();
  await Promise.all([orderSections(TEST, { order: one }), orderSections(TEST, { order: two })]);
  const stands = (await sectionList()).map((row) => row.id);
  expect([one, two]).toContainEqual(stands);
});

test('nobody but an administrator changes the sections', async () => {
  const input = { name: 'Mine', slug: 'mine' };
  for (const role of ['editor', 'reporter', 'contributor', 'moderator'] as const) {
    const person = await member(role);
    expect(await addSection(person, input)).toMatchObject({ code: 'forbidden' });
    expect(await orderSections(person, { order: [] })).toMatchObject({ code: 'forbidden' });
  }
  good(await addSection(await member('admin'), input));
});

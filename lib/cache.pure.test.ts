import { expect, test } from 'vitest';
import { keepUntilTouched, remembered, rememberedEach } from '#lib/cache.ts';
import { ledger } from '#lib/ledger.ts';
import { inRequest } from '#lib/request-context.ts';

let asked = 0;
const count = remembered('count', async (of: string) => {
  asked += 1;
  keepUntilTouched(`tag:${of}`);
  return asked;
});

/** What a page gets to know, and the tags that it has because of it. */
async function page<T>(work: () => Promise<T>): Promise<[T, string[]]> {
  const context = { tags: new Set<string>(), stash: undefined };
  const value = await inRequest(context, work);
  return [value, [...context.tags]];
}

test('what one page has asked the next one knows, with its tags, until one of them is touched', async () => {
  const first = await page(() => count('a'));
  expect(first[1]).toEqual(['tag:a']);
  expect(await page(() => count('a'))).toEqual(first);
  ledger().touch(['tag:b']);
  expect(await page(() => count('a'))).toEqual(first);
  ledger().touch(['tag:a']);
  expect((await page(() => count('a')))[0]).toBe(first[0] + 1);
});

test('a query that asks another one has its tags too', async () => {
  const outer = remembered('outer', async () => (await count('inner')) + 1);
  for (const _ of [1, 2]) expect((await page(outer))[1]).toEqual(['tag:inner']);
});

test('who asks after an edit does not share what is being asked since before it', async () => {
  const gate = Promise.withResolvers<void>();
  let words = 'old';
  const read = remembered('slow', async () => {
    const found = words;
    await gate.promise;
    keepUntilTouched('tag:slow');
    return found;
  });
  const before = page(read);
  const together = page(read);
  words = 'new';
  ledger().touch(['tag:slow']);
  const after = page(read);
  gate.resolve();
  expect([(await before)[0], (await together)[0], (await after)[0]]).toEqual(['old', 'old', 'new']);
  expect((await page(read))[0]).toBe('new');
});

test('a failure is not remembered', async () => {
  let fails = true;
  const sometimes = remembered('sometimes', async () => {
    if (fails) throw new Error('no');
    return 'yes';
  });
  await expect(page(sometimes)).rejects.toThrow('no');
  fails = false;
  expect((await page(sometimes))[0]).toBe('yes');
});

test('outside of a page nothing is remembered: a command sees what is there', async () => {
  expect(await count('c')).toBe((await count('c')) - 1);
});

test('of many things only those are asked for that are new or were touched, and the page has the tags of all', async () => {
  const asked: string[] = [];
  const words = (...ids: string[]) =>
    page(() =>
      rememberedEach('words', ids, async (missing) => {
        asked.push(missing.join());
        const found = missing.filter((id) => id !== 'none');
        return found.map((id) => ({ id, value: id.toUpperCase(), tags: [`word:${id}`] }));
      }),
    );
  const [first, tags] = await words('x', 'y', 'none');
  expect([...first]).toEqual([
    ['x', 'X'],
    ['y', 'Y'],
  ]);
  expect(tags).toEqual(['word:x', 'word:y']);
  expect((await words('y', 'x'))[1]).toEqual(['word:y', 'word:x']);
  ledger().touch(['word:x']);
  await words('x', 'y', 'z');
  expect(asked).toEqual(['x,y,none', 'x,z']);
});

test('a thing that is touched while it is asked for is asked for again', async () => {
  let said = 'old';
  const ask = () =>
    page(() =>
      rememberedEach('said', ['it'], async () => {
        const value = said;
        if (said === 'old') {
          said = 'new';
          ledger().touch(['it']);
        }
        return [{ id: 'it', value, tags: ['it'] }];
      }),
    );
  expect((await ask())[0].get('it')).toBe('old');
  expect((await ask())[0].get('it')).toBe('new');
});

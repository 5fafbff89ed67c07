import { beforeEach, expect, test } from 'vitest';
import { inRequest } from '#lib/request-context.ts';
import { forget } from '#lib/singleton.ts';
import handler, { type Entry } from '#server/press/data.ts';
import { ledger } from '#server/press/ledger.ts';

beforeEach(() => {
  forget('press.data');
  forget('press.ledger');
});

function entry(words: string, tags: string[], timestamp = ledger().moment()): Entry {
  const value = new Response(words).body as ReadableStream<Uint8Array>;
  return { value, tags, stale: 300, timestamp, expire: 1e9, revalidate: 1e9 };
}

async function textOf(key: string, softTags: string[] = []): Promise<string | undefined> {
  const found = await handler.get(key, softTags);
  return found && new Response(found.value).text();
}

test('a result can be read again and again', async () => {
  await handler.set('a', Promise.resolve(entry('words', ['story:a'])));
  expect(await textOf('a')).toBe('words');
  expect(await textOf('a')).toBe('words');
  expect(await textOf('b')).toBeUndefined();
});

test('a result goes when one of its tags is touched, and only then', async () => {
  await handler.set('a', Promise.resolve(entry('words', ['story:a', 'sections'])));
  ledger().touch(['story:b']);
  expect(await textOf('a')).toBe('words');
  ledger().touch(['sections']);
  expect(await textOf('a')).toBeUndefined();
});

test('updateTag of an action and a touched tag of the path reach it too', async () => {
  await handler.set('a', Promise.resolve(entry('words', ['story:a'])));
  await handler.set('b', Promise.resolve(entry('words', [])));
  await handler.updateTags(['story:a', '_N_T_/desk']);
  expect(await textOf('a')).toBeUndefined();
  expect(await textOf('b', ['_N_T_/desk'])).toBeUndefined();
  expect(await handler.getExpiration(['_N_T_/desk'])).toBeGreaterThan(0);
  expect(await handler.getExpiration(['never'])).toBe(0);
});

test('who asks for a fill that is under way waits for it', async () => {
  const filling = Promise.withResolvers<Entry>();
  const set = handler.set('a', filling.promise);
  const asked = textOf('a');
  filling.resolve(entry('words', []));
  expect(await asked).toBe('words');
  await set;
});

test('a fill that was overtaken by an edit is not kept', async () => {
  const filling = Promise.withResolvers<Entry>();
  const set = handler.set('a', filling.promise);
  const slow = entry('the old words', ['story:a']);
  ledger().touch(['story:a']);
  filling.resolve(slow);
  await set;
  expect(await textOf('a')).toBeUndefined();
});

test('a page that began after the edit and may have joined an overtaken fill is stale as well', async () => {
  const filling = Promise.withResolvers<Entry>();
  const set = handler.set('a', filling.promise);
  const slow = entry('the old words', ['story:a']);
  ledger().touch(['story:a']);
  const pageBegun = ledger().moment();
  filling.resolve(slow);
  await set;
  expect(ledger().isStale(['story:a'], pageBegun)).toBe(true);
  expect(ledger().isStale(['story:a'], ledger().moment())).toBe(false);
});

test('what is rendered for one person is not stored', async () => {
  const context = { begun: 0, keep: false, stash: undefined, rendered: null };
  await inRequest(context, () => handler.set('a', Promise.resolve(entry('mine', []))));
  expect(await textOf('a')).toBeUndefined();
});

test('a function that throws leaves nothing behind, and the next one fills', async () => {
  await handler.set('a', Promise.reject(new Error('no database')));
  expect(await textOf('a')).toBeUndefined();
  const broken = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(new Uint8Array([1, 2]));
      controller.error(new Error('cut'));
    },
  });
  await handler.set('a', Promise.resolve({ ...entry('', []), value: broken }));
  expect(await textOf('a')).toBeUndefined();
  await handler.set('a', Promise.resolve(entry('words', [])));
  expect(await textOf('a')).toBe('words');
});

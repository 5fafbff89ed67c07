import { brotliDecompressSync } from 'node:zlib';
import { beforeEach, expect, test, vi } from 'vitest';
import { now } from '#lib/clock.ts';
import { Ledger } from '#lib/ledger.ts';
import { type Answer, Press } from '#server/press/press.ts';
import { Sheet } from '#server/press/sheet.ts';
import { holdClock } from '#tests/fixtures.ts';

const clock = holdClock();
let ledger: Ledger;
let press: Press;

beforeEach(() => {
  ledger = new Ledger();
  press = new Press({ ledger, on: true, now, later: () => undefined });
});

async function page(words: string, tags: string[], begun = ledger.generation): Promise<Answer> {
  const body = Buffer.from(words);
  const of = { status: 200, type: 'text/html', compress: true, lines: [], tags, begun, body };
  return { kind: 'sheet', sheet: new Sheet(of), keep: 'page' };
}

function wordsOf(answer: Answer): string | undefined {
  return answer.kind === 'sheet' ? answer.sheet.in('identity').body.toString() : undefined;
}

const missing: Answer = { kind: 'status', status: 404, keep: 'briefly' };

test('a page is made once and then held', async () => {
  let made = 0;
  const make = () => page(`make ${++made}`, ['story:a']);
  expect(wordsOf(await press.answer('/a', make))).toBe('make 1');
  expect(wordsOf(await press.answer('/a', make))).toBe('make 1');
  expect(press.peek('/a')).toBeDefined();
  expect(press.peek('/b')).toBeUndefined();
});

test('a hundred who miss the same page wait for one render', async () => {
  const gate = Promise.withResolvers<Answer>();
  let made = 0;
  const asked = Array.from({ length: 100 }, () =>
    press.answer('/a', () => {
      made += 1;
      return gate.promise;
    }),
  );
  gate.resolve(await page('once', ['story:a']));
  expect(new Set((await Promise.all(asked)).map(wordsOf))).toEqual(new Set(['once']));
  expect(made).toBe(1);
});

test('a render that an edit overtakes is sent but not kept, and the next one renders again', async () => {
  const gate = Promise.withResolvers<Answer>();
  const begun = ledger.generation;
  const first = press.answer('/a', () => gate.promise);
  ledger.touch(['story:a']);
  gate.resolve(await page('old words', ['story:a'], begun));
  expect(wordsOf(await first)).toBe('old words');
  expect(press.peek('/a')).toBeUndefined();
  const next = await press.answer('/a', () => page('new words', ['story:a']));
  expect(wordsOf(next)).toBe('new words');
});

test('who comes after an edit does not wait for the render from before it', async () => {
  const gate = Promise.withResolvers<Answer>();
  const begun = ledger.generation;
  const before = press.answer('/a', () => gate.promise);
  ledger.touch(['story:a']);
  const after = await press.answer('/a', () => page('new words', ['story:a']));
  expect(wordsOf(after)).toBe('new words');
  gate.resolve(await page('old words', ['story:a'], begun));
  await before;
  expect(wordsOf(await press.answer('/a', () => page('third', [])))).toBe('new words');
});

test('a touched page goes, the others stay', async () => {
  await press.answer('/a', () => page('a', ['story:a', 'sections']));
  await press.answer('/b', () => page('b', ['story:b', 'sections']));
  ledger.touch(['story:a']);
  expect(press.peek('/a')).toBeUndefined();
  expect(press.peek('/b')).toBeDefined();
  ledger.touch(['sections']);
  expect(press.peek('/b')).toBeUndefined();
});

test('a render that fails is told to all who wait, and is tried again by the next', async () => {
  const fail = () => Promise.reject(new Error('no database'));
  const asked = [press.answer('/a', fail), press.answer('/a', fail)];
  expect((await Promise.allSettled(asked)).map(({ status }) => status)).toEqual([
    'rejected',
    'rejected',
  ]);
  expect(wordsOf(await press.answer('/a', () => page('better', [])))).toBe('better');
});

test('what may not be kept is made for each', async () => {
  let made = 0;
  const make = async (): Promise<Answer> => {
    made += 1;
    return { ...(await page('x', [])), keep: 'never' };
  };
  await press.answer('/a', make);
  await press.answer('/a', make);
  expect(made).toBe(2);
});

test('a missing page is remembered for ten seconds, or until anything is touched', async () => {
  let asked = 0;
  const make = async () => {
    asked += 1;
    return missing;
  };
  await press.answer('/made-up', make);
  await press.answer('/made-up', make);
  expect(asked).toBe(1);
  clock.forward(10_000);
  await press.answer('/made-up', make);
  expect(asked).toBe(2);
  ledger.touch(['story:new']);
  await press.answer('/made-up', make);
  expect(asked).toBe(3);
});

test('an address that was missing when a story was published is not remembered as missing', async () => {
  const gate = Promise.withResolvers<Answer>();
  const before = press.answer('/a', () => gate.promise);
  ledger.touch(['story:a']);
  gate.resolve(missing);
  await before;
  expect(wordsOf(await press.answer('/a', () => page('here', ['story:a'])))).toBe('here');
});

test('a million made-up addresses cost no memory', { timeout: 120_000 }, async () => {
  await press.answer('/a', () => page('a', []));
  for (let n = 0; n < 1_000_000; n += 1) await press.answer(`/x/${n}`, async () => missing);
  const { bytes, pages, briefs } = press.holds;
  expect(pages).toBe(1);
  expect(bytes).toBeLessThan(10_000);
  expect(briefs).toBeLessThanOrEqual(2_000);
  expect(press.peek('/a')).toBeDefined();
});

test('pages are held up to a number of bytes, and those that are read stay', async () => {
  press = new Press({ ledger, on: true, now, later: () => undefined, capacity: 1_000_000 });
  const words = 'w'.repeat(20_000);
  for (let n = 0; n < 300; n += 1) {
    await press.answer(`/${n}`, () => page(words, []));
    await press.answer('/0', () => page('read again', []));
  }
  const { bytes, pages } = press.holds;
  expect(bytes).toBeLessThanOrEqual(1_000_000);
  expect(pages).toBeGreaterThan(20);
  expect(press.peek('/0')?.in('identity').body.toString()).toBe(words);
});

test('switched off, it makes every answer anew and holds nothing', async () => {
  press = new Press({ ledger, on: false, now, later: () => undefined });
  let made = 0;
  const make = () => page(`make ${++made}`, ['story:a']);
  await Promise.all([press.answer('/a', make), press.answer('/a', make)]);
  expect(made).toBe(2);
  expect(press.peek('/a')).toBeUndefined();
  expect(press.holds).toEqual({ bytes: 0, pages: 0, briefs: 0 });
});

test('a page is sent at once and made small afterwards, unless it was overtaken meanwhile', async () => {
  let refine: () => void = () => undefined;
  const later = (work: () => void) => {
    refine = work;
  };
  press = new Press({ ledger, on: true, now, later });
  const words = 'words '.repeat(500);
  await press.answer('/a', () => page(words, ['story:a']));
  await press.answer('/b', () => page(words, ['story:b']));
  const quick = press.peek('/a')?.in('br');
  ledger.touch(['story:b']);
  clock.forward(1_000);
  refine();
  await vi.waitFor(() => expect(press.peek('/a')?.in('br').etag).not.toBe(quick?.etag));
  const fine = press.peek('/a')?.in('br');
  expect(brotliDecompressSync(fine?.body ?? '').toString()).toBe(words);
  expect(brotliDecompressSync(quick?.body ?? '').toString()).toBe(words);
  expect(press.peek('/b')).toBeUndefined();
});

test('what is made anew within a second is not made small, which would keep readers waiting', async () => {
  const works: (() => void)[] = [];
  press = new Press({ ledger, on: true, now, later: (work) => works.push(work) });
  for (const words of ['first', 'second']) {
    ledger.touch(['story:a']);
    await press.answer('/a', () => page(words, ['story:a']));
    clock.forward(999);
    works.shift()?.();
  }
  const quick = press.peek('/a');
  clock.forward(1);
  works.shift()?.();
  await vi.waitFor(() => expect(press.peek('/a')).not.toBe(quick));
  expect(press.peek('/a')?.in('identity').body.toString()).toBe('second');
  expect(works).toEqual([]);
});

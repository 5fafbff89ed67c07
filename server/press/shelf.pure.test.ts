import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Shelf } from '#server/press/shelf.ts';

type Thing = { name: string; size: number };

test('whatever is put and taken, the bytes stay within the capacity and add up', () => {
  const step = fc.record({
    act: fc.constantFrom('put', 'get', 'remove'),
    key: fc.nat(20).map((n) => `/${n}`),
    size: fc.nat(9_000),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 300 }), (steps) => {
      const shelf = new Shelf<Thing>(20_000);
      const put = new Map<string, Thing>();
      for (const { act, key, size } of steps) {
        if (act === 'put') {
          const thing = { name: key, size };
          shelf.put(key, thing);
          put.set(key, thing);
        } else if (act === 'get') {
          const found = shelf.get(key);
          if (found) expect(found).toBe(put.get(key));
        } else {
          shelf.remove(key);
          expect(shelf.get(key)).toBeUndefined();
        }
        expect(shelf.bytes).toBeLessThanOrEqual(20_000);
      }
      for (const key of put.keys()) shelf.remove(key);
      expect([shelf.bytes, shelf.count]).toEqual([0, 0]);
    }),
  );
});

test('what was used least recently makes room', () => {
  const shelf = new Shelf<Thing>(8_000);
  const thing = (name: string) => ({ name, size: 1_000 });
  for (const key of ['/a', '/b', '/c', '/d', '/e']) shelf.put(key, thing(key));
  shelf.get('/a');
  shelf.put('/f', thing('/f'));
  expect(shelf.get('/a')).toBeDefined();
  expect(shelf.get('/b')).toBeUndefined();
});

test('one huge page does not push everything else out', () => {
  const shelf = new Shelf<Thing>(100_000);
  shelf.put('/a', { name: '/a', size: 10 });
  shelf.put('/huge', { name: '/huge', size: 90_000 });
  expect(shelf.get('/huge')).toBeUndefined();
  expect(shelf.get('/a')).toBeDefined();
});

test('things of no size are counted too, so that a million of them cannot be held', () => {
  const shelf = new Shelf<Thing>(1_000_000);
  for (let n = 0; n < 10_000; n += 1) shelf.put(`/${n}`, { name: '', size: 0 });
  expect(shelf.count).toBeLessThan(2_000);
});

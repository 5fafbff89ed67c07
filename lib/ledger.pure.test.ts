import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Ledger, soon } from '#lib/ledger.ts';

test('what was begun before a touch of one of its tags is stale, what was begun after is not', () => {
  const ledger = new Ledger();
  const before = ledger.generation;
  ledger.touch(['story:a']);
  expect(ledger.isStale(['story:a', 'live'], before)).toBe(true);
  expect(ledger.isStale(['story:a'], ledger.generation)).toBe(false);
  expect(ledger.isStale(['story:b'], before)).toBe(false);
});

test('a touch of something else does not end a staleness', () => {
  const ledger = new Ledger();
  const before = ledger.generation;
  ledger.touch(['story:a']);
  ledger.touch(['story:b']);
  expect(ledger.isStale(['story:a'], before)).toBe(true);
});

test('a flood of tags does not grow the ledger, and nothing that was touched is forgotten', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(30).map(String), { maxLength: 200 }), (tags) => {
      const ledger = new Ledger(8);
      const begun = new Map<string, number>();
      for (const tag of tags) {
        begun.set(tag, ledger.generation);
        ledger.touch([tag]);
      }
      for (const [tag, at] of begun) expect(ledger.isStale([tag], at)).toBe(true);
      expect(ledger.isStale([...begun.keys()], ledger.generation)).toBe(false);
    }),
  );
});

test('the generation grows with every touch, so that nobody need ask twice without one', () => {
  const ledger = new Ledger();
  const before = ledger.generation;
  ledger.isStale(['live'], 0);
  expect(ledger.generation).toBe(before);
  ledger.touch(['live']);
  expect(ledger.generation).toBeGreaterThan(before);
});

test('what may be seen a second late is told from what may not', () => {
  const ledger = new Ledger();
  const tags = ['story:a', soon('comments:a')];
  const begun = ledger.generation;
  expect(ledger.freshness(tags, begun)).toBe('fresh');
  ledger.touch([soon('comments:a'), soon('comments:b')]);
  expect(ledger.freshness(tags, begun)).toBe('soon stale');
  expect(ledger.isStale(tags, begun)).toBe(true);
  expect(ledger.urgent).toBeLessThan(ledger.generation);
  ledger.touch([soon('comments:b'), 'story:a']);
  expect(ledger.freshness(tags, begun)).toBe('stale');
  expect(ledger.urgent).toBe(ledger.generation);
  expect(ledger.freshness(tags, ledger.generation)).toBe('fresh');
});

test('a ledger that was emptied lets nothing wait that was made before', () => {
  const ledger = new Ledger(2);
  const begun = ledger.generation;
  for (const story of ['a', 'b', 'c']) ledger.touch([soon(`comments:${story}`)]);
  expect(ledger.freshness([soon('comments:z')], begun)).toBe('stale');
  expect(ledger.urgent).toBe(ledger.generation);
});

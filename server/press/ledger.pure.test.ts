import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Ledger } from '#server/press/ledger.ts';

/** A ledger whose moments are counted by hand. */
function made(limit?: number) {
  const time = { now: 1 };
  return { time, ledger: new Ledger(() => time.now, limit) };
}

test('what began before a touch of one of its tags is stale, what began after is not', () => {
  const { ledger, time } = made();
  time.now = 10;
  ledger.touch(['story:a']);
  expect(ledger.isStale(['story:a', 'live'], 9)).toBe(true);
  expect(ledger.isStale(['story:a'], 11)).toBe(false);
  expect(ledger.isStale(['story:b'], 9)).toBe(false);
});

test('a touch in the very moment in which a render began counts: it may have read before', () => {
  const { ledger, time } = made();
  time.now = 10;
  ledger.touch(['live']);
  expect(ledger.isStale(['live'], 10)).toBe(true);
});

test('a flood of tags does not grow the ledger, and nothing that was touched is forgotten', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ tag: fc.nat(30).map(String), begun: fc.boolean() }), {
        maxLength: 200,
      }),
      (steps) => {
        const { ledger, time } = made(8);
        const touched = new Map<string, number>();
        for (const { tag } of steps) {
          time.now += 1;
          ledger.touch([tag]);
          touched.set(tag, time.now);
        }
        for (const [tag, at] of touched) expect(ledger.isStale([tag], at - 0.5)).toBe(true);
        expect(ledger.isStale([...touched.keys()], time.now + 1)).toBe(false);
      },
    ),
  );
});

test('the generation grows with every touch, so that nobody need ask twice without one', () => {
  const { ledger } = made();
  const before = ledger.generation;
  ledger.isStale(['live'], 0);
  expect(ledger.generation).toBe(before);
  ledger.touch(['live']);
  expect(ledger.generation).toBeGreaterThan(before);
});

test('a fill that was overtaken makes stale whatever began while it was still running', () => {
  const { ledger, time } = made();
  time.now = 5;
  ledger.touch(['story:a']);
  time.now = 8;
  expect(ledger.settle(['story:a', 'sections'], 3)).toBe(false);
  // A page that began at 6, after the edit, may have joined that fill and have the old words.
  expect(ledger.isStale(['story:a'], 6)).toBe(true);
  expect(ledger.isStale(['sections'], 6)).toBe(false);
  expect(ledger.isStale(['story:a'], 8.1)).toBe(false);
});

test('fills that follow one another closely do not keep each other stale for ever', () => {
  const { ledger, time } = made();
  ledger.touch(['live']);
  const kept: boolean[] = [];
  // Each begins just before the one before has ended, as under load.
  for (let begun = 0.5; begun < 40; begun += 2) {
    time.now = begun + 2.5;
    kept.push(ledger.settle(['live'], begun));
  }
  expect(kept.slice(0, 3)).not.toContain(true);
  expect(kept.slice(6)).not.toContain(false);
});

test('a fill that nobody overtook may be kept', () => {
  const { ledger, time } = made();
  ledger.touch(['live']);
  time.now = 9;
  expect(ledger.settle(['live'], 2)).toBe(true);
  expect(ledger.isStale(['live'], 2)).toBe(false);
});

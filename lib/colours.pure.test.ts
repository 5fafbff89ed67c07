import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ACCENT, COLOUR, contrast, PAPER, READABLE, readableOn } from '#lib/colours.ts';

test('contrast is what WCAG says it is', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.478, 3);
  expect(contrast('#ffffff', '#777777')).toBeCloseTo(4.478, 3);
  expect(contrast('#a3122a', '#a3122a')).toBe(1);
});

test('the accents that Dateline comes with can be read', () => {
  expect(readableOn(ACCENT.light, PAPER.light)).toBe(ACCENT.light);
  expect(readableOn(ACCENT.dark, PAPER.dark)).toBe(ACCENT.dark);
});

test('whatever somebody chooses, what is proposed instead can be read on its paper', () => {
  const part = fc.integer({ min: 0, max: 255 });
  fc.assert(
    fc.property(part, part, part, (...rgb) => {
      const colour = `#${rgb.map((one) => one.toString(16).padStart(2, '0')).join('')}`;
      for (const paper of [PAPER.light, PAPER.dark]) {
        const proposed = readableOn(colour, paper);
        expect(proposed).toMatch(COLOUR);
        expect(contrast(proposed, paper)).toBeGreaterThanOrEqual(READABLE);
        if (contrast(colour, paper) >= READABLE) expect(proposed).toBe(colour);
      }
    }),
  );
});

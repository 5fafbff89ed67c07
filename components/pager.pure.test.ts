import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shownPages } from '#components/pager.tsx';

test.each([
  [1, 1, [1]],
  [1, 3, [1, 2, 3]],
  [2, 3, [1, 2, 3]],
  [1, 40, [1, 2, 40]],
  [20, 40, [1, 19, 20, 21, 40]],
  [40, 40, [1, 39, 40]],
])('page %i of %i offers these', (page, pages, expected) => {
  expect(shownPages(page, pages)).toEqual(expected);
});

test('however many pages there are, both ends and both neighbours can be reached, each once', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5_000 }), fc.nat(), (pages, seed) => {
      const page = (seed % pages) + 1;
      const shown = shownPages(page, pages);
      expect(shown).toEqual([...new Set(shown)].sort((a, b) => a - b));
      for (const number of [1, pages, page, Math.max(1, page - 1), Math.min(pages, page + 1)])
        expect(shown).toContain(number);
    }),
  );
});

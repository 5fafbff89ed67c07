import { expect, test } from 'vitest';
import { piecesFor } from '#features/stories/components/editor/insertions.ts';

const names = (typed: string) => piecesFor(typed).map((piece) => piece.name);

test('whoever types nothing yet sees everything, and nothing twice', () => {
  expect(names('')).toHaveLength(13);
  expect(new Set(names('')).size).toBe(13);
});

test.each([
  ['quo', 'Quote'],
  ['pull', 'Pull quote'],
  ['pic', 'Picture'],
  ['youtube', 'From another site'],
  ['MAP', 'From another site'],
  ['hr', 'Divider'],
  ['photo', 'Picture'],
  ['ul', 'Bullets'],
])('whoever types /%s means %s', (typed, name) => {
  expect(names(typed)[0]).toBe(name);
});

test('of what nobody knows there is nothing', () => {
  expect(names('xyzzy')).toEqual([]);
});

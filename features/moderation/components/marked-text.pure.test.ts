import { expect, test } from 'vitest';
import { piecesOf } from '#features/moderation/components/marked-text.tsx';
import type { Said } from '#features/moderation/views.ts';

const said = (...spans: [number, number][]): Said[] => [
  { phase: 'words', outcome: 'hold', why: 'w', spans: spans.map(([from, to]) => ({ from, to })) },
];

test.each<[string, [number, number][], string]>([
  ['nothing', [], 'abcdef'],
  ['the beginning', [[0, 2]], '[ab]cdef'],
  ['the end', [[4, 6]], 'abcd[ef]'],
  [
    'two parts, in whatever order',
    [
      [4, 5],
      [1, 2],
    ],
    'a[b]cd[e]f',
  ],
  [
    'two that overlap',
    [
      [1, 4],
      [2, 5],
    ],
    'a[bcd]ef',
  ],
  [
    'what lies outside',
    [
      [5, 9],
      [-1, 2],
      [3, 3],
    ],
    'abcdef',
  ],
])('marks %s', (_, spans, expected) => {
  const pieces = piecesOf('abcdef', said(...spans));
  expect(pieces.map(({ text, why }) => (why ? `[${text}]` : text)).join('')).toBe(expected);
});

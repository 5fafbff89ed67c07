import { expect, test } from 'vitest';
import { telltale } from '#features/stories/telltale.ts';

const GONE = ['Jane Doe lives at 4 Harbour Lane with her two sons.', 'Storm at sea', 'Doe'];
const KEPT = ['The storm came in the night.', 'Storm over the harbour'];
const tells = telltale(GONE, KEPT);

test('what says the same in other surroundings gives it away', () => {
  expect(tells('{"note":"why say that Jane Doe lives at 4 harbour lane?"}')).toBe(true);
  expect(tells('Harbour Lane with')).toBe(true);
  expect(tells('storm AT sea')).toBe(true);
});

test('what says something else does not, nor what may be read elsewhere', () => {
  expect(tells('{"revisionId":"abc","note":"ready"}')).toBe(false);
  expect(tells('The storm came in the night.')).toBe(false);
  expect(tells('harbour')).toBe(false);
  expect(telltale(['Fire', 'Gone now'], ['Fire', 'Other'])('a Fire there')).toBe(false);
  expect(tells('')).toBe(false);
});

test('words that were named give it away wherever they stand', () => {
  expect(telltale([], [], ['Jane Doe'])('…as jane  doe, said')).toBe(true);
  expect(telltale([], [], ['道路'])('这条道路很长')).toBe(true);
  expect(telltale([], [], ['Ann'])('{"note":"annual"}')).toBe(true);
});

test('escapes of JSON hide nothing', () => {
  expect(
    telltale(
      ['Élise "Lou" Martin came home'],
      [],
    )(JSON.stringify({ a: 'so Élise "Lou" Martin came home' })),
  ).toBe(true);
});

import { expect, test } from 'vitest';
import { empty } from '#features/screening/phases/empty.ts';

test.each([
  ['…', true],
  ['?!', true],
  ['— —', true],
  ['Да', false],
  ['7', false],
  ['❤', false],
  ['ليس', false],
])('%s says nothing: %s', (text, expected) => {
  expect(empty({ text }) !== null).toBe(expected);
});

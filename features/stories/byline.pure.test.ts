import { expect, test } from 'vitest';
import { bylinePieces } from '#features/stories/byline.ts';
import type { BylineRole } from '#features/stories/views.ts';

const person = (name: string, role: BylineRole = 'by') => ({
  name,
  role,
  path: `/authors/${name}`,
});
const text = (people: ReturnType<typeof person>[], language: string) =>
  bylinePieces(people, language)
    .map((piece) => piece.text)
    .join('');

test('everybody is named with what they did, those who wrote first', () => {
  const people = [person('C', 'photography'), person('A'), person('B'), person('D', 'translation')];
  expect(text(people, 'en')).toBe('By A and B; photographs by C; translated by D');
  expect(text(people, 'fr')).toBe('Par A et B; photographies de C; traduction de D');
});

test('several writers are listed as the language lists', () => {
  expect(text([person('A'), person('B'), person('C')], 'en')).toBe('By A, B and C');
  expect(text([person('A'), person('B'), person('C')], 'zh')).toBe('作者：A、B和C');
});

test('a story with a photographer and no writer begins with a capital too', () => {
  expect(text([person('C', 'photography')], 'en')).toBe('Photographs by C');
});

test('two people of one name keep each their own page', () => {
  const namesakes = [
    { name: 'A', role: 'by' as const, path: '/authors/a' },
    { name: 'A', role: 'by' as const, path: '/authors/a-2' },
  ];
  expect(bylinePieces(namesakes, 'en').flatMap((piece) => piece.path ?? [])).toEqual([
    '/authors/a',
    '/authors/a-2',
  ]);
});

test('nobody is nobody', () => {
  expect(bylinePieces([], 'en')).toEqual([]);
});

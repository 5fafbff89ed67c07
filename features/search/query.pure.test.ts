import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseQuery } from '#features/search/query.ts';
import { NASTY_STRINGS } from '#tests/nasty-strings.ts';

const said = (typed: string) =>
  parseQuery(typed).map(({ words, open }) => `${words.join(' ')}${open ? '…' : ''}`);

test.each([
  ['peace talks', ['peace', 'talks…']],
  ['“peace talks” Astana', ['peace talks', 'astana…']],
  ['Astana "peace talks"', ['astana', 'peace talks']],
  ['al-Jaafari', ['al jaafari…']],
  ['peace OR war', ['peace', 'or', 'war…']],
  ['headline:x NEAR(a bc)', ['headline x', 'near a', 'bc…']],
  ['"never closed', ['never', 'closed…']],
  ['""', []],
  ['🇰🇿 !!! * ^', []],
  ['a', ['a']],
  ['北京', ['北 京']],
])('“%s” asks for %j', (typed, phrases) => {
  expect(said(typed)).toEqual(phrases);
});

test('whatever is typed, what is asked for is short and made of plain words', () => {
  const typed = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 2_000 }),
    fc.constantFrom('', ...NASTY_STRINGS),
  );
  fc.assert(
    fc.property(typed, (text) => {
      const words = parseQuery(text).flatMap((phrase) => phrase.words);
      expect(words.length).toBeLessThanOrEqual(12);
      for (const word of words) {
        expect(word).toMatch(/^[\p{L}\p{N}\p{M}]+$/u);
        expect([...word].length).toBeLessThanOrEqual(64);
      }
    }),
    { numRuns: 1_000 },
  );
});

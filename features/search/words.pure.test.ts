import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldText, wordsIn } from '#features/search/words.ts';
import { NASTY_STRINGS } from '#tests/nasty-strings.ts';

test.each([
  ['Été à Paris : l’essentiel', 'ete a paris l essentiel'],
  ['STRASSE Straße strasse', 'strasse strasse strasse'],
  ['Łódź, Ærø, İstanbul', 'lodz aero istanbul'],
  ['ΟΔΟΣ Οδός', 'οδοσ οδοσ'],
  ['Ёлка елка', 'елка елка'],
  ['مُحَمَّد محمد الـــعربية', 'محمد محمد العربية'],
  ['हिन्दी समाचार', 'हिन्दी समाचार'],
  ['한국어 뉴스', '한국어 뉴스'],
  ['iPhone在北京', 'iphone 在 北 京'],
  ['ＡＢＣ ｶﾞ が', 'abc ガ が'],
  ['Foo™ ½ 300,000', 'foo 1 2 300 000'],
  ['❤️ 🇰🇿 1️⃣ — !', '1'],
  ['', ''],
])('“%s” is searched as “%s”', (text, words) => {
  expect(foldText(text)).toBe(words);
});

test('the words with their places are the words without them, for whatever text', () => {
  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom('', ...NASTY_STRINGS),
  );
  fc.assert(
    fc.property(texts, (text) => {
      const words = wordsIn(text);
      expect(words.map((word) => word.folded).join(' ')).toBe(foldText(text));
      for (const { start, end } of words) expect(start).toBeLessThan(end);
    }),
    { numRuns: 2_000 },
  );
});

test('a word of any length is cut at the same place, so that it is still found', () => {
  const long = 'ж'.repeat(10_000);
  expect(foldText(long)).toBe('ж'.repeat(64));
  expect(foldText('x'.repeat(10_000))).toBe('x'.repeat(64));
});

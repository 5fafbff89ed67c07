import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Model } from '#features/spam/model.ts';
import { scored } from '#features/spam/scoring.ts';
import { NO_SIGNALS, traitsOf } from '#features/spam/words.ts';
import { NASTY_STRINGS } from '#tests/nasty-strings.ts';

const keysOf = (text: string, name = '') => traitsOf({ text, name }).map(({ key }) => key);
const model = new Model();

test.each<[string, string[], string[]]>([
  ['FREE money', ['free', 'loud free', 'money', 'free money'], ['loud money']],
  [
    'see https://shop.example/cheap',
    ['link shop.example', 'link example', 'path cheap'],
    ['https'],
  ],
  ['see http://10.0.0.1/', ['link number'], []],
  ['It costs $1,000', ['manner money'], []],
  ['sраm with a Cyrillic letter', ['manner mixed'], []],
  ['<a href=x>y</a>', ['manner markup'], []],
  ['Что сказал министр', ['manner script Cyrillic', 'что сказал'], ['manner mixed']],
])('%s', (text, present, absent) => {
  const keys = keysOf(text);
  expect(keys).toEqual(expect.arrayContaining(present));
  for (const key of absent) expect(keys).not.toContain(key);
});

test('the name counts apart from the text', () => {
  expect(keysOf('Hello', 'Cheap Loans 24')).toEqual(
    expect.arrayContaining(['name cheap', 'name loans', 'manner number name']),
  );
  expect(keysOf('Hello', 'Cheap Loans 24')).not.toContain('cheap');
});

test('no text makes it fail, or take more than a bounded number of traits', () => {
  const odd = [...NASTY_STRINGS, 'a'.repeat(5_000), '!'.repeat(5_000), 'http://'.repeat(700)];
  const texts = fc.oneof(fc.string({ unit: 'binary', maxLength: 400 }), fc.constantFrom(...odd));
  fc.assert(
    fc.property(texts, texts, (text, name) => {
      const { score } = scored(model, { text, name, signals: NO_SIGNALS });
      expect(score).toBeGreaterThanOrEqual(0);
      expect(score).toBeLessThanOrEqual(1);
      expect(traitsOf({ text, name }).length).toBeLessThanOrEqual(3_000);
    }),
  );
});

test('a trap or a proof moves the score the way it should', () => {
  const text = 'Thank you, this is interesting';
  const plain = scored(model, { text, name: 'Dana', signals: { ...NO_SIGNALS, proof: 'none' } });
  const proved = scored(model, { text, name: 'Dana', signals: NO_SIGNALS });
  const trapped = scored(model, { text, name: 'Dana', signals: { ...NO_SIGNALS, trap: true } });
  expect(proved.score).toBeLessThan(plain.score);
  expect(trapped.score).toBeGreaterThan(plain.score);
});

import { expect, test } from 'vitest';
import { DEFAULT_POLICY } from '#features/screening/comment-policy.ts';
import { words } from '#features/screening/phases/words.ts';

/** What of the text is marked, by a list that has this one line. */
function marked(line: string, text: string): string[] {
  const policy = { ...DEFAULT_POLICY, holdWords: [line] };
  const { spans = [] } = words({ text, name: 'Dana', policy }) ?? {};
  return spans.map(({ from, to }) => text.slice(from, to));
}

test.each<[string, string, string[]]>([
  ['casino', 'The Casino, the casino.', ['Casino', 'casino']],
  ['casino', 'casinos and a microcasino', []],
  ['casino*', 'Casinos pay', ['Casinos']],
  ['*coin*', 'Buy Bitcoins, no coin!', ['Bitcoins', 'coin']],
  ['buy now', 'buy\n  now', ['buy\n  now']],
  ['казино', 'КАЗИНО.', ['КАЗИНО']],
  ['c++', 'I write C++ all day', ['C++']],
  ['a.b', 'axb', []],
  ['شراء', 'شراء الآن', ['شراء']],
])('“%s” in “%s”', (line, text, expected) => {
  expect(marked(line, text)).toEqual(expected);
});

test('the strictest list speaks, and says which lines matched', () => {
  const policy = { ...DEFAULT_POLICY, holdWords: ['one'], spamWords: ['two'], rejectWords: [] };
  expect(words({ text: 'one two', name: '', policy })).toMatchObject({
    outcome: 'spam',
    why: 'It has “two” of the list of words.',
    spans: [{ from: 4, to: 7 }],
  });
});

test('a name is looked at too, and nothing of the text is marked for it', () => {
  const policy = { ...DEFAULT_POLICY, rejectWords: ['casino'] };
  const verdict = words({ text: 'Fine.', name: 'Casino Royale', policy });
  expect(verdict).toMatchObject({ outcome: 'reject', why: expect.stringMatching(/^In the name/) });
  expect(verdict?.spans).toBeUndefined();
});

test('no text makes the search slow', () => {
  const policy = { ...DEFAULT_POLICY, holdWords: ['*a*b', 'x y z'] };
  expect(words({ text: 'a'.repeat(5_000), name: '', policy })).toBeNull();
  expect(words({ text: `x${' '.repeat(4_000)}`, name: '', policy })).toBeNull();
});

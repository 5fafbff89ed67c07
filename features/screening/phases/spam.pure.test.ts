import { expect, test } from 'vitest';
import { spam } from '#features/screening/phases/spam.ts';
import type { Score } from '#features/spam/scoring.ts';

const text = 'Visit us for cheap loans.';
const because: Score['because'] = [
  { shown: 'cheap', towards: 'spam', spam: 4, ham: 0 },
  { shown: 'for', towards: 'ham', spam: 1, ham: 9 },
  { shown: 'many capital letters', towards: 'spam', spam: 3, ham: 1 },
];

test('spam goes to the spam, with the words that counted and where they stand', () => {
  const said = spam({ text, looks: { score: 0.973, verdict: 'spam', because } });
  expect(said).toEqual({
    outcome: 'spam',
    rule: 'looks like spam',
    why: 'It looks like spam, 97 of 100: “cheap” (4 of 4), “many capital letters” (3 of 4).',
    spans: [{ from: 13, to: 18 }],
  });
});

test('what may be spam waits, and the rest is not mentioned', () => {
  const unsure = spam({ text, looks: { score: 0.3, verdict: 'unsure', because } });
  expect(unsure).toMatchObject({ outcome: 'wait', why: expect.stringMatching(/^It may be spam/) });
  expect(spam({ text, looks: { score: 0.1, verdict: 'ham', because } })).toBeNull();
});

import { expect, test } from 'vitest';
import { DEFAULT_POLICY } from '#features/screening/comment-policy.ts';
import { links } from '#features/screening/phases/links.ts';

/** What is taken for a link, where none may pass. */
function found(text: string): string[] {
  const { spans = [] } = links({ text, policy: { ...DEFAULT_POLICY, maxLinks: 0 } }) ?? {};
  return spans.map(({ from, to }) => text.slice(from, to));
}

test.each<[string, string[]]>([
  ['No link at all. Really.', []],
  [
    'see https://example.com/a?b=1 and http://x.test',
    ['https://example.com/a?b=1', 'http://x.test'],
  ],
  ['www.example.com', ['www.example.com']],
  ['short.example/xyz', ['short.example/xyz']],
  ['and/or 1.5/2', []],
  ['me@example.com/home', []],
])('%s', (text, expected) => {
  expect(found(text)).toEqual(expected);
});

test('as many as may pass do', () => {
  const policy = { ...DEFAULT_POLICY, maxLinks: 1 };
  expect(links({ text: 'https://one.test', policy })).toBeNull();
  expect(links({ text: 'https://one.test https://two.test', policy })).toMatchObject({
    outcome: 'hold',
    why: '2 links; 1 may pass.',
  });
});

import { expect, test } from 'vitest';
import { type CountedName, lengthOf } from '#features/stories/components/editor/lengths.ts';
import { StoryContent } from '#features/stories/input.ts';

const NAMES: CountedName[] = [
  'headline',
  'shortHeadline',
  'searchTitle',
  'searchDescription',
  'standfirst',
  'datelinePlace',
  'sourceLine',
  'notes',
];

test('what the counter calls too long is what the server refuses, to the character', () => {
  const body = { type: 'doc', content: [] };
  for (const name of NAMES) {
    const { note } = lengthOf(name, '𝒙'.repeat(50_000));
    const most = Number(/at most (\d+)/.exec(note)?.[1]);
    for (const [length, fits] of [
      [most, true],
      [most + 1, false],
    ] as const) {
      const text = '𝒙'.repeat(length);
      expect(lengthOf(name, ` ${text} `).refused, name).toBe(!fits);
      const parsed = StoryContent.safeParse({ headline: 'Talks', body, [name]: text });
      expect(parsed.success, `${name} of ${length}`).toBe(fits);
    }
  }
});

test('what is long for its place is said before it is refused', () => {
  expect(lengthOf('searchTitle', 'x'.repeat(61)).note).toBe(
    '61 of about 60 characters, which is long.',
  );
  expect(lengthOf('searchTitle', 'Talks').note).toBe('5 of about 60 characters.');
  expect(lengthOf('searchTitle', '').note).toBe('');
});

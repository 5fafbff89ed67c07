import { expect, test } from 'vitest';
import type { Body } from '#features/stories/body.ts';
import { typeset, typesetBody } from '#features/stories/typography.ts';

test('no French line begins with a colon or ends with an opening quotation mark', () => {
  expect(typeset('Obama : « le meilleur reste à venir ! »', 'fr')).toBe(
    'Obama\u00a0: «\u00a0le meilleur reste à venir\u00a0!\u00a0»',
  );
});

test('other languages are left as they were typed', () => {
  expect(typeset('A : b', 'en')).toBe('A : b');
});

test('a body is set to the last word, and no address is touched', () => {
  const body = (text: string): Body => ({
    type: 'doc',
    content: [
      {
        type: 'paragraph',
        content: [
          { type: 'text', text, marks: [{ type: 'link', attrs: { href: 'https://a.b/?c=d !' } }] },
        ],
      },
    ],
  });
  expect(typesetBody(body('Oui !'), 'fr')).toEqual(body('Oui\u00a0!'));
  expect(typesetBody(body('Oui !'), 'en')).toEqual(body('Oui !'));
});

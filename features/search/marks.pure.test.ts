import fc from 'fast-check';
import { expect, test } from 'vitest';
import { snippetOf } from '#features/search/marks.ts';
import { parseQuery } from '#features/search/query.ts';

const shown = (text: string, typed: string) =>
  snippetOf(text, parseQuery(typed))
    .map((segment) => (segment.found ? `[${segment.text}]` : segment.text))
    .join('');

test('what was searched for is marked as it stands in the text, accents and all', () => {
  expect(shown('Les élections, à l’Élysée.', 'election elysee')).toBe(
    'Les élections, à l’[Élysée].',
  );
  expect(shown('Les élections, à l’Élysée.', 'elysee elections')).toBe(
    'Les [élections], à l’[Élysée].',
  );
  expect(shown('Peace talks; talks of peace.', '"peace talks"')).toBe(
    '[Peace talks]; talks of peace.',
  );
  expect(shown('他在北京大学。', '北京')).toBe('他在[北京]大学。');
});

test('the stretch that shows most of the words is chosen, out of a long text', () => {
  const filler = 'and so it went on '.repeat(40);
  const text = `An envoy. ${filler}The envoy met the rebels.\n\n${filler}`;
  const snippet = shown(text, 'envoy rebels');
  expect(snippet).toMatch(/^… .*The \[envoy\] met the \[rebels\]\. and .* …$/);
  expect(snippet.length).toBeLessThan(260);
});

test('a text without any of the words shows its beginning', () => {
  expect(shown('Nothing of it here.', 'elsewhere')).toBe('Nothing of it here.');
  expect(shown('', 'elsewhere')).toBe('');
});

test('a snippet never changes a letter, and what is marked was searched for', () => {
  const word = fc.constantFrom('peace', 'talks', 'Élysée', '北京', '—', '\n', '½', 'x'.repeat(80));
  fc.assert(
    fc.property(
      fc.array(word, { maxLength: 120 }),
      fc.array(word, { maxLength: 4 }),
      (said, asked) => {
        const text = said.join(' ');
        const segments = snippetOf(text, parseQuery(asked.join(' ')));
        const plain = segments.map((segment) => segment.text).join('');
        const flat = text.replace(/\s+/g, ' ');
        expect(flat).toContain(plain.replace(/^… /, '').replace(/ …$/, ''));
        if (asked.every((one) => !said.includes(one))) {
          expect(segments.some((segment) => segment.found)).toBe(false);
        }
      },
    ),
  );
});

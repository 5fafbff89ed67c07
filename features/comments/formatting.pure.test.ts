import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Block, formatted, type Inline } from '#features/comments/formatting.ts';

/** A short spelling of what came out, to write expectations in. */
function spelled(blocks: readonly Block[]): string {
  return blocks
    .map((block) => {
      if (block.kind === 'paragraph') return `P(${inner(block.inside)})`;
      return block.kind === 'quote' ? `Q(${spelled(block.blocks)})` : `C(${block.text})`;
    })
    .join('');
}

function inner(inside: readonly Inline[]): string {
  return inside
    .map((one) => {
      switch (one.kind) {
        case 'text':
          return one.text;
        case 'break':
          return '/';
        case 'code':
          return `c(${one.text})`;
        case 'link':
          return `a(${one.words}|${one.href}${one.host ? `|${one.host}` : ''})`;
        default:
          return `${one.kind === 'strong' ? 's' : 'e'}(${inner(one.inside)})`;
      }
    })
    .join('');
}

test.each([
  ['One.\n\nTwo\nlines.', 'P(One.)P(Two/lines.)'],
  ['so *very* and **quite _so_**', 'P(so e(very) and s(quite e(so)))'],
  ['2 * 3 * 4, a*b*c, file_name_here, **', 'P(2 * 3 * 4, a*b*c, file_name_here, **)'],
  ['*not closed', 'P(*not closed)'],
  ['> said\n> so\nNo.', 'P(No.)'],
  ['run `rm *a* _b_` now', 'P(run c(rm *a* _b_) now)'],
  ['```\n<b>\n\n*x*\n```\nafter', 'C(<b>\n\n*x*)P(after)'],
  ['```\nnever closed', 'C(never closed)'],
  [
    'see https://a.example/x_(y)?q=1.',
    'P(see a(https://a.example/x_(y)?q=1|https://a.example/x_(y)?q=1).)',
  ],
  ['(https://a.example)', 'P((a(https://a.example|https://a.example/)))'],
  ['[here](https://a.example/p)', 'P(a(here|https://a.example/p|a.example))'],
  ['[x](javascript:alert(1))', 'P([x](javascript:alert(1)))'],
  ['[bank](https://bank.example@evil.example)', 'P([bank](https://bank.example@evil.example))'],
  ['javascript://a data:text/html,x', 'P(javascript://a data:text/html,x)'],
  ['<script>alert(1)</script>', 'P(<script>alert(1)</script>)'],
])('%j', (text, expected) => {
  const quoted = text.startsWith('>') ? 'Q(P(said/so))' : '';
  expect(spelled(formatted(text))).toBe(quoted + expected);
});

test('what quotes a quote too deep is text, and nothing is lost', () => {
  expect(spelled(formatted('>>>>> deep'))).toBe('Q(Q(Q(P(>> deep))))');
});

describe('whatever is typed', () => {
  const hostile = fc.string({
    unit: fc.constantFrom(
      '*',
      '**',
      '_',
      '`',
      '```',
      '>',
      '\n',
      ' ',
      '[',
      ']',
      '(',
      ')',
      'a',
      'é',
      'https://',
      'b.example',
      '@',
      '<',
    ),
    maxLength: 300,
  });

  function words(blocks: readonly Block[]): string {
    const said = (inside: readonly Inline[]): string =>
      inside
        .map((one) => {
          if (one.kind === 'break') return '';
          if (one.kind === 'link') return one.words;
          return 'inside' in one ? said(one.inside) : one.text;
        })
        .join('');
    return blocks
      .map((block) => {
        if (block.kind === 'code') return block.text;
        return block.kind === 'quote' ? words(block.blocks) : said(block.inside);
      })
      .join('');
  }

  const letters = (text: string) => text.replace(/[^aé<]/g, '');

  test('no letter of it is lost or comes twice', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        // A link with words of its own shows those and hides its address.
        const shown = text.replace(/\]\(https?:\/\/[^\s()<>]+\)/g, ']');
        const lost = letters(shown).length - letters(words(formatted(text))).length;
        expect(lost).toBeLessThanOrEqual(fenceLines(text));
      }),
    );
  });

  /** What stands behind an opening fence names a language and is not shown. */
  const fenceLines = (text: string) =>
    text
      .split('\n')
      .filter((line) => line.includes('```'))
      .reduce((sum, line) => sum + letters(line).length, 0);

  test('every link leads to the web and pretends nothing', () => {
    const linksOf = (blocks: readonly Block[]): string[] =>
      blocks.flatMap((block) => {
        if (block.kind === 'code') return [];
        return block.kind === 'quote' ? linksOf(block.blocks) : hrefs(block.inside);
      });
    const hrefs = (inside: readonly Inline[]): string[] =>
      inside.flatMap((one) => {
        if (one.kind === 'link') return [one.href];
        return 'inside' in one ? hrefs(one.inside) : [];
      });
    fc.assert(
      fc.property(hostile, (text) => {
        for (const href of linksOf(formatted(text))) expect(href).toMatch(/^https?:\/\/[^@]*$/);
      }),
    );
  });
});

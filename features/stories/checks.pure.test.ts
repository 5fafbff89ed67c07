import { expect, test } from 'vitest';
import type { Body } from '#features/stories/body.ts';
import {
  type Checked,
  checksOf,
  hindering,
  type Known,
  linksIn,
} from '#features/stories/checks.ts';

const text = (words: string, href?: string) => ({
  type: 'text',
  text: words,
  ...(href === undefined ? {} : { marks: [{ type: 'link', attrs: { href } }] }),
});
const paragraph = (...content: object[]) => ({ type: 'paragraph', content });
const heading = (level: number) => ({ type: 'heading', attrs: { level }, content: [text('H')] });
const use = (words = {}) => ({ pictureId: 'p', alt: '', caption: '', credit: '', ...words });

function story(blocks: object[], parts: Partial<Checked> = {}): Checked {
  return {
    headline: 'A headline',
    standfirst: 'A standfirst.',
    bylines: [{}],
    picture: null,
    body: { type: 'doc', content: blocks } as Body,
    ...parts,
  };
}

const NOTHING: Known = { pictures: {}, brokenLinks: [] };
const codes = (checked: Checked, known = NOTHING) =>
  checksOf(checked, known).map(({ code, where }) => [code, Object.values(where)[0]]);

test('a story with everything has nothing to look at', () => {
  const whole = story([heading(2), paragraph(text('Words.')), heading(3)]);
  expect(codes(whole)).toEqual([]);
});

test('an address that another draft wants too is advice, which hinders nothing', () => {
  const known = { ...NOTHING, namesakes: ['Storm', 'Storm again'] };
  const [check, ...more] = checksOf(story([paragraph(text('Words.'))]), known);
  expect(more).toEqual([]);
  expect(check).toMatchObject({ code: 'same-address', where: { field: 'slug' } });
  expect(check?.why).toContain('“Storm” and 1 more');
  expect(hindering(check ? [check] : [], [])).toEqual([]);
});

test('what is missing is said, with its field', () => {
  const bare = story([], { headline: 'x'.repeat(111), standfirst: ' ', bylines: [] });
  expect(codes(bare)).toEqual([
    ['long-headline', 'headline'],
    ['no-standfirst', 'standfirst'],
    ['no-byline', 'bylines'],
    ['no-text', 'body'],
  ]);
});

test('a picture wants alt text and a credit, its own here or the library’s', () => {
  const blocks = [
    paragraph(text('a')),
    { type: 'picture', attrs: use() },
    { type: 'gallery', attrs: { pictures: [use({ alt: 'x' }), use({ credit: 'y' })] } },
  ];
  expect(codes(story(blocks, { picture: use() }))).toEqual([
    ['no-alt', 'picture'],
    ['no-credit', 'picture'],
    ['no-alt', 1],
    ['no-credit', 1],
    ['no-credit', 2],
    ['no-alt', 2],
  ]);
  const known = { pictures: { p: { alt: 'A hall', credit: 'A. Bek' } }, brokenLinks: [] };
  expect(codes(story(blocks, { picture: use() }), known)).toEqual([]);
});

test('a link needs words, counted whole however they are marked, and a page', () => {
  const bold = { ...text('by', '/world/here'), marks: [{ type: 'bold' }, link('/world/here')] };
  const blocks = [
    paragraph(text('See '), text('the ', '/world/here'), bold),
    { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph(text(' ', '/a'))] }] },
    { type: 'quote', attrs: {}, content: [paragraph(text('gone', '/world/gone'))] },
  ];
  const known = { pictures: {}, brokenLinks: ['/world/gone'] };
  expect(codes(story(blocks), known)).toEqual([
    ['empty-link', 1],
    ['broken-link', 2],
  ]);
  expect(linksIn(story(blocks).body)).toEqual(['/world/here', '/a', '/world/gone']);
});

function link(href: string) {
  return { type: 'link', attrs: { href } };
}

test('a small heading stands under a large one', () => {
  expect(codes(story([heading(3), heading(2), heading(3)]))).toEqual([['heading-order', 0]]);
});

test('advice never hinders, a reason is enough for its own picture only, a must cannot be passed', () => {
  const blocks = [{ type: 'picture', attrs: use({ alt: 'x' }) }, paragraph(text(' ', '/a'))];
  const checks = checksOf(story(blocks, { standfirst: '' }), NOTHING);
  const open = (reasons: { code: string; subject: string }[]) =>
    hindering(checks, reasons).map(({ code }) => code);
  expect(open([])).toEqual(['no-credit', 'empty-link']);
  expect(open([{ code: 'no-credit', subject: 'another' }])).toEqual(['no-credit', 'empty-link']);
  expect(open([{ code: 'no-credit', subject: 'p' }])).toEqual(['empty-link']);
  expect(open([{ code: 'empty-link', subject: '/a' }])).toEqual(['no-credit', 'empty-link']);
});

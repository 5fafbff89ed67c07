import fc from 'fast-check';
import { expect, test } from 'vitest';
import { href, MAX_SLUG, SLUG, searchPath, sectionPath, slugify, storyPath } from '#lib/paths.ts';

test('slugs keep words of any script and drop what an address cannot bear', () => {
  const cases: Record<string, string> = {
    'Syria talks open in Astana': 'syria-talks-open-in-astana',
    'L’été à Genève : « enfin »': 'lete-a-geneve-enfin',
    'Straße, Ærø & Łódź': 'strasse-aero-lodz',
    'محادثات في أستانا': 'محادثات-في-أستانا',
    日本の夜行列車: '日本の夜行列車',
    '../../etc/passwd': 'etc-passwd',
    '<script>alert(1)</script>': 'script-alert-1-script',
    '!!!': '',
  };
  for (const [text, slug] of Object.entries(cases)) expect(slugify(text)).toBe(slug);
});

test('whatever is typed becomes a slug that is accepted, and slugging it again changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      const slug = slugify(text);
      expect(slug === '' || SLUG.test(slug)).toBe(true);
      expect(slug.length).toBeLessThanOrEqual(MAX_SLUG);
      expect(slugify(slug)).toBe(slug);
    }),
    { numRuns: 2_000 },
  );
});

test('addresses are spelled in one way', () => {
  expect([
    sectionPath('world'),
    sectionPath('world', 3),
    storyPath('world', 'talks'),
    searchPath('a & b', 2),
    searchPath(''),
    href('/world/محادثات'),
  ]).toEqual([
    '/world',
    '/world/page/3',
    '/world/talks',
    '/search?q=a+%26+b&page=2',
    '/search',
    '/world/%D9%85%D8%AD%D8%A7%D8%AF%D8%AB%D8%A7%D8%AA',
  ]);
});

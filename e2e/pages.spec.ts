import { AxeBuilder } from '@axe-core/playwright';
import { HtmlValidate } from 'html-validate';
import { expect, test } from '#e2e/support.ts';

const PAGES = [
  '/',
  '/world',
  '/world/syria-talks-open-in-astana',
  '/culture/amman-bookstalls-open-at-night',
  '/topics/water',
  '/places/astana',
  '/authors/nora-achterberg',
  '/search?q=lake',
  '/no-such-page',
];

const LEVELS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** React's own spelling of attributes and void elements, which is valid, and a story's own headline. */
const SPELLING = {
  'attr-case': 'off',
  'attribute-boolean-style': 'off',
  'attribute-empty-style': 'off',
  'long-title': 'off',
  'void-style': 'off',
} as const;

for (const path of PAGES) {
  test(`${path} can be used by everybody, light and dark, on a phone and a desk`, async ({
    page,
  }) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      for (const width of [390, 1440]) {
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize({ width, height: 900 });
        await page.goto(path);
        const { violations } = await new AxeBuilder({ page }).withTags(LEVELS).analyze();
        expect(violations.map(({ id, nodes }) => [id, nodes[0]?.target])).toEqual([]);
        const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect(wider, 'no page is wider than the screen').toBeLessThanOrEqual(0);
      }
    }
  });

  test(`${path} is valid HTML`, async ({ request }) => {
    const validator = new HtmlValidate({
      extends: ['html-validate:recommended'],
      rules: SPELLING,
    });
    const { results } = await validator.validateString(await (await request.get(path)).text());
    const messages = results.flatMap((result) => result.messages);
    expect(messages.map(({ ruleId, message, selector }) => [ruleId, message, selector])).toEqual(
      [],
    );
  });
}

import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import sharp from 'sharp';
import { onDatabase } from '#e2e/database.ts';

/** The newsroom's side of a story, done by the commands that its desk calls. */
export function newsroom<T>(work: () => Promise<T>): Promise<T> {
  const { DATA_DIR } = process.env;
  if (!DATA_DIR) throw new Error('run the specs by: npm run e2e');
  return onDatabase(DATA_DIR, work);
}

/** The text of the story that is open in the editor, once it can be typed into. */
export async function bodyOf(page: Page) {
  const body = page.getByRole('textbox', { name: 'Text of the story' });
  await expect(body).toBeVisible();
  return body;
}

export function headlineOf(page: Page) {
  return page.getByRole('textbox', { name: 'Headline', exact: true });
}

/** Begins a story with a headline and plain paragraphs; it is not saved yet. */
export async function begin(page: Page, headline: string, text: string): Promise<void> {
  await page.goto('/desk/stories/new');
  const body = await bodyOf(page);
  await headlineOf(page).fill(headline);
  await body.click();
  await page.keyboard.type(text);
}

export async function save(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('Saved just now')).toBeVisible();
}

/** Takes up again a text that was left unsaved, told by some of its words. */
export async function bringBack(page: Page, words: string): Promise<void> {
  const left = page.getByRole('region', { name: 'Unsaved text' }).getByRole('listitem');
  const one = left.filter({ hasText: words }).first();
  await one.getByRole('button', { name: 'Bring it back' }).click();
}

/** Nothing that axe knows of the rules of WCAG 2.2 AA is broken on this page as it stands. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`),
  ).toEqual([]);
}

/** A photograph of one colour, as a camera's file. */
export function drawn(colour: string): Promise<Buffer> {
  return sharp({ create: { width: 900, height: 600, channels: 3, background: colour } })
    .png()
    .toBuffer();
}

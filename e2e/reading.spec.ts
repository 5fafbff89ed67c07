import { onDatabase } from '#e2e/database.ts';
import { expect, test } from '#e2e/support.ts';
import { draft, paragraphs, publish, section, withdraw } from '#tests/newsroom.ts';

const ASTANA = '/world/syria-talks-open-in-astana';

/** What the desk does for these tests is done by the commands that it calls. */
function newsroom<T>(work: () => Promise<T>): Promise<T> {
  const { DATA_DIR } = process.env;
  if (!DATA_DIR) throw new Error('run the specs by: npm run e2e');
  return onDatabase(DATA_DIR, work);
}

test('without script, a reader goes from the front to a section, a story and its author', async ({
  plainPage: page,
}) => {
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
  await expect(page.locator('.lead')).toHaveCount(1);
  await page
    .getByRole('navigation', { name: 'Sections' })
    .getByRole('link', { name: 'World' })
    .click();
  await expect(page).toHaveURL(/\/world$/);
  await expect(page.getByRole('heading', { level: 1, name: 'World' })).toBeVisible();
  await page.getByRole('link', { name: /Syria talks open in Astana/ }).click();
  await expect(page).toHaveURL(ASTANA);
  await page.getByRole('link', { name: 'Nora Achterberg' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Nora Achterberg' })).toBeVisible();
});

test('no story stands on the front twice', async ({ page }) => {
  await page.goto('/');
  const links = await page
    .locator('.card a')
    .evaluateAll((all) => all.map((link) => link.getAttribute('href')));
  expect(links.length).toBeGreaterThan(8);
  expect(new Set(links).size).toBe(links.length);
});

test('a story’s page has all of its parts, in order', async ({ plainPage: page }) => {
  await page.goto(ASTANA);
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
  await expect(page.locator('.dateline')).toHaveText('Astana, 23 January 2017:');
  await expect(page.getByText(/^By Nora Achterberg/)).toBeVisible();
  await expect(page.getByText('Published 23 January 2017, 09:40 UTC')).toHaveAttribute(
    'datetime',
    '2017-01-23T09:40:00.000Z',
  );
  await expect(page.locator('.lead-picture figcaption')).toContainText('Illustration');
  await expect(page.locator('blockquote')).toContainText('credibility and seriousness');
  await expect(page.getByRole('list', { name: 'Topics and places' })).toContainText('Kazakhstan');
  const headings = await page.getByRole('heading', { level: 2 }).allTextContents();
  const order = ['You may also like', 'Leave a Reply'].map((name) => headings.indexOf(name));
  expect(order[0]).toBeGreaterThan(-1);
  expect(order[1]).toBeGreaterThan(order[0] ?? 0);
  await expect(page.locator('.also a').first()).not.toHaveAttribute('href', ASTANA);
});

test('a reader’s page runs no script but our two small ones and asks nobody else for anything', async ({
  page,
}) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(ASTANA);
  const scripts = page.locator('script:not([type="application/ld+json"])');
  const sources = await scripts.evaluateAll((all) => all.map((one) => one.getAttribute('src')));
  expect(sources.toSorted()).toEqual(['/comments.js', '/proof.js']);
  await expect(page.locator('[style]')).toHaveCount(0);
  const origin = new URL(page.url()).origin;
  expect(asked.filter((url) => !url.startsWith(origin))).toEqual([]);
});

test('a story in Arabic is written from right to left, with the words of its language', async ({
  page,
}) => {
  await page.goto('/culture/amman-bookstalls-open-at-night');
  const story = page.getByRole('article').first();
  await expect(story).toHaveAttribute('dir', 'rtl');
  await expect(story).toHaveAttribute('lang', 'ar');
  await expect(page.getByText(/^بقلم/)).toBeVisible();
});

test('a story and its translation lead to each other', async ({ page }) => {
  await page.goto('/world/three-countries-count-the-water-of-prespa');
  await page.getByRole('link', { name: 'français' }).click();
  await expect(page.locator('article').first()).toHaveAttribute('lang', 'fr');
  await expect(page.getByText(/^Par Nora Achterberg/)).toBeVisible();
  await expect(page.locator('link[rel="alternate"][hreflang="en"]')).toHaveCount(1);
});

test('a long section goes on over numbered pages, and each has one address', async ({ page }) => {
  const { slug } = await newsroom(async () => {
    const made = await section();
    for (let n = 1; n <= 30; n += 1) await publish(await draft(made.id));
    return made;
  });
  await page.goto(`/${slug}`);
  await expect(page.getByRole('article')).toHaveCount(24);
  await page.getByRole('link', { name: 'Older' }).click();
  await expect(page).toHaveURL(`/${slug}/page/2`);
  await expect(page.getByRole('article')).toHaveCount(6);
  await page.getByRole('link', { name: 'Page 1', exact: true }).click();
  await expect(page).toHaveURL(`/${slug}`);
  expect((await page.goto(`/${slug}/page/3`))?.status()).toBe(404);
  await page.goto(`/${slug}/page/1`);
  await expect(page).toHaveURL(`/${slug}`);
});

test('what is not there says so and offers a search that works without script', async ({
  plainPage: page,
}) => {
  expect((await page.goto('/world/never-written'))?.status()).toBe(404);
  await page.getByRole('searchbox').fill('Kazakhstan');
  await page.getByRole('button', { name: 'Search' }).click();
  await expect(page).toHaveURL('/search?q=Kazakhstan');
  await expect(page.getByRole('searchbox')).toHaveValue('Kazakhstan');
  await expect(page.getByRole('link', { name: /Syria talks open/ })).toBeVisible();
  await expect(page.locator('mark').first()).toHaveText('Kazakhstan');
});

test('a withdrawn story says that it was withdrawn, and nothing of what it said', async ({
  page,
}) => {
  const { path } = await newsroom(async () => {
    const { id } = await section();
    const saved = await draft(id, { headline: 'Taken back', body: paragraphs('Wrong words.') });
    const published = await publish(saved);
    await withdraw(saved);
    return { path: published };
  });
  const answer = await page.goto(path);
  expect(answer?.status()).toBe(410);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('withdrawn');
  expect(await page.content()).not.toMatch(/Taken back|Wrong words/);
  await expect(page.getByRole('searchbox')).toBeVisible();
});

test('the first key that is pressed leads past the masthead', async ({ page }) => {
  await page.goto(ASTANA);
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: 'Skip to the text' });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(page.locator('#main')).toBeFocused();
});

test('on paper, a story has its address and no form', async ({ page }) => {
  await page.goto(ASTANA);
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.on-paper')).toContainText(ASTANA);
  await expect(page.locator('.on-paper')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Post Comment' })).toBeHidden();
});

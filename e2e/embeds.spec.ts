import { expectAccessible, newsroom } from '#e2e/desk.ts';
import { expect, test } from '#e2e/support.ts';
import { draft, publish, section } from '#tests/newsroom.ts';

const VIDEO = 'https://www.youtube.com/watch?v=dQw4w9WgXcQ';
const FRAMES = 'https://www.youtube-nocookie.com';

async function storyWithVideo(): Promise<string> {
  const body = {
    type: 'doc',
    content: [
      { type: 'embed', attrs: { url: VIDEO, title: 'The harbour at night' } },
      { type: 'embed', attrs: { url: 'https://example.org/chart', title: 'A chart' } },
    ],
  };
  return newsroom(async () => {
    const { id } = await section();
    return publish(await draft(id, { headline: 'With a video', body }));
  });
}

test('without script what is on another site is a link, and complete', async ({ plainPage }) => {
  await plainPage.goto(await storyWithVideo());
  const link = plainPage.getByRole('link', { name: 'The harbour at night' });
  await expect(link).toHaveAttribute('href', VIDEO);
  await expect(plainPage.getByText('YouTube', { exact: true })).toBeVisible();
  await expect(plainPage.getByRole('link', { name: 'A chart' })).toBeVisible();
  await expect(plainPage.getByRole('button', { name: /Load from/ })).toHaveCount(0);
});

test('nobody else hears of a reader before the reader asks', async ({ page, baseURL }) => {
  const foreign: string[] = [];
  const refused: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(String(baseURL))) foreign.push(request.url());
  });
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) refused.push(message.text());
  });
  await page.route(`${FRAMES}/**`, (route) =>
    route.fulfill({ contentType: 'text/html', body: '<title>v</title><p>The video</p>' }),
  );
  const answer = await page.goto(await storyWithVideo());
  const policy = String(answer?.headers()['content-security-policy']);
  expect(policy).toMatch(/; frame-src https:\/\/www\.youtube-nocookie\.com$/);
  const load = page.getByRole('button', { name: 'Load from YouTube' });
  await expect(load).toBeVisible();
  await expectAccessible(page);
  expect(foreign).toEqual([]);

  await load.focus();
  await page.keyboard.press('Enter');
  const frame = page.getByTitle('The harbour at night');
  await expect(frame.contentFrame().getByText('The video')).toBeVisible();
  await expect(frame).toBeFocused();
  expect(foreign).toEqual([`${FRAMES}/embed/dQw4w9WgXcQ`]);
  expect(refused).toEqual([]);
});

test('a page without such a card may show no frame at all', async ({ page }) => {
  const path = await newsroom(async () => {
    const { id } = await section();
    return publish(await draft(id));
  });
  const answer = await page.goto(path);
  expect(answer?.headers()['content-security-policy']).not.toContain('frame-src');
  await expect(page.locator('script[src="/embeds.js"]')).toHaveCount(0);
});

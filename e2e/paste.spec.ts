import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { begin, bodyOf, drawn, newsroom, save } from '#e2e/desk.ts';
import { expect, test } from '#e2e/support.ts';
import { section } from '#tests/newsroom.ts';

const FIXTURES = 'features/stories/components/editor/paste/fixtures';

/** What the browser hands over when somebody pastes. */
async function paste(page: Page, data: Record<string, string>): Promise<void> {
  await (await bodyOf(page)).evaluate((element, types) => {
    const clipboardData = new DataTransfer();
    for (const [type, text] of Object.entries(types)) clipboardData.setData(type, text);
    element.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
  }, data);
}

async function pasteFixture(page: Page, name: string): Promise<void> {
  await paste(page, { 'text/html': readFileSync(join(FIXTURES, name), 'utf8') });
}

test.beforeEach(async () => {
  await newsroom(() => section());
});

test('a text from Word comes in clean, and its comments go to the notes', async ({ pageAs }) => {
  const page = await pageAs('reporter');
  await begin(page, 'From Word', '');
  await pasteFixture(page, 'word.html');
  const body = await bodyOf(page);
  await expect(body.getByRole('heading', { level: 2 })).toHaveText(
    'Talks on Syria begin in Astana',
  );
  await expect(body.locator('ul > li > ul > li')).toHaveText(['Russia and Turkey', 'Iran']);
  await expect(body.locator('blockquote')).toContainText('“It is a test,” he said.');
  await expect(body.getByRole('columnheader')).toHaveText(['Delegation', 'Head']);
  await expect(body).not.toContainText('spelling');
  await expect(page.getByLabel('Notes to the desk')).toHaveValue(/Is this the right spelling\?/);
  await save(page);
});

test('a few words go into the line where the cursor is', async ({ pageAs }) => {
  const page = await pageAs('reporter');
  await begin(page, 'In the line', 'Before  after');
  for (let n = 0; n < 6; n += 1) await page.keyboard.press('ArrowLeft');
  await paste(page, { 'text/html': '<span style="color:red">in <b>between</b></span>' });
  await expect(await bodyOf(page)).toHaveText('Before in between after');
  await expect((await bodyOf(page)).locator('strong')).toHaveText('between');
});

test('what was copied in the editor is pasted as it was, fields and all', async ({ pageAs }) => {
  const page = await pageAs('editor');
  await begin(page, 'Twice', '> Said once.');
  await page.getByLabel('Who said it').fill('A witness');
  await (await bodyOf(page)).getByText('Said once.').click();
  await page.keyboard.press('Escape');
  const html = await (await bodyOf(page)).evaluate((element) => {
    const clipboardData = new DataTransfer();
    element.dispatchEvent(
      new ClipboardEvent('copy', { clipboardData, bubbles: true, cancelable: true }),
    );
    return clipboardData.getData('text/html');
  });
  await page.keyboard.press('Control+Enter');
  await paste(page, { 'text/html': html });
  await expect(page.getByLabel('Who said it')).toHaveCount(2);
  await expect(page.getByLabel('Who said it').nth(1)).toHaveValue('A witness');
});

test('pictures in a pasted text go to the library and stay in the story', async ({ pageAs }) => {
  const page = await pageAs('reporter');
  await begin(page, 'With its picture', '');
  const data = (await drawn('#753')).toString('base64');
  await paste(page, {
    'text/html': `<p>Above</p><figure><img src="data:image/png;base64,${data}" alt="A quay"><figcaption>The old quay</figcaption></figure><p>Below</p><img src="https://example.org/elsewhere.jpg">`,
  });
  const body = await bodyOf(page);
  await expect(body.getByRole('img', { name: 'A quay' })).toBeVisible();
  await expect(page.getByLabel('Caption').first()).toHaveValue('The old quay');
  await expect(page.getByText('A picture was left where it is, on another site.')).toBeVisible();
  await save(page);
  await page.reload();
  await expect((await bodyOf(page)).getByRole('img', { name: 'A quay' })).toBeVisible();
});

test('whoever may not add pictures keeps the text and is told', async ({ pageAs }) => {
  const page = await pageAs('contributor');
  await begin(page, 'Without its picture', '');
  const data = (await drawn('#357')).toString('base64');
  await paste(page, {
    'text/html': `<p>Above</p><img src="data:image/png;base64,${data}"><p>Below</p>`,
  });
  await expect(page.getByText('You may not add to the library.')).toBeVisible();
  await expect(await bodyOf(page)).toHaveText('AboveBelow');
  await save(page);
});

test('an address on a line of its own is a card, over marked words it is their link', async ({
  pageAs,
}) => {
  const page = await pageAs('reporter');
  await begin(page, 'Addresses', 'Read this');
  await page.keyboard.press('Shift+Home');
  await page.waitForFunction(() => String(document.getSelection()) === 'Read this');
  await paste(page, { 'text/plain': 'https://example.org/a' });
  const link = (await bodyOf(page)).getByRole('link', { name: 'Read this' });
  await expect(link).toHaveAttribute('href', 'https://example.org/a');
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await paste(page, { 'text/plain': 'https://youtu.be/dQw4w9WgXcQ?si=follows-people' });
  await expect(page.getByText('https://www.youtube.com/watch?v=dQw4w9WgXcQ')).toBeVisible();
});

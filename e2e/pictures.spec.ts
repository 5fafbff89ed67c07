import type { Page } from '@playwright/test';
import { begin, drawn, expectAccessible, newsroom } from '#e2e/desk.ts';
import { expect, test } from '#e2e/support.ts';
import { section } from '#tests/newsroom.ts';

/** A file from the desktop is let go over the field, as the browser tells the page of it. */
async function drop(page: Page, name: string, type: string, bytes: Buffer): Promise<void> {
  const carried = await page.evaluateHandle(
    ([name, type, base64]) => {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      const transfer = new DataTransfer();
      transfer.items.add(new File([bytes], name, { type }));
      return transfer;
    },
    [name, type, bytes.toString('base64')] as const,
  );
  const field = page.locator('label').filter({ hasText: 'drop it here' });
  await field.dispatchEvent('dragover', { dataTransfer: carried });
  await expect(field).toHaveAttribute('data-over', 'true');
  await field.dispatchEvent('drop', { dataTransfer: carried });
}

test('a reporter drops a picture on the library, says what it shows, and it is there', async ({
  pageAs,
}) => {
  const page = await pageAs('reporter');
  await page.goto('/desk/pictures');
  await expect(page.getByText('drop it here')).toBeVisible();
  await drop(page, 'quay.png', 'image/png', await drawn('#246'));
  await expect(page.getByText('quay.png')).toBeVisible();
  await page.getByLabel('What it shows').fill('A quay at dusk');
  await page.getByLabel('Caption').fill('The quay of Aktau.');
  await page.getByLabel('Credit').fill('Photograph: R. Reporter');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Add to the library' }).click();
  await expect(page.getByText('“The quay of Aktau.” is in the library.')).toBeVisible();
  const added = page.getByRole('figure').filter({ hasText: 'The quay of Aktau.' });
  await expect(added.getByRole('img', { name: 'A quay at dusk' })).toBeVisible();
  await page.reload();
  await expect(added).toContainText('Photograph: R. Reporter');
});

test('what is no picture is refused, and the words for it are not lost', async ({ pageAs }) => {
  const page = await pageAs('reporter');
  await page.goto('/desk/pictures');
  await expect(page.getByText('drop it here')).toBeVisible();
  await drop(page, 'minutes.png', 'image/png', Buffer.from('Minutes of the meeting'));
  await page.getByLabel('What it shows').fill('Not a picture');
  await page.getByLabel('Credit').fill('The clerk');
  await page.getByRole('button', { name: 'Add to the library' }).click();
  await expect(page.getByRole('alert').filter({ hasText: /picture/i })).toBeVisible();
  await expect(page.getByLabel('What it shows')).toHaveValue('Not a picture');
  await page.getByRole('button', { name: 'Not this one' }).click();
  await expect(page.getByText('drop it here')).toBeVisible();
});

test('a gallery stands in the text for readers, in the order and words of the editor', async ({
  pageAs,
  plainPage: reader,
}) => {
  await newsroom(() => section());
  const page = await pageAs('editor');
  await begin(page, 'The harbour in two pictures', 'Morning and evening.');
  await page.getByRole('button', { name: 'Gallery', exact: true }).click();
  const dialog = page.getByRole('dialog');
  for (const [words, colour] of [
    ['Evening', '#521'],
    ['Morning', '#9bd'],
  ] as const) {
    await dialog.locator('input[type=file]').setInputFiles({
      name: `${words}.png`,
      mimeType: 'image/png',
      buffer: await drawn(colour),
    });
    await dialog.getByLabel('What it shows').fill(`${words} in the harbour`);
    await dialog.getByLabel('Credit').fill('Photograph: E. Editor');
    await dialog.getByRole('button', { name: 'Add to the library' }).click();
    await expect(dialog.getByRole('button', { name: `${words} in the harbour` })).toHaveAttribute(
      'aria-pressed',
      'true',
    );
  }
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Insert 2 pictures' }).click();

  await expect(page.getByText('Gallery of 2')).toBeVisible();
  await page.getByLabel('Caption').nth(1).fill('Before the ferry comes.');
  await page.getByRole('button', { name: 'Earlier' }).click();
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  await expect(page.getByText('Published.')).toBeVisible();
  const path = await page.getByRole('link', { name: 'View', exact: true }).getAttribute('href');

  await reader.goto(path ?? '');
  const figures = reader.locator('.gallery').getByRole('figure');
  await expect(figures).toHaveCount(2);
  await expect(figures.nth(0)).toContainText('Before the ferry comes.');
  for (const [at, words] of ['Morning', 'Evening'].entries()) {
    const image = figures.nth(at).getByRole('img', { name: `${words} in the harbour` });
    await image.scrollIntoViewIfNeeded();
    await expect(image).toBeVisible();
    await expect(async () => {
      const width = await image.evaluate((one: HTMLImageElement) => one.naturalWidth);
      expect(width, 'the file is there too').toBeGreaterThan(0);
    }).toPass();
    await expect(figures.nth(at)).toContainText('Photograph: E. Editor');
  }
});

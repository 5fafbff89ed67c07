import { expect, test } from '#e2e/support.ts';

test('an editor narrows the list, keeps that in the address, and moves several stories at once', async ({
  pageAs,
}) => {
  const page = await pageAs('editor');
  const write = async (headline: string) => {
    await page.goto('/desk/stories/new');
    await page.getByLabel('Headline', { exact: true }).fill(headline);
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.waitForURL(/\/desk\/stories\/[0-9a-z]{20}$/);
  };
  await write('Quokka one');
  await write('Quokka two');
  await write('Quokka three');

  await page.goto('/desk/stories');
  await page.getByLabel('Words').fill('quokka');
  await page.getByLabel('Words').press('Enter');
  await page.waitForURL('/desk/stories?q=quokka');
  const rows = page.getByRole('row').filter({ hasText: 'Quokka' });
  await expect(rows).toHaveCount(3);
  await page.getByRole('main').getByText('More', { exact: true }).first().click();
  await page.getByLabel('Order').selectOption('oldest');
  await page.waitForURL('/desk/stories?q=quokka&order=oldest');
  await expect(rows.first()).toContainText('Quokka one');
  await page.reload();
  await expect(page.getByLabel('Words')).toHaveValue('quokka');
  await expect(rows.first()).toContainText('Quokka one');

  await page.getByLabel('Choose “Quokka one”').check();
  await page.getByLabel('Choose “Quokka two”').check();
  await page.getByRole('button', { name: 'Send for review' }).click();
  await expect(page.getByText('2 stories were sent for review.')).toBeVisible();
  await page.getByRole('link', { name: /^In review/ }).click();
  await page.waitForURL(/state=in\+review/);
  await expect(rows).toHaveCount(2);
  await page.getByLabel('Choose all stories of this page').check();
  await page.getByRole('button', { name: 'Publish…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Publish' }).click();
  await expect(page.getByText(/stories? (was|were) published/)).toBeVisible();
});

test('what cannot be done with a story is said with its name, and it stays chosen', async ({
  pageAs,
}) => {
  const page = await pageAs('editor');
  await page.goto('/desk/stories?state=live');
  const first = page.getByRole('row').nth(1);
  await first.getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Approve' }).click();
  await expect(page.getByText('0 stories were approved, 1 not:')).toBeVisible();
  await expect(first.getByRole('checkbox')).toBeChecked();
});

test('the palette finds a story and a place by the keyboard alone', async ({ pageAs }) => {
  const page = await pageAs('editor');
  await page.goto('/desk/stories');
  await page.keyboard.press('Control+k');
  const field = page.getByRole('combobox', { name: 'A story or a place in the desk' });
  await expect(field).toBeFocused();
  await field.fill('pict');
  await expect(page.getByRole('option', { name: 'Pictures' })).toBeVisible();
  await field.press('Escape');
  await expect(field).toBeHidden();
  await page.keyboard.press('Control+k');
  await field.fill('astana');
  const story = page.getByRole('option', { name: /Astana/ }).first();
  await expect(story).toHaveAttribute('aria-selected', 'true');
  await field.press('Enter');
  await page.waitForURL(/\/desk\/stories\/[0-9a-z]{20}$/);
});

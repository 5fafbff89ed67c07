import { expect, test } from '#e2e/support.ts';

test('the front answers with the name of the newspaper', async ({ page }) => {
  const answer = await page.goto('/');
  expect(answer?.status()).toBe(200);
  await expect(page).toHaveTitle(/\S/);
});

test('an address that nothing has is said to be missing, with a way onward', async ({ page }) => {
  const answer = await page.goto('/no-such-section/no-such-story');
  expect(answer?.status()).toBe(404);
  await expect(page.getByRole('link').first()).toBeVisible();
});

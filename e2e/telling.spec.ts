import { begin, bodyOf, expectAccessible, headlineOf, newsroom, save } from '#e2e/desk.ts';
import { expect, test } from '#e2e/support.ts';
import { correctionsPath } from '#lib/paths.ts';
import { section } from '#tests/newsroom.ts';

test('an editor corrects a story: readers are told on it, in the list and in the feed', async ({
  pageAs,
  plainPage: reader,
}) => {
  await newsroom(() => section());
  const page = await pageAs('editor');
  await begin(page, 'Nine boats are missing', 'Nine boats did not come back.');
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  await expect(page.getByText('Published.')).toBeVisible();
  const path = await page.getByRole('link', { name: 'View', exact: true }).getAttribute('href');

  await headlineOf(page).fill('Ten boats are missing');
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('button', { name: 'Add a correction…' }).click();
  const dialog = page.getByRole('dialog');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Add the correction' }).click();
  const words = dialog.getByLabel('What readers are told');
  await expect(words).toHaveAccessibleDescription(
    'Please fill this in. In the language of the story.',
  );
  await words.fill('An earlier version said that nine boats were missing.');
  await dialog.getByRole('button', { name: 'Add the correction' }).click();
  await expect(page.getByText('The correction is added.')).toBeVisible();
  await expect(page.getByText(/goes out with revision 2$/)).toBeVisible();
  await reader.goto(path ?? '');
  await expect(reader.getByText('An earlier version')).toHaveCount(0);

  await page.getByRole('button', { name: 'Publish changes' }).click();
  await expect(page.getByText('Published.')).toBeVisible();
  await reader.goto(path ?? '');
  await expect(reader.getByRole('complementary', { name: 'Correction' })).toContainText(
    'An earlier version said that nine boats were missing.',
  );
  await reader.goto(correctionsPath());
  await expect(
    reader.getByRole('listitem').filter({ hasText: 'An earlier' }).first(),
  ).toContainText('Ten boats are missing');
  await reader.goto('/');
  await reader.getByRole('contentinfo').getByRole('link', { name: 'Corrections' }).click();
  await expect(reader.getByRole('heading', { name: 'Corrections', level: 1 })).toBeVisible();
});

test('what is missing leads to its place, and a story goes out unsigned with a reason only', async ({
  pageAs,
}) => {
  await newsroom(() => section());
  const page = await pageAs('editor');
  await begin(page, 'A report of the agency', 'The agency reports.');
  await page.getByRole('button', { name: /^Take .+ out$/ }).click();
  const checks = page.getByRole('group').filter({ hasText: 'Checks' });
  await checks.getByText('There is no standfirst').getByRole('button', { name: 'Show it' }).click();
  await expect(page.getByRole('textbox', { name: 'Standfirst' })).toBeFocused();

  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('Nobody stands in the byline.')).toBeVisible();
  await expectAccessible(page);
  await dialog.getByLabel('It goes out all the same, because').fill('an agency’s own text');
  await dialog.getByRole('button', { name: 'Publish', exact: true }).click();
  await expect(page.getByText('Published.')).toBeVisible();
  await expect(page.getByText(/an agency’s own text/)).toBeVisible();
});

test('somebody without an account reads a draft by a secret link, and approves the revision', async ({
  pageAs,
  page: seen,
  plainPage: lawyer,
}) => {
  await newsroom(() => section());
  const page = await pageAs('editor');
  await begin(page, 'What the minister signed', 'The minister signed it.');
  await save(page);
  await page.getByText('Secret links').click();
  await page.getByRole('button', { name: 'Make a secret link…' }).click();
  const dialog = page.getByRole('dialog');
  await expectAccessible(page);
  await dialog.getByLabel('For whom').fill('Dr. Law');
  await dialog.getByRole('button', { name: 'Make the link' }).click();
  const link = await dialog.getByLabel('Secret address').inputValue();
  await dialog.getByRole('button', { name: 'Close' }).last().click();

  const answer = await lawyer.goto(link);
  const headers = answer?.headers() ?? {};
  expect(headers['cache-control']).toBe('private, no-store');
  expect(headers['referrer-policy']).toBe('no-referrer');
  expect(headers['x-robots-tag']).toBe('noindex, nofollow');
  await expect(lawyer.getByRole('heading', { name: 'What the minister signed' })).toBeVisible();
  await seen.goto(link);
  await expectAccessible(seen);
  await lawyer.getByRole('button', { name: 'Send' }).click();
  await expect(lawyer.getByRole('alert')).toBeVisible();
  await lawyer.getByLabel('What you want to say').fill('I have nothing against it.');
  await lawyer.getByLabel(/my approval of revision 1/).check();
  await lawyer.getByRole('button', { name: 'Send' }).click();
  await expect(lawyer.getByText('You approved revision 1')).toBeVisible();

  await page.reload();
  await bodyOf(page);
  await page.getByText('Secret links').click();
  await expect(page.getByText('I have nothing against it.')).toBeVisible();
  await expect(page.getByText(/Approved revision 1/)).toBeVisible();
  await page.getByRole('button', { name: /^End it/ }).click();
  await expect(page.getByText(/Ended by the desk/)).toBeVisible();
  expect((await lawyer.goto(link))?.status()).toBe(404);
});

import type { Locator, Page } from '@playwright/test';
import { bodyOf, expectAccessible, headlineOf, newsroom } from '#e2e/desk.ts';
import { expect, test } from '#e2e/support.ts';
import { section } from '#tests/newsroom.ts';

const MOST_STOPS = 150;

/** Goes on with Tab until the focus is there, as somebody does who has no mouse. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    const there = await target.evaluate((element) => element === document.activeElement);
    if (there) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`the Tab key does not reach ${target}`);
}

async function press(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press('Enter');
}

async function signInByKeys(page: Page, email: string, password: string): Promise<void> {
  await page.goto('/desk/sign-in');
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeEnabled();
  await tabTo(page, page.getByLabel('Email'));
  await page.keyboard.type(email);
  await tabTo(page, page.getByLabel('Password'));
  await page.keyboard.type(password);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/desk(?!\/sign-in)/);
}

test('writing, review and publishing are done with the keyboard alone', async ({
  browser,
  staff,
  page: reader,
}) => {
  // Three people's work, and a Tab stop at a time.
  test.slow();
  await newsroom(() => section());
  const [reporter, editor] = [await staff('reporter'), await staff('editor')];
  const context = await browser.newContext();
  const page = await context.newPage();

  await signInByKeys(page, reporter.email, reporter.password);
  await press(page, page.getByRole('link', { name: 'New story', exact: true }));
  await bodyOf(page);
  await tabTo(page, headlineOf(page));
  await page.keyboard.type('Keys alone bring out a story');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Nobody touched a mouse.');
  await page.keyboard.press('Tab');
  await expect(await bodyOf(page)).toBeFocused();
  await page.keyboard.type('The first paragraph.');
  await page.keyboard.press('Enter');
  await page.keyboard.type('/quote');
  await page.keyboard.press('Enter');
  await page.keyboard.type('“It can be done,” she said.');
  await page.keyboard.press('Tab');
  await expect(page.getByLabel('Who said it')).toBeFocused();
  await page.keyboard.type('A witness');
  await page.keyboard.press('Control+Enter');
  await page.keyboard.type('/pull');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Pulled out');
  await page.keyboard.press('Alt+ArrowUp');
  await page.keyboard.press('Control+Enter');
  await page.keyboard.press('Control+End');
  await page.keyboard.press('Enter');
  await page.keyboard.type('The end.');
  await tabTo(page, page.getByRole('combobox', { name: 'Topics' }));
  await page.keyboard.type('Keyboards');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+s');
  await expect(page.getByText('Saved just now')).toBeVisible();
  const address = page.url();
  await press(page, page.getByRole('button', { name: 'Send for review' }));
  const note = page.getByRole('dialog').getByLabel('Note (optional)');
  await tabTo(page, note);
  await page.keyboard.type('Please look.');
  await press(page, page.getByRole('dialog').getByRole('button', { name: 'Send for review' }));
  await expect(page.getByText('Sent for review.')).toBeVisible();
  await press(page, page.getByRole('button', { name: 'Sign out' }));
  await expect(page).toHaveURL(/sign-in/);

  await signInByKeys(page, editor.email, editor.password);
  await press(page, page.getByRole('link', { name: 'Keys alone bring out a story' }).first());
  await expect(page).toHaveURL(address);
  await expect(page.getByText('Please look.')).toBeVisible();
  await press(page, page.getByRole('button', { name: 'More' }));
  await press(page, page.getByRole('button', { name: 'Approve' }));
  await expect(page.getByText('Approved.')).toBeVisible();
  await press(page, page.getByRole('button', { name: 'Publish', exact: true }));
  await expect(page.getByText('Published.')).toBeVisible();
  const path = await page.getByRole('link', { name: 'View', exact: true }).getAttribute('href');
  await context.close();

  await reader.goto(path ?? '');
  const article = reader.getByRole('article');
  await expect(article.getByRole('heading', { level: 1 })).toHaveText(
    'Keys alone bring out a story',
  );
  await expect(article.locator('blockquote')).toHaveText('“It can be done,” she said.');
  await expect(article.getByText('A witness')).toBeVisible();
  await expect(article.locator('.pull')).toHaveText('Pulled out');
  await expect(article.getByRole('link', { name: 'Keyboards' }).first()).toBeVisible();
  const inOrder = await article.locator('.prose > *').allInnerTexts();
  expect(inOrder.indexOf('Pulled out')).toBeLessThan(
    inOrder.findIndex((text) => text.includes('It can be done')),
  );
});

test('the keyboard comes into every block and out of it again', async ({ pageAs }) => {
  await newsroom(() => section());
  const page = await pageAs('editor');
  await page.goto('/desk/stories/new');
  const body = await bodyOf(page);
  await body.focus();
  await page.keyboard.type('/table');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Year');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Ferries');
  await expect(page.getByRole('columnheader').nth(1)).toHaveText('Ferries');
  await page.keyboard.press('Control+Enter');
  await page.keyboard.type('/fact');
  await page.keyboard.press('Enter');
  await page.keyboard.type('It is old.');
  await page.keyboard.press('Tab');
  await expect(page.getByLabel('Title of the fact box')).toBeFocused();
  await page.keyboard.type('Facts');
  await page.keyboard.press('Enter');
  await page.keyboard.type('After both.');
  await expect(body.locator(':scope > p').last()).toHaveText('After both.');
  await page.keyboard.press('Control+Shift+Backspace');
  await expect(page.getByText('After both.')).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(page.getByText('After both.')).toBeVisible();
  // Escape marks the whole block, and what is marked is removed at once.
  await page.keyboard.press('Escape');
  await page.keyboard.press('Delete');
  await expect(page.getByText('After both.')).toHaveCount(0);
  await page.keyboard.press('Alt+F10');
  await expect(page.getByLabel('Kind of paragraph')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(body).toBeFocused();
});

test('nothing that opens in the editor breaks a rule of accessibility', async ({ pageAs }) => {
  await newsroom(() => section());
  const page = await pageAs('editor');
  await page.goto('/desk/stories/new');
  const body = await bodyOf(page);
  await headlineOf(page).fill('Everything open');
  await body.focus();
  await page.keyboard.type('Words that will be marked');
  await page.keyboard.press('Control+Enter');
  await page.keyboard.type('/');
  await expect(page.getByRole('listbox', { name: 'What to put in' })).toBeVisible();
  await expect(body).toHaveAttribute('aria-activedescendant', /./);
  await expectAccessible(page);
  await page.keyboard.type('from');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Address').fill('https://youtu.be/dQw4w9WgXcQ');
  await expect(dialog.getByText('A video from YouTube')).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  await expect(page.getByText('https://www.youtube.com/watch?v=dQw4w9WgXcQ')).toBeVisible();
  await page.keyboard.type('> Quoted');
  // The quote draws its fields when React comes to it: a mark set before that is drawn over.
  await expect(page.getByRole('textbox', { name: 'Who said it' })).toBeVisible();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Shift+End');
  await expect(page.getByRole('toolbar', { name: 'Marked words' })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Control+k');
  await dialog.getByRole('combobox', { name: 'Address' }).fill('e');
  await expect(dialog.getByRole('option').first()).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await page.keyboard.press('Control+/');
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await body.focus();
  await page.keyboard.press('Control+f');
  await page.getByRole('textbox', { name: 'Find', exact: true }).fill('marked');
  await expect(page.getByText('1 in the text')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('combobox', { name: 'Topics' }).fill('A topic that nobody had');
  await expect(page.getByRole('option', { name: /A new topic/ })).toBeVisible();
  await expectAccessible(page);
});

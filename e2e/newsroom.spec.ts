import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test as playwright } from '@playwright/test';
import { onDatabase } from '#e2e/database.ts';
import { begin, bodyOf, expectAccessible, headlineOf, save } from '#e2e/desk.ts';
import { signIn } from '#e2e/support.ts';
import { makeSetUpToken } from '#features/people/commands.ts';
import { setUpPath } from '#lib/paths.ts';
import { type Site, startSite } from '#scripts/e2e/site.ts';

type Newsroom = Site & { dataDir: string };

/** An empty site of their own, in which nobody has made an administrator. */
const test = playwright.extend<object, { newsroom: Newsroom }>({
  newsroom: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from it that nothing is needed.
    async ({}, use) => {
      const dataDir = mkdtempSync(join(tmpdir(), 'dateline-newsroom-'));
      const site = await startSite(dataDir, { env: { DATABASE_URL: '', DATELINE_SAMPLE: '0' } });
      await use({ ...site, dataDir });
      await site.stop();
      rmSync(dataDir, { recursive: true, force: true, maxRetries: 3 });
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  baseURL: ({ newsroom }, use) => use(newsroom.url),
});

/** One newsroom from its first hour: each part needs what the one before it left. */
test.describe.configure({ mode: 'serial' });

const PASSWORD = 'correct horse battery staple';
const HEADLINE = 'Ferry runs again after nine days';
const CORRECTED = 'Ferry runs again after ten days';
const REPORTER = { name: 'Rosa Reporter', email: 'rosa@newsroom.example', password: PASSWORD };
const EDITOR = { name: 'Emil Editor', email: 'emil@newsroom.example', password: PASSWORD };

const pages = new Map<string, Page>();
let storyPath = '';
let deskPath = '';

/** The page of a member of staff, signed in once and kept. */
async function at(who: typeof REPORTER, page: Page): Promise<Page> {
  const known = pages.get(who.email);
  if (known) return known;
  const browser = page.context().browser();
  if (!browser) throw new Error('no browser');
  const own = await (await browser.newContext()).newPage();
  pages.set(who.email, own);
  await signIn(own, who);
  return own;
}

let usedLink = '';

/** Who is invited follows the link in a browser of their own, and is in. */
async function come(link: string, who: typeof REPORTER, page: Page): Promise<void> {
  const browser = page.context().browser();
  if (!browser) throw new Error('no browser');
  const own = await (await browser.newContext()).newPage();
  pages.set(who.email, own);
  await own.goto(link);
  await expect(own.getByLabel('Email')).toHaveValue(who.email);
  await own.getByLabel('Name').fill(who.name);
  const password = own.getByLabel('Password');
  await password.fill('qwertyuiop123');
  await expect(password).toHaveAccessibleDescription(/stolen passwords/);
  await password.fill(who.password);
  await expect(password).toHaveAccessibleDescription(/good/);
  await own.getByRole('button', { name: 'Create the account' }).click();
  await expect(own).toHaveURL(/\/desk\/stories/);
  usedLink = link;
}

test.afterAll(async () => {
  for (const page of pages.values()) await page.context().close();
});

test('the one-time link makes the first administrator, and nobody after that', async ({
  page,
  newsroom,
}) => {
  const token = await onDatabase(newsroom.dataDir, makeSetUpToken);
  if (!token) throw new Error('somebody is an administrator before the first hour');
  await page.goto(setUpPath(token));
  await page.getByLabel('Name').fill('Ada Admin');
  await page.getByLabel('Email').fill('ada at newsroom');
  await page.getByLabel('Password').fill('short');
  await page.getByRole('button', { name: 'Create the account' }).click();
  await expect(page.getByLabel('Email')).toHaveAccessibleDescription(/not an email address/);
  await expect(page.getByLabel('Password')).toHaveAccessibleDescription(/At least 12 characters/);
  await expect(page.getByLabel('Name')).toHaveValue('Ada Admin');
  await page.getByLabel('Email').fill('ada@newsroom.example');
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Create the account' }).click();
  await expect(page).toHaveURL('/desk/stories');

  await page.goto(setUpPath(token));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This link cannot be used');

  await page.goto('/desk/sections');
  const add = page.getByRole('region', { name: 'Add a section' });
  await add.getByLabel('Name').fill('Search');
  await add.getByRole('button', { name: 'Add the section' }).click();
  await expect(add.getByLabel('Address')).toHaveAccessibleDescription(/means something else/);
  await expect(add.getByLabel('Name')).toHaveValue('Search');
  await expectAccessible(page);
  await add.getByLabel('Name').fill('Harbour');
  await add.getByRole('button', { name: 'Add the section' }).click();
  await expect(add.getByText('Harbour is in the navigation now.')).toBeVisible();
  await add.getByLabel('Name').fill('Weather');
  await add.getByRole('button', { name: 'Add the section' }).click();
  await expect(add.getByText('Weather is in the navigation now.')).toBeVisible();

  const order = page.getByRole('region', { name: 'Their order' });
  const save = order.getByRole('button', { name: 'Save the order' });
  await expect(save).toBeDisabled();
  const up = order.getByRole('button', { name: 'Move Weather up' });
  await up.focus();
  await page.keyboard.press('Alt+ArrowUp');
  await expect(up).toBeFocused();
  const said = order.getByRole('status').filter({ hasText: /./ });
  await expect(said).toHaveText(/^Weather is number \d+ of \d+ now\.$/);
  await expect(order.getByRole('listitem').nth(-2)).toContainText('Weather');
  await expectAccessible(page);
  await save.click();
  await expect(order.getByText('Readers have them in this order now.')).toBeVisible();
  await page.goto('/');
  const names = page.getByRole('navigation', { name: 'Sections' }).getByRole('listitem');
  await expect(names.nth(-2)).toHaveText('Weather');
  await expect(names.nth(-1)).toHaveText('Harbour');

  await page.goto('/desk/people');
  const invite = page.getByRole('button', { name: 'Invite', exact: true });
  for (const [person, role] of [
    [REPORTER, 'reporter'],
    [EDITOR, 'editor'],
  ] as const) {
    await page.getByLabel('Email').fill(person.email);
    await page.getByLabel('Role').selectOption(role);
    await invite.click();
    await expect(page.getByRole('row', { name: person.email })).toContainText('Link until');
    await come(await page.getByLabel('Link, for one use').inputValue(), person, page);
  }
  await page.getByLabel('Email').fill(REPORTER.email);
  await invite.click();
  await expect(page.getByLabel('Email')).toHaveAccessibleDescription(/has this address already/);
  await page.reload();
  await expect(page.getByRole('row', { name: REPORTER.name })).toContainText('Password only');
  await expectAccessible(page);
});

test('a link of an invitation opens nothing a second time', async ({ page }) => {
  await page.goto(usedLink);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This link cannot be used');
  await expectAccessible(page);
});

test('a reporter writes a story, saves it, and sends it for review', async ({ page: any }) => {
  const page = await at(REPORTER, any);
  await begin(page, HEADLINE, 'The ferry left at dawn.\n## On board\nNobody spoke.\n\n> At last.');
  await page.getByLabel('Who said it').fill('Captain Aru');
  await page.getByLabel('Section').selectOption('Harbour');
  await page.getByLabel('Dateline').fill('Aktau');
  await page.getByLabel('Topics').fill('Ferries,');
  await page.getByLabel('Notes to the desk').fill('Not for readers: call the port.');
  await save(page);
  await expect(page).toHaveURL(/\/desk\/stories\/[0-9a-z]{20}$/);
  deskPath = new URL(page.url()).pathname;

  await page.getByRole('button', { name: 'More' }).click();
  const publish = page.getByRole('button', { name: /^Publish Only an editor/ });
  await expect(publish).toHaveAttribute('aria-disabled', 'true');
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'Send for review' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Note').fill('Please check the name.');
  await dialog.getByRole('button', { name: 'Send for review' }).click();
  await expect(page.getByText('Sent for review.')).toBeVisible();
  await page.getByRole('link', { name: 'Stories', exact: true }).click();
  const row = page.getByRole('row', { name: HEADLINE });
  await expect(row).toContainText('In review');
  await expect(row).toContainText('Rosa Reporter');
});

test('an editor publishes it: front, section, feed and page have it', async ({ page: any }) => {
  const page = await at(EDITOR, any);
  await page.goto('/desk/stories');
  await page.getByRole('link', { name: HEADLINE }).click();
  await expect(page.getByText('“Please check the name.”')).toBeVisible();
  await expect(await bodyOf(page)).toContainText('The ferry left at dawn.');
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  await expect(page.getByText('Published.')).toBeVisible();
  const view = page.getByRole('link', { name: 'View', exact: true });
  storyPath = (await view.getAttribute('href')) ?? '';
  expect(storyPath).toBe('/harbour/ferry-runs-again-after-nine-days');

  await expect(async () => {
    for (const path of ['/', '/harbour', '/feed.xml', '/harbour/feed.xml', storyPath]) {
      expect(await (await any.request.get(path)).text(), path).toContain(HEADLINE);
    }
  }).toPass();
  const story = await (await any.request.get(storyPath)).text();
  for (const shown of ['Aktau', 'Captain Aru', 'At last.', 'Ferries', 'Rosa Reporter']) {
    expect(story).toContain(shown);
  }
  expect(story).not.toContain('call the port');
});

test('what is corrected is published again, and not before', async ({ page: any }) => {
  const page = await at(EDITOR, any);
  await page.goto(deskPath);
  await bodyOf(page);
  const publish = page.getByRole('button', { name: 'Publish changes' });
  await expect(publish).toHaveAccessibleDescription('Readers see exactly this text already.');
  await headlineOf(page).fill(CORRECTED);
  await save(page);
  await expect(page.getByText('Live with changes')).toBeVisible();
  expect(await (await any.request.get(storyPath)).text()).not.toContain(CORRECTED);
  await publish.click();
  await expect(page.getByText('Published.')).toBeVisible();
  await expect(async () => {
    for (const path of ['/', '/harbour', '/feed.xml', storyPath]) {
      const text = await (await any.request.get(path)).text();
      expect(text, path).toContain(CORRECTED);
      expect(text, path).not.toContain(HEADLINE);
    }
  }).toPass();
});

test('what is withdrawn is gone everywhere, and says so', async ({ page: any }) => {
  const page = await at(EDITOR, any);
  await page.goto(deskPath);
  await bodyOf(page);
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('button', { name: 'Withdraw…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Reason').fill('It was another ferry.');
  await dialog.getByRole('button', { name: 'Withdraw the story' }).click();
  await expect(page.getByText('Withdrawn: readers do not see it any more.')).toBeVisible();
  await expect(async () => {
    const gone = await any.request.get(storyPath);
    expect(gone.status()).toBe(410);
    expect(await gone.text()).toMatch(/withdrawn/i);
    for (const path of ['/', '/harbour', '/feed.xml', '/harbour/feed.xml']) {
      expect(await (await any.request.get(path)).text(), path).not.toContain(CORRECTED);
    }
  }).toPass();
});

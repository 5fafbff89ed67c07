import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, expect, type Page, test } from '@playwright/test';
import { isNull } from 'drizzle-orm';
import { sessions } from '#db/schema/people.ts';
import { autosaves } from '#db/schema/writing.ts';
import { read, transaction } from '#db/store.ts';
import { onDatabase } from '#e2e/database.ts';
import { begin, bodyOf, bringBack, expectAccessible, headlineOf, save } from '#e2e/desk.ts';
import { signIn } from '#e2e/support.ts';
import { system } from '#features/people/actor.ts';
import { addPerson } from '#features/people/commands.ts';
import { addSection } from '#features/sections/commands.ts';
import { now } from '#lib/clock.ts';
import { type Site, startSite } from '#scripts/e2e/site.ts';
import { good } from '#tests/results.ts';

/** A site of its own, because these tests kill it. Each leaves it running for the next. */
test.describe.configure({ mode: 'serial', timeout: 300_000 });

const ADA = { email: 'ada@keeping.example', password: 'correct horse battery staple' };

const args = ['--no-sandbox', '--disable-background-networking'];

let dataDir: string;
let site: Site;

const here = <T>(work: () => Promise<T>) => onDatabase(dataDir, work);

async function start(port?: number): Promise<void> {
  const env = { DATABASE_URL: '', DATELINE_SAMPLE: '0' };
  site = await startSite(dataDir, port ? { env, port } : { env });
}

test.beforeAll(async () => {
  test.setTimeout(300_000);
  dataDir = mkdtempSync(join(tmpdir(), 'dateline-keeping-'));
  await start();
  await here(async () => {
    good(await addSection(system('e2e'), { name: 'World', slug: 'world' }));
    good(await addPerson(system('e2e'), { ...ADA, name: 'Ada', role: 'editor' }));
  });
});

test.afterAll(async () => {
  await site?.stop();
  if (dataDir) rmSync(dataDir, { recursive: true, force: true, maxRetries: 3 });
});

/** A device of Ada's that has never been used before. */
async function device(page: Page): Promise<Page> {
  const context = await page.context().browser()?.newContext({ baseURL: site.url });
  if (!context) throw new Error('no browser');
  const own = await context.newPage();
  await signIn(own, ADA);
  return own;
}

/** Words, each with the moment at which it was typed. */
class Typing {
  readonly #page: Page;
  readonly #at: Date[] = [];

  constructor(page: Page) {
    this.#page = page;
  }

  /** Types without a pause until so many words are older than two seconds. */
  async untilOld(words: number): Promise<void> {
    while (this.wordsBefore(now()).length < words) {
      await this.#page.keyboard.type(`w${this.#at.length} `, { delay: 15 });
      this.#at.push(now());
    }
  }

  /** The words that were there two seconds before `moment`. */
  wordsBefore(moment: Date): string[] {
    const old = this.#at.filter((at) => moment.getTime() - at.getTime() > 2_000);
    return old.map((_, n) => `w${n}`);
  }

  get words(): string {
    return this.#at.map((_, n) => `w${n}`).join(' ');
  }
}

async function broughtBack(page: Page, headline: string): Promise<string> {
  await bringBack(page, headline);
  return ((await (await bodyOf(page)).textContent()) ?? '').trim();
}

/** What the server's database has of the text that was changed last. */
async function onServer(): Promise<string> {
  const rows = await here(async () => read.select().from(autosaves));
  const [newest] = rows.toSorted((a, b) => b.savedAt.getTime() - a.savedAt.getTime());
  return newest?.content ?? '';
}

async function discardAll(page: Page): Promise<void> {
  const discard = page.getByRole('button', { name: 'Discard' });
  await expect(async () => {
    while ((await discard.count()) > 0) await discard.first().click();
    expect(await here(async () => read.select().from(autosaves))).toHaveLength(0);
  }).toPass({ timeout: 30_000 });
}

test('the server is killed in mid-typing: what was older than two seconds is in its database, and the rest comes', async ({
  page: any,
}) => {
  const page = await device(any);
  await begin(page, 'Killed in mid-typing', '');
  const typing = new Typing(page);
  await typing.untilOld(12);
  await site.kill();
  const killedAt = now();
  const kept = await onServer();
  for (const word of typing.wordsBefore(killedAt)) expect(kept).toContain(word);

  // Nobody stops typing because a server is gone.
  await typing.untilOld(20);
  await expect(page.getByText('kept on this device; will be sent')).toBeVisible();
  await expectAccessible(page);
  await start(site.port);
  await expect(page.getByText('kept on the server')).toBeVisible();
  const other = await device(any);
  await other.goto('/desk/stories');
  await other.getByRole('link', { name: 'In a new story' }).click();
  await expect(other.getByText(/Recovered: unsaved text/)).toBeVisible();
  await expectAccessible(other);
  expect(await broughtBack(other, 'Killed in mid-typing')).toBe(typing.words);
  await save(other);
  await other.context().close();

  // A save elsewhere takes nothing from the window that is still open.
  await expect(await bodyOf(page)).toContainText(typing.words);
  await page.context().close();
});

test('the tab dies: another device has all but the last two seconds', async ({ page: any }) => {
  const dying = await chromium.launch({ executablePath: process.env.CHROMIUM_PATH ?? '', args });
  const page = await dying.newPage({ baseURL: site.url });
  await signIn(page, ADA);
  await begin(page, 'A tab that dies', '');
  const typing = new Typing(page);
  await typing.untilOld(12);
  const cdp = await dying.newBrowserCDPSession();
  const { processInfo } = await cdp.send('SystemInfo.getProcessInfo');
  const killedAt = now();
  for (const { id, type } of processInfo) if (type === 'renderer') process.kill(id, 'SIGKILL');
  const other = await device(any);
  await other.goto('/desk/stories/new');
  const text = await broughtBack(other, 'A tab that dies');
  for (const word of typing.wordsBefore(killedAt)) expect(text).toContain(word);
  await save(other);
  await other.goto('/desk/stories/new');
  await discardAll(other);
  await other.context().close();
  await dying.close();
});

test('browser and network die at once: the same device has all but the last two seconds', async () => {
  const profile = mkdtempSync(join(tmpdir(), 'dateline-profile-'));
  const launch = (): Promise<BrowserContext> =>
    chromium.launchPersistentContext(profile, {
      baseURL: site.url,
      executablePath: process.env.CHROMIUM_PATH ?? '',
      args,
    });
  const context = await launch();
  const [page] = context.pages();
  const browser = context.browser();
  if (!page || !browser) throw new Error('no browser');
  await signIn(page, ADA);
  await begin(page, 'No network, no browser', '');
  await context.setOffline(true);
  const typing = new Typing(page);
  await typing.untilOld(12);
  const cdp = await browser.newBrowserCDPSession();
  const { processInfo } = await cdp.send('SystemInfo.getProcessInfo');
  const pid = processInfo.find((one) => one.type === 'browser')?.id ?? 0;
  const gone = new Promise((resolve) => browser.on('disconnected', resolve));
  const killedAt = now();
  process.kill(pid, 'SIGKILL');
  await gone;

  const again = await launch();
  const [found] = again.pages();
  if (!found) throw new Error('no page');
  // The browser had not yet written down who was signed in: the text is there all the same.
  await signIn(found, ADA);
  await found.goto('/desk/stories/new');
  const text = await broughtBack(found, 'No network, no browser');
  for (const word of typing.wordsBefore(killedAt)) expect(text).toContain(word);
  await save(found);
  await again.close();
  rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
});

test('without a network it says so, and sends what was typed when it is back', async ({
  page: any,
}) => {
  const page = await device(any);
  await begin(page, 'On the ferry', 'One bar. ');
  await expect(page.getByText('kept on the server')).toBeVisible();
  await page.context().setOffline(true);
  await page.keyboard.type('And none.');
  await expect(page.getByText('kept on this device; will be sent')).toBeVisible();
  await page.context().setOffline(false);
  await expect(page.getByText('kept on the server')).toBeVisible();
  expect(await onServer()).toContain('One bar. And none.');
  await save(page);
  await page.context().close();
});

test('a session that ends takes nothing: one signs in on the page, and it is sent', async ({
  page: any,
}) => {
  const page = await device(any);
  await begin(page, 'Signed out', 'Before. ');
  await here(() =>
    transaction((tx) =>
      tx
        .update(sessions)
        .set({ endedAt: now() })
        .where(isNull(sessions.endedAt))
        .then(() => undefined),
    ),
  );
  await page.keyboard.type('After.');
  await page.getByRole('button', { name: 'Sign in' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Email').fill(ADA.email);
  await dialog.getByLabel('Password').fill('not the password');
  await dialog.getByRole('button', { name: 'Sign in' }).click();
  await expect(dialog.getByRole('alert').getByText(/not right/)).toBeVisible();
  await expectAccessible(page);
  await dialog.getByLabel('Password').fill(ADA.password);
  await dialog.getByRole('button', { name: 'Sign in' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByText('kept on the server')).toBeVisible();
  await expect(headlineOf(page)).toHaveValue('Signed out');
  expect(await onServer()).toContain('Before. After.');
  await save(page);
  await page.context().close();
});

test('what is thrown away by mistake is fetched back', async ({ page: any }) => {
  const page = await device(any);
  await begin(page, 'Thrown away', 'Not that one.');
  await expect(page.getByText('kept on the server')).toBeVisible();
  await page.close();
  const other = await device(any);
  await other.goto('/desk/stories/new');
  const left = other.getByRole('region', { name: 'Unsaved text' });
  await left.getByRole('button', { name: 'Discard' }).click();
  await expect(left.getByText(/“Thrown away”/)).toHaveCount(0);
  await left.getByRole('button', { name: 'Undo' }).click();
  expect(await broughtBack(other, 'Thrown away')).toBe('Not that one.');
  await save(other);
  await other.context().close();
  await page.context().close();
});

test('two windows of one person keep their own texts, and neither offers what the other is typing', async ({
  page: any,
}) => {
  const page = await device(any);
  await begin(page, 'First window', 'One.');
  const second = await page.context().newPage();
  await begin(second, 'Second window', 'Two.');
  await expect(second.getByText('kept on the server')).toBeVisible();
  await expect(second.getByRole('button', { name: 'Bring it back' })).toHaveCount(0);
  await page.close();
  await second.close();
  const other = await device(any);
  await other.goto('/desk/stories/new');
  await expect(other.getByText(/“First window”/)).toBeVisible();
  await expect(other.getByText(/“Second window”/)).toBeVisible();
  await discardAll(other);
  await other.context().close();
  await page.context().close();
});

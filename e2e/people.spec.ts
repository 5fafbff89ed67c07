import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test as playwright } from '@playwright/test';
import { generateSync } from 'otplib';
import { onDatabase } from '#e2e/database.ts';
import { expectAccessible } from '#e2e/desk.ts';
import { type RunningProvider, startProvider } from '#e2e/provider.ts';
import { signIn } from '#e2e/support.ts';
import { system } from '#features/people/actor.ts';
import { addPerson } from '#features/people/commands.ts';
import { deviceNow } from '#lib/device.ts';
import { freePort } from '#lib/ports.ts';
import { type Site, startSite } from '#scripts/e2e/site.ts';

type Newsroom = Site & { dataDir: string; provider: RunningProvider };

/** A site of a name of its own, with a provider of single sign-on beside it. */
const test = playwright.extend<object, { newsroom: Newsroom }>({
  newsroom: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from it that nothing is needed.
    async ({}, use) => {
      const dataDir = mkdtempSync(join(tmpdir(), 'dateline-people-'));
      const port = await freePort();
      const provider = await startProvider(`http://localhost:${port}/api/auth/callback/sso`);
      const site = await startSite(dataDir, {
        host: 'localhost',
        port,
        env: { DATABASE_URL: '', DATELINE_SAMPLE: '0', ...provider.env },
      });
      await onDatabase(dataDir, async () => {
        for (const person of [ADMIN, ROSA]) await addPerson(system('test'), person);
      });
      await use({ ...site, dataDir, provider });
      await site.stop();
      await provider.stop();
      rmSync(dataDir, { recursive: true, force: true, maxRetries: 3 });
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  baseURL: ({ newsroom }, use) => use(newsroom.url),
});

test.describe.configure({ mode: 'serial' });

const PASSWORD = 'correct horse battery staple';
const ADMIN = {
  name: 'Ada Admin',
  email: 'ada@newsroom.example',
  role: 'admin',
  password: PASSWORD,
};
const ROSA = {
  name: 'Rosa Reporter',
  email: 'rosa@newsroom.example',
  role: 'reporter',
  password: PASSWORD,
};

let secret = '';
let recovery: string[] = [];

/** A code that was not used yet: of this half minute, or of the next. */
function code(ahead = 0): string {
  return generateSync({ secret, epoch: Math.floor(deviceNow().getTime() / 1000) + ahead * 30 });
}

async function passwordStep(page: Page, { email }: typeof ROSA): Promise<void> {
  await page.goto('/desk/sign-in');
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

test('an app is set up by its picture, and its code is asked for after the password', async ({
  page,
}) => {
  await signIn(page, ROSA);
  await page.goto('/desk/account');
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Set up an authenticator app' }).click();
  await page.getByLabel('Present password').fill('not my password');
  await page.getByRole('button', { name: 'Set up an app' }).click();
  await expect(page.getByLabel('Present password')).toHaveAccessibleDescription(/not your present/);
  await page.getByLabel('Present password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Set up an app' }).click();
  await expect(page.getByRole('img', { name: 'QR code for the authenticator app' })).toBeVisible();
  await page.getByText('Or type the key').click();
  const app = page.getByRole('link', { name: 'Open in an app on this device' });
  secret = new URL((await app.getAttribute('href')) ?? '').searchParams.get('secret') ?? '';
  await expectAccessible(page);
  await page.getByRole('textbox', { name: 'Code' }).fill('12345');
  await page.getByRole('button', { name: 'Confirm' }).click();
  await expect(page.getByRole('textbox', { name: 'Code' })).toHaveAccessibleDescription(
    /not the code/,
  );
  await page.getByRole('textbox', { name: 'Code' }).fill(code());
  await page.getByRole('button', { name: 'Confirm' }).click();
  await expect(page.getByRole('heading', { name: 'Your recovery codes' })).toBeVisible();
  recovery = await page.getByRole('listitem').allTextContents();
  expect(recovery).toHaveLength(10);
  await expectAccessible(page);
  await page.getByRole('link', { name: 'I have kept them' }).click();
  await expect(page.getByText('10 recovery codes are left.')).toBeVisible();
});

test('a wrong code opens nothing, the right one and a recovery code do', async ({
  page,
  browser,
}) => {
  await passwordStep(page, ROSA);
  await page.getByRole('textbox', { name: 'Code' }).fill('nonsense');
  await page.getByRole('button', { name: 'Go on' }).click();
  await expect(page.getByRole('alert').getByText(/This code is not right/)).toBeVisible();
  await expectAccessible(page);
  expect((await page.request.get('/desk/account', { maxRedirects: 0 })).status()).toBe(307);
  await page.getByRole('textbox', { name: 'Code' }).fill(code(1));
  await page.getByRole('button', { name: 'Go on' }).click();
  await expect(page).toHaveURL(/\/desk\/stories/);

  const other = await (await browser.newContext()).newPage();
  await passwordStep(other, ROSA);
  await other.getByRole('textbox', { name: 'Code' }).fill(recovery[0] ?? '');
  await other.getByRole('button', { name: 'Go on' }).click();
  await expect(other).toHaveURL(/\/desk\/stories/);

  await page.goto('/desk/account');
  await expect(page.getByText('9 recovery codes are left.')).toBeVisible();
  const sessions = page.getByRole('table', { name: 'Where you are signed in' });
  await expect(sessions.getByRole('rowheader', { name: 'Chrome on Linux' })).toHaveCount(3);
  await page.getByRole('button', { name: 'Sign out everywhere else' }).click();
  await expect(page.getByText('Signed out everywhere else.')).toBeVisible();
  await other.goto('/desk/stories');
  await expect(other).toHaveURL(/\/desk\/sign-in/);
  await other.context().close();
});

test('a passkey is made, opens the desk, is renamed and removed', async ({ page }) => {
  const device = await page.context().newCDPSession(page);
  await device.send('WebAuthn.enable');
  await device.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  await signIn(page, ADMIN);
  await page.goto('/desk/account');
  await page.getByLabel('Name of the passkey').fill('My laptop');
  const passkeys = page.getByRole('region', { name: 'Passkeys' });
  await passkeys.getByLabel('Present password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Make a passkey' }).click();
  await expect(passkeys.getByText('The passkey is made')).toBeVisible();
  const kept = passkeys.locator('summary');
  await expect(kept).toHaveText(/^My laptop since .*, not used yet$/);
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await expect(page).toHaveURL(/sign-in/);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Use a passkey' }).click();
  await expect(page).toHaveURL(/\/desk\/stories/);

  await page.goto('/desk/account');
  await expect(kept).toHaveText(/^My laptop since .*, last used: Today$/);
  await kept.click();
  await passkeys.getByLabel('Name', { exact: true }).fill('Old laptop');
  await passkeys.getByRole('button', { name: 'Rename' }).click();
  await expect(kept).toHaveText(/^Old laptop/);
  await passkeys.getByRole('button', { name: 'Remove Old laptop' }).click();
  await expect(passkeys.getByText('opens nothing any more')).toBeVisible();
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await page.getByRole('button', { name: 'Use a passkey' }).click();
  await expect(page.getByText('This passkey opens nothing here.')).toBeVisible();
});

test('who has an account elsewhere is let in if invited or on the staff, and nobody else', async ({
  page,
  browser,
  newsroom,
}) => {
  await signIn(page, ADMIN);
  await page.goto('/desk/people');
  await page.getByLabel('Email').fill('ida@newsroom.example');
  await page.getByLabel('Role').selectOption('editor');
  await page.getByRole('button', { name: 'Invite', exact: true }).click();
  await expect(page.getByRole('row', { name: 'ida@newsroom.example' })).toBeVisible();

  const as = async (claims: Record<string, unknown>) => {
    newsroom.provider.say(claims);
    const own = await (await browser.newContext()).newPage();
    await own.goto(`${newsroom.url}/desk/sign-in`);
    await own.getByRole('button', { name: 'Continue with Courier ID' }).click();
    await own.waitForURL(`${newsroom.url}/desk/**`);
    return own;
  };
  const ida = { sub: 'ida-1', email: 'ida@newsroom.example', name: 'Ida Invited' };
  for (const stranger of [
    { ...ida, email_verified: false },
    { ...ida, sub: 'x', email: 'nobody@newsroom.example', email_verified: true },
  ]) {
    const refused = await as(stranger);
    await expect(refused.getByText('This account is not on the staff')).toBeVisible();
    await expectAccessible(refused);
    await refused.context().close();
  }
  const inside = await as({ ...ida, email_verified: true });
  await expect(inside).toHaveURL(/\/desk\/stories/);
  await inside.goto(`${newsroom.url}/desk/account`);
  await expect(inside.getByRole('heading', { level: 1 })).toHaveText('Ida Invited');
  await expect(inside.getByText('Single sign-on')).toBeVisible();
  const other = await as({ ...ida, sub: 'somebody-else', email_verified: true });
  await expect(other.getByText('This account is not on the staff')).toBeVisible();
  for (const own of [inside, other]) await own.context().close();
});

test('what is set is on readers’ pages at once', async ({ page, browser }) => {
  await signIn(page, ADMIN);
  await page.goto('/desk/settings');
  await expectAccessible(page);
  const part = (name: string) => page.getByRole('region', { name });
  const save = async (name: string) => {
    await part(name).getByRole('button', { name: 'Save', exact: true }).click();
    await expect(part(name).getByText('Readers see it now.')).toBeVisible();
  };
  const reader = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await reader.goto('/');
  await expect(reader.getByRole('heading', { level: 1 })).toHaveText('The Dateline');

  await part('The newspaper').getByLabel('Name').fill('The Evening Courier');
  await part('The newspaper').getByLabel('Time zone').selectOption('Asia/Almaty');
  await save('The newspaper');
  await part('Colour').getByLabel('A colour of our own').check();
  const light = part('Colour').getByRole('textbox', {
    name: 'On light pages',
    exact: true,
  });
  await light.fill('#ffcc00');
  await part('Colour').getByRole('button', { name: 'Save', exact: true }).click();
  await expect(light).toHaveAccessibleDescription(/cannot be read well enough/);
  await light.fill('#00539f');
  await save('Colour');
  await part('Links in the footer').getByRole('button', { name: 'Add a link' }).click();
  await part('Links in the footer').getByLabel('Words').fill('Imprint');
  await part('Links in the footer').getByLabel('Address').fill('javascript:alert(1)');
  await part('Links in the footer').getByRole('button', { name: 'Save', exact: true }).click();
  await expect(part('Links in the footer').getByLabel('Address')).toHaveAccessibleDescription(
    /Begin with/,
  );
  await part('Links in the footer').getByLabel('Address').fill('/search');
  await save('Links in the footer');

  await reader.goto('/');
  await expect(reader.getByRole('heading', { level: 1 })).toHaveText('The Evening Courier');
  await expect(reader.getByRole('link', { name: 'Imprint' })).toHaveAttribute('href', '/search');
  const accent = () =>
    reader.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--accent'));
  expect((await accent()).trim()).toBe('#00539f');

  const logo = part('Logo');
  await logo.getByLabel('On light pages', { exact: true }).setInputFiles({
    name: 'logo.svg',
    mimeType: 'image/svg+xml',
    buffer: Buffer.from(
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 40"><script>alert(1)</script><rect width="200" height="40" onclick="alert(1)"/></svg>',
    ),
  });
  await logo.getByRole('button', { name: 'Put it in the masthead' }).click();
  await expect(logo.getByText('Readers see it now.')).toBeVisible();
  await reader.goto('/');
  const shown = reader.getByRole('img', { name: 'The Evening Courier' });
  await expect(shown).toBeVisible();
  const svg = await reader.request.get((await shown.getAttribute('src')) ?? '');
  expect(svg.headers()['content-type']).toBe('image/svg+xml');
  expect(await svg.text()).not.toMatch(/script|onclick/);
  await reader.context().close();
  await page.goto('/');
  await expectAccessible(page);
});

test('a role that asks for a second step is shut out of everything until there is one', async ({
  page,
}) => {
  await signIn(page, ADMIN);
  await page.goto('/desk/settings');
  const part = page.getByRole('region', { name: 'Sign-in' });
  await part.getByLabel('Administrator').check();
  await part.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page).toHaveURL(/\/desk\/second-step/);
  await expect(page.getByText('Your role asks for more than a password.')).toBeVisible();
  await expectAccessible(page);
  await page.goto('/desk/people');
  await expect(page).toHaveURL(/\/desk\/second-step/);
});

import { execFileSync } from 'node:child_process';
import { type Browser, type Cookie, expect, type Page, test as playwright } from '@playwright/test';
import type { Role } from '#features/people/actor.ts';

export { expect };

/** Runs Dateline's command line on the site that is being tested. */
export function dateline(args: readonly string[], input = ''): string {
  return execFileSync('npm', ['run', '-s', 'dateline', '--', ...args], { input, encoding: 'utf8' });
}

export type Staff = { name: string; email: string; password: string; cookies: Cookie[] };

type Fixtures = {
  /** A page where the one member of staff with that role has signed in. */
  pageAs: (role: Role) => Promise<Page>;
  /** A page of a reader whose browser runs no script. */
  plainPage: Page;
};

type WorkerFixtures = {
  /** The one member of staff with that role, made and signed in at the first call. */
  staff: (role: Role) => Promise<Staff>;
};

export const test = playwright.extend<Fixtures, WorkerFixtures>({
  staff: [
    async ({ browser }, use) => {
      const known = new Map<Role, Promise<Staff>>();
      await use((role) => {
        const staff = known.get(role) ?? hire(browser, role);
        known.set(role, staff);
        return staff;
      });
    },
    { scope: 'worker' },
  ],
  pageAs: async ({ browser, staff }, use) => {
    const pages: Page[] = [];
    await use(async (role) => {
      const { cookies } = await staff(role);
      const context = await browser.newContext();
      await context.addCookies(cookies);
      const page = await context.newPage();
      pages.push(page);
      return page;
    });
    for (const page of pages) await page.context().close();
  },
  plainPage: async ({ browser }, use) => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    await use(await context.newPage());
    await context.close();
  },
});

async function hire(browser: Browser, role: Role): Promise<Staff> {
  const name = `Test ${role}`;
  const email = `${role}@e2e.example`;
  const password = 'correct horse battery staple';
  try {
    dateline(
      ['user', 'add', '--email', email, '--name', name, '--role', role, '--password-stdin'],
      password,
    );
  } catch {
    // After a failed test Playwright begins anew in another process; the account is there already.
  }
  const context = await browser.newContext();
  const page = await context.newPage();
  await signIn(page, { email, password });
  const cookies = await context.cookies();
  await context.close();
  return { name, email, password, cookies };
}

/** Signs in as people do, and waits until the desk is there. */
export async function signIn(
  page: Page,
  { email, password }: Pick<Staff, 'email' | 'password'>,
): Promise<void> {
  await page.goto('/desk/sign-in');
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page).toHaveURL(/\/desk(?!\/sign-in)/);
}

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import PostalMime from 'postal-mime';
import { onDatabase } from '#e2e/database.ts';
import { expect, test } from '#e2e/support.ts';
import { approveComment } from '#features/comments/commands.ts';
import { moderationQueue } from '#features/moderation/queries.ts';
import { system } from '#features/people/actor.ts';
import { newId } from '#lib/ids.ts';
import { type Discussed, discussedStory, judgeable } from '#tests/discussion.ts';
import { good } from '#tests/results.ts';

const { DATA_DIR = '' } = process.env;

let story: Discussed;
let email: string;

test.beforeEach(async () => {
  story = await onDatabase(DATA_DIR, () => discussedStory());
  email = `${newId()}@reader.example`;
});

type Letter = { to: string; subject: string; text: string };

/** Without a mail server every letter is a file. */
async function lettersTo(address: string): Promise<Letter[]> {
  const folder = join(DATA_DIR, 'outbox');
  let files: string[] = [];
  try {
    files = readdirSync(folder).filter((file) => file.endsWith('.eml'));
  } catch {
    return [];
  }
  const letters = [];
  for (const file of files.toSorted()) {
    const {
      to,
      subject = '',
      text = '',
    } = await PostalMime.parse(readFileSync(join(folder, file)));
    if (to?.[0]?.address === address) letters.push({ to: address, subject, text });
  }
  return letters;
}

/** The path of the link in the letter of this subject, once the mailer has sent it. */
async function linkIn(address: string, subject: RegExp, page: string): Promise<string> {
  let path = '';
  await expect(async () => {
    const letter = (await lettersTo(address)).findLast((one) => subject.test(one.subject));
    path = new RegExp(`/privacy/${page}/[\\w-]{43}`).exec(letter?.text ?? '')?.[0] ?? '';
    expect(path).not.toBe('');
  }).toPass({ timeout: 30_000 });
  return path;
}

async function comment(page: Page, text: string, notify = true): Promise<void> {
  await page.goto(story.path);
  await page.getByLabel('Comment').fill(text);
  await page.getByLabel('Name').fill('Dana K.');
  await page.getByLabel('Email').fill(email);
  const box = page.getByRole('checkbox', { name: /Mail me what becomes of it/ });
  await expect(box).not.toBeChecked();
  if (notify) await box.check();
  await page.getByRole('button', { name: 'Post Comment' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/waiting/);
}

test('a reader without script confirms the address; a program that follows the link does not', async ({
  plainPage: page,
}) => {
  await comment(page, 'Who sat where?');
  const link = await linkIn(email, /^Is this your address/, 'confirm');
  await page.request.get(link);
  await page.goto(link);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Is this your address?');
  await page.getByRole('button', { name: 'Yes, it is my address' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your address is confirmed');
  await expect(page).toHaveURL(link);
});

test('a mail program ends letters by one request without cookies, and a person by a button', async ({
  plainPage: page,
}) => {
  await comment(page, 'Who sat where?');
  const link = await linkIn(email, /^Is this your address/, 'unsubscribe');
  await page.goto(link);
  await expect(page.getByText('not confirmed')).toBeVisible();
  const answer = await page.request.post(link, {
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    data: 'List-Unsubscribe=One-Click',
    maxRedirects: 0,
  });
  expect(answer.status()).toBe(200);
  await page.goto(link);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('No more letters');
  await page.getByRole('button', { name: /Letters may come again/ }).click();
  await expect(page.getByText('If you comment again and ask for letters')).toBeVisible();
  await page.getByRole('button', { name: 'Never write to this address again' }).click();
  await expect(page.getByText('Nothing is ever mailed to this address again')).toBeVisible();
});

test('without an account and without script: see what is held, take it along, have it erased', async ({
  plainPage: page,
}) => {
  const text = `Held ${newId()}`;
  await comment(page, text, false);
  await page.goto(story.path);
  await page.getByRole('link', { name: 'What is kept, and how you see or erase it' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    /Your comments and your address/,
  );
  await page.getByLabel('Email').fill('nobody at all');
  await page.getByRole('button', { name: 'Send me the link' }).click();
  await expect(page.getByLabel('Email')).toHaveValue('nobody at all');
  await expect(page.getByLabel('Email')).toHaveAccessibleDescription(/not an email address/);
  await page.getByLabel('Email').fill(email);
  await page.getByRole('button', { name: 'Send me the link' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Look into your mailbox');

  const link = await linkIn(email, /holds about you/, 'comments');
  await page.goto(link);
  await page.getByRole('button', { name: 'Show it' }).click();
  await expect(page).toHaveURL(/\/privacy\/held\/[\w-]{43}$/);
  await expect(page.getByText(text)).toBeVisible();
  const file = page.getByRole('link', { name: 'The same as a file (JSON)' });
  const json = await page.request.get((await file.getAttribute('href')) ?? '');
  expect(json.headers()['cache-control']).toBe('private, no-store');
  expect(JSON.stringify(await json.json())).toContain(text);
  expect(await json.text()).not.toContain(email);

  await page.getByLabel('Forget me, and take my comments away').check();
  await page.getByRole('button', { name: 'Erase it' }).click();
  await expect(page.getByText('Please say that you are sure')).toBeVisible();
  await expect(page.getByLabel('Forget me, and take my comments away')).toBeChecked();
  await page.getByLabel('I am sure.').check();
  await page.getByRole('button', { name: 'Erase it' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('You are forgotten');
  await page.goto(link);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/of no use any more/);
});

test('the answer to a known and to an unknown address is the same to the last byte', async ({
  plainPage: page,
}) => {
  await comment(page, 'Known from now on');
  const ask = (address: string) =>
    page.request.post('/privacy/comments', { form: { email: address }, maxRedirects: 0 });
  const [known, unknown] = [await ask(email), await ask(`${newId()}@reader.example`)];
  const seen = async (answer: typeof known) => {
    const { date: _date, ...headers } = answer.headers();
    return [answer.status(), headers, (await answer.body()).toString()];
  };
  expect(await seen(known)).toEqual(await seen(unknown));
  expect(known.status()).toBe(303);
});

test('an address that the law asks for: one asks, another consents, and no page shows it', async ({
  plainPage: page,
  pageAs,
}) => {
  const text = `Lawful ${newId()}`;
  await comment(page, text);
  const commentId = await onDatabase(DATA_DIR, async () => {
    const { comments } = good(await moderationQueue(system('e2e'), { q: text }));
    const { id = '' } = comments.find((one) => one.text === text) ?? {};
    good(await approveComment(system('e2e'), await judgeable(id, 'waiting')));
    return id;
  });
  const law = `/desk/comments/${commentId}/law`;
  const editor = await pageAs('editor');
  await editor.goto(law);
  await editor.getByLabel('Who asks for it, and by what law').fill('Case 12/2026');
  await editor.getByRole('button', { name: 'Ask for the address' }).click();
  await expect(editor.getByText('It waits for somebody else’s consent.')).toBeVisible();
  const admin = await pageAs('admin');
  await admin.goto('/desk/comments/addresses');
  await admin.getByRole('button', { name: 'Consent: mail it to Test editor' }).first().click();
  await expect(admin.getByText(/Consented to, and answered by mail/).first()).toBeVisible();
  expect(await admin.content()).not.toContain(email);
  await expect(async () => {
    const letters = await lettersTo('editor@e2e.example');
    expect(letters.some((letter) => letter.text.includes(email))).toBe(true);
  }).toPass({ timeout: 30_000 });
});

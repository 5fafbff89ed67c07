import type { Locator, Page } from '@playwright/test';
import { onDatabase } from '#e2e/database.ts';
import { expect, test } from '#e2e/support.ts';
import { approveComment, rejectComment } from '#features/comments/commands.ts';
import { moderationQueue } from '#features/moderation/queries.ts';
import { system } from '#features/people/actor.ts';
import { switchComments } from '#features/stories/commands.ts';
import {
  commentPrivacyPath,
  commentsPath,
  postCommentPath,
  quotePath,
  replyPath,
  reportPath,
  threadPath,
} from '#lib/paths.ts';
import { type Discussed, discussedStory, posted, shown } from '#tests/discussion.ts';
import { withdraw } from '#tests/newsroom.ts';
import { good } from '#tests/results.ts';

/** The newsroom's side of these stories is done by the commands that its desk calls. */
function newsroom<T>(work: () => Promise<T>): Promise<T> {
  const { DATA_DIR } = process.env;
  if (!DATA_DIR) throw new Error('run the specs by: npm run e2e');
  return onDatabase(DATA_DIR, work);
}

const MODERATOR = system('e2e');
let story: Discussed;

test.beforeEach(async () => {
  story = await newsroom(() => discussedStory());
});

async function fillIn(page: Page, words: { text?: string; name?: string; email?: string }) {
  const {
    text = 'The seating plan tells more.',
    name = 'Dana K.',
    email = 'dana@example.com',
  } = words;
  await page.getByLabel('Comment').fill(text);
  await page.getByLabel('Name').fill(name);
  await page.getByLabel('Email').fill(email);
  await page.getByRole('button', { name: 'Post Comment' }).click();
}

/** Posts it, and is on the writer's own page for it. */
async function post(page: Page, text: string): Promise<void> {
  await fillIn(page, { text });
  await page.waitForURL(/\/comments\/[\w-]{43}$/);
}

/** Asks for the page again until the newsroom's change has reached it. */
async function comeBackUntil(page: Page, path: string, seen: Locator): Promise<void> {
  await expect(async () => {
    await page.goto(path);
    await expect(seen).toBeVisible({ timeout: 300 });
  }).toPass();
}

async function judged(text: string, judge: typeof approveComment, reason = ''): Promise<void> {
  await newsroom(async () => {
    const { comments } = good(await moderationQueue(MODERATOR));
    const found = comments.find((comment) => comment.text === text);
    if (!found) throw new Error(`nobody waits with ${text}`);
    const { id: commentId, revisionId } = found;
    good(await judge(MODERATOR, { commentId, revisionId, reason }));
  });
}

test('a reader without script comments; it waits, is approved, and appears', async ({
  plainPage: page,
  browser,
}) => {
  await page.goto(story.path);
  await expect(page.getByRole('heading', { name: 'Leave a Reply' })).toBeVisible();
  await expect(
    page.getByText('Your email address will not be published. Required fields are marked *', {
      exact: true,
    }),
  ).toBeVisible();
  await fillIn(page, { text: 'First line.\n\nSecond <b>line</b>.' });
  await expect(page).toHaveURL(/\/comments\/[\w-]{43}$/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/waiting for approval/);
  await expect(page.getByText('Second <b>line</b>.')).toBeVisible();
  const link = page.url();

  const other = await (await browser.newContext()).newPage();
  await other.goto(story.path);
  await expect(other.getByText('First line.')).toHaveCount(0);

  await judged('First line.\n\nSecond <b>line</b>.', approveComment);
  await comeBackUntil(other, story.path, other.getByRole('heading', { name: '1 comment' }));
  await expect(other.getByText('Second <b>line</b>.')).toBeVisible();
  await expect(other.getByText('dana@example.com')).toHaveCount(0);

  await page.goto(link);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your comment is published.');
  await page.getByRole('link', { name: /See it under the story/ }).click();
  await expect(page.locator('.comment:target')).toContainText('First line.');
});

test('what is wrong is said beside its field, and nothing typed is lost', async ({
  plainPage: page,
}) => {
  await page.goto(story.path);
  const answer = page.waitForResponse((response) => response.request().method() === 'POST');
  await fillIn(page, { text: 'A long thought', name: '', email: 'dana at example' });
  expect((await answer).status()).toBe(422);
  await expect(page).toHaveTitle(/^Error/);
  await expect(page.getByLabel('Comment')).toHaveValue('A long thought');
  await expect(page.getByLabel('Email')).toHaveValue('dana at example');
  await expect(page.getByLabel('Name')).toHaveAccessibleDescription('Please fill this in.');
  await expect(page.getByLabel('Email')).toHaveAccessibleDescription(/not an email address/);
  await expect(page.getByLabel('Comment')).not.toHaveAttribute('aria-invalid');
  await expect(page.getByLabel('Name')).toBeFocused();
  await page.getByRole('link', { name: /^Email: / }).click();
  await expect(page).toHaveURL(/#comment-email$/);
  await page.getByLabel('Name').fill('Dana');
  await page.getByLabel('Email').fill('dana@example.com');
  await page.getByRole('button', { name: 'Post Comment' }).click();
  await expect(page.getByText('A long thought')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/waiting/);
});

test('a reader answers a comment, and the answer stands under it', async ({ plainPage: page }) => {
  const text = 'Who sat where?';
  await newsroom(() => shown(story.storyId, { text, name: 'Marat' }));
  const link = page.getByRole('link', { name: 'Reply to Marat' });
  await comeBackUntil(page, story.path, link);
  await link.click();
  await expect(page.getByText(text)).toBeVisible();
  await post(page, 'Across from each other.');
  await judged('Across from each other.', approveComment);
  const answers = page.getByRole('listitem').filter({ hasText: text }).getByRole('listitem');
  const answer = answers.filter({ hasText: 'Across from each other.' });
  await comeBackUntil(page, story.path, answer);
});

test('a rejected comment tells its writer why, and nobody else', async ({ plainPage: page }) => {
  await page.goto(story.path);
  await post(page, 'Buy here');
  await judged('Buy here', rejectComment, 'It is an advertisement.');
  await page.reload();
  await expect(page.getByText('It is an advertisement.')).toBeVisible();
  await page.goto(story.path);
  await expect(page.getByText('Buy here')).toHaveCount(0);
});

test('a closed story says so; what was being typed meanwhile is given back', async ({
  plainPage: page,
}) => {
  await page.goto(story.path);
  await newsroom(() => switchComments(MODERATOR, story.storyId, false));
  const answer = page.waitForResponse((response) => response.request().method() === 'POST');
  await fillIn(page, { text: 'Just too late' });
  expect((await answer).status()).toBe(409);
  await expect(page.getByText('Comments are closed.')).toBeVisible();
  await expect(page.getByText('Just too late')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Post Comment' })).toHaveCount(0);
  await comeBackUntil(page, story.path, page.getByText('Comments are closed.'));
  await expect(page.getByRole('button', { name: 'Post Comment' })).toHaveCount(0);
});

test('fifty-one threads make two pages, and an address of a comment leads to its own', async ({
  plainPage: page,
}) => {
  await newsroom(async () => {
    for (let n = 1; n <= 51; n += 1) await shown(story.storyId, { text: `Thread number ${n}.` });
  });
  await comeBackUntil(page, story.path, page.getByRole('heading', { name: '51 comments' }));
  await expect(page.getByText('Thread number 51.')).toHaveCount(0);
  await page.getByRole('link', { name: 'Later' }).click();
  await expect(page).toHaveURL(new RegExp(`${commentsPath(story.path, 2)}#comments$`));
  await expect(page.getByText('Thread number 51.')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
  for (const [number, status] of [
    ['3', 404],
    ['0', 404],
    ['x', 404],
  ] as const) {
    expect((await page.request.get(`${story.path}/comments/${number}`)).status()).toBe(status);
  }
  const first = await page.request.get(`${story.path}/comments/1`, { maxRedirects: 0 });
  expect([first.status(), first.headers().location]).toEqual([301, story.path]);
});

test('statuses that programs rely on', async ({ request }) => {
  const send = (path: string, options: object) =>
    request.post(postCommentPath(path), { maxRedirects: 0, ...options });
  const form = { text: 'By a program', name: 'P', email: 'p@example.com' };
  expect((await send(story.path, { form })).status()).toBe(303);
  expect((await send(story.path, { multipart: form })).status()).toBe(303);
  expect((await send(story.path, { form: { ...form, website: 'x' } })).status()).toBe(303);
  expect((await send('/nowhere/at-all', { form })).status()).toBe(404);
  const foreign = { origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' };
  expect((await send(story.path, { form, headers: foreign })).status()).toBe(403);
  const get = await request.get(postCommentPath(story.path), { maxRedirects: 0 });
  expect([get.status(), get.headers().location]).toEqual([301, story.path]);
  const own = await newsroom(() => posted(story.storyId));
  const page = await request.get(`/comments/${own.token}`);
  expect(page.headers()['cache-control']).toContain('no-store');
  expect(await page.text()).toMatch(/name="robots" content="noindex/);
  expect(await page.text()).toContain('name="referrer" content="no-referrer"');
  await newsroom(() => withdraw(story));
  await expect(async () => expect((await request.get(story.path)).status()).toBe(410)).toPass();
  expect((await request.get(commentsPath(story.path, 2))).status()).toBe(410);
  expect((await send(story.path, { form: { ...form, text: 'Late' } })).status()).toBe(410);
});

test('no page of a discussion has a script that fails', async ({ page }) => {
  const { commentId } = await newsroom(() => shown(story.storyId));
  const failed: string[] = [];
  page.on('pageerror', ({ message }) => failed.push(`${page.url()} ${message}`));
  const { path } = story;
  for (const at of [
    path,
    commentsPath(path, 1, 'newest'),
    threadPath(path, commentId),
    replyPath(path, commentId),
    quotePath(path, commentId),
    reportPath(path, commentId),
    commentPrivacyPath(),
  ]) {
    await page.goto(at);
    await page.waitForLoadState('load');
  }
  expect(failed).toEqual([]);
});

import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { onDatabase } from '#e2e/database.ts';
import { expect, test } from '#e2e/support.ts';
import { commentsPath } from '#lib/paths.ts';
import { type Discussed, discussedStory, posted, shown } from '#tests/discussion.ts';

/** The newsroom's side of these stories is done by the commands that its desk calls. */
function newsroom<T>(work: () => Promise<T>): Promise<T> {
  const { DATA_DIR } = process.env;
  if (!DATA_DIR) throw new Error('run the specs by: npm run e2e');
  return onDatabase(DATA_DIR, work);
}

const LEVELS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
let story: Discussed;

test.beforeEach(async () => {
  story = await newsroom(() => discussedStory());
});

async function fillIn(page: Page, text: string) {
  await page.getByLabel('Comment').fill(text);
  await page.getByLabel('Name').fill('Dana K.');
  await page.getByLabel('Email').fill('dana@example.com');
}

/** Opens the story once the newsroom's change has reached it. */
async function open(page: Page, text: string, path = story.path): Promise<void> {
  await expect(async () => {
    await page.goto(path);
    await expect(page.getByText(text)).toBeVisible({ timeout: 300 });
  }).toPass();
}

async function accessible(page: Page) {
  const { violations } = await new AxeBuilder({ page }).withTags(LEVELS).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
}

test.describe('without script', () => {
  test('a comment is seen as it will look, and nothing typed is lost or sent', async ({
    plainPage: page,
  }) => {
    await page.goto(story.path);
    await fillIn(page, '> said\n\nI *do* think so, see https://a.example/x');
    const answer = page.waitForResponse((response) => response.request().method() === 'POST');
    await page.getByRole('button', { name: 'Preview' }).click();
    expect((await answer).headers()['cache-control']).toContain('no-store');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('How your comment will look');
    await expect(page.getByRole('emphasis')).toHaveText('do');
    const link = page.getByRole('link', { name: 'https://a.example/x' });
    await expect(link).toHaveAttribute('rel', 'ugc nofollow');
    await expect(page.getByLabel('Email')).toHaveValue('dana@example.com');
    await page.getByRole('button', { name: 'Post Comment' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/waiting for approval/);
  });

  test('its writer changes it, finds it again in this browser, and removes it', async ({
    plainPage: page,
  }) => {
    await page.goto(story.path);
    await fillIn(page, 'Frist');
    await page.getByRole('button', { name: 'Post Comment' }).click();
    await page.getByRole('link', { name: 'Change what it says' }).click();
    await page.getByLabel('Comment').fill('');
    await page.getByRole('button', { name: 'Send the change' }).click();
    await expect(page.getByLabel('Comment')).toHaveAccessibleDescription('Please fill this in.');
    await page.getByLabel('Comment').fill('First');
    await page.getByRole('button', { name: 'Send the change' }).click();
    await expect(page).toHaveURL(/\/comments\/[\w-]{43}$/);
    await expect(page.getByRole('blockquote')).toContainText('First');
    await page.getByRole('link', { name: 'All that you wrote in this browser' }).click();
    await page.getByRole('link', { name: 'First' }).click();
    await page.getByText('Remove it', { exact: true }).click();
    await page.getByRole('button', { name: 'Remove it for good' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('You removed your comment.');
    await expect(page.getByText('First')).toHaveCount(0);
  });

  test('another browser has none of it', async ({ plainPage: page, browser }) => {
    await page.goto(story.path);
    await fillIn(page, 'Only mine');
    await page.getByRole('button', { name: 'Post Comment' }).click();
    const other = await (await browser.newContext()).newPage();
    await other.goto('/comments');
    await expect(other.getByText('Nothing yet')).toBeVisible();
  });

  test('a comment is recommended once, and the reader is led back to it', async ({
    plainPage: page,
  }) => {
    await newsroom(() => shown(story.storyId, { text: 'Well said', name: 'Marat' }));
    await open(page, 'Well said');
    for (let n = 0; n < 2; n += 1) {
      await page.getByRole('button', { name: /Recommend Marat/ }).click();
      await expect(page).toHaveURL(/#comment-\w{20}$/);
      await expect(async () => {
        await page.reload();
        const counted = page.getByRole('button', { name: 'Recommend Marat 1' });
        await expect(counted).toBeVisible({ timeout: 300 });
      }).toPass();
    }
  });

  test('a comment is reported, with its reason; without one the form says so', async ({
    plainPage: page,
  }) => {
    await newsroom(() => shown(story.storyId, { text: 'Buy here', name: 'Bot' }));
    await open(page, 'Buy here');
    await page.getByRole('link', { name: 'Report Bot' }).click();
    await page.getByLabel('What our moderators should know').fill('See the link');
    await page.getByRole('button', { name: 'Send the report' }).click();
    await expect(page.getByRole('alert')).toHaveText('Please say what is wrong with it.');
    await expect(page.getByLabel('What our moderators should know')).toHaveValue('See the link');
    await page.getByLabel('It advertises, or is spam').check();
    await page.getByRole('button', { name: 'Send the report' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Thank you/);
  });

  test('an answer begins with what it quotes', async ({ plainPage: page }) => {
    await newsroom(() => shown(story.storyId, { text: 'Who sat where?', name: 'Marat' }));
    await open(page, 'Who sat where?');
    await page.getByRole('link', { name: 'Reply to Marat' }).click();
    await page.getByRole('link', { name: 'Quote it in your answer' }).click();
    await expect(page.getByLabel('Comment')).toHaveValue('> Who sat where?\n\n');
  });

  test('comments are read newest first, and an address of one leads to its page', async ({
    plainPage: page,
  }) => {
    const last = await newsroom(async () => {
      for (let n = 1; n <= 50; n += 1) await shown(story.storyId, { text: `Thread ${n} of them` });
      return shown(story.storyId, { text: 'The last one' });
    });
    await open(page, 'Thread 50 of them');
    await page.getByRole('link', { name: 'Newest' }).click();
    await expect(page.locator('.comment').first()).toContainText('The last one');
    await expect(page.getByRole('link', { name: 'Newest' })).toHaveAttribute(
      'aria-current',
      'page',
    );
    await page.locator('.comment').first().getByRole('link').first().click();
    await expect(page).toHaveURL(
      new RegExp(`${commentsPath(story.path, 2)}#comment-${last.commentId}$`),
    );
    await expect(page.locator('.comment:target')).toContainText('The last one');
    const answer = await page.request.get(`${story.path}/comment/${last.commentId}`, {
      maxRedirects: 0,
    });
    expect(answer.status()).toBe(302);
    expect((await page.request.get(`${story.path}/comment/nobody`)).status()).toBe(404);
  });
});

test.describe('with script', () => {
  test('a reader answers where the comment stands, and stays there', async ({ page }) => {
    await newsroom(() => shown(story.storyId, { text: 'Who sat where?', name: 'Marat' }));
    await open(page, 'Who sat where?');
    await page.getByRole('link', { name: 'Reply to Marat' }).click();
    await expect(page.getByLabel('Comment')).toBeFocused();
    await fillIn(page, 'Across from each other.');
    await page.getByLabel('Email').fill('dana at example');
    await page.getByRole('button', { name: 'Post Comment' }).click();
    await expect(page.getByLabel('Email')).toBeFocused();
    await expect(page.getByLabel('Email')).toHaveAccessibleDescription(/not an email address/);
    await page.getByLabel('Email').fill('dana@example.com');
    await accessible(page);
    await page.getByRole('button', { name: 'Post Comment' }).click();
    await expect(
      page.getByRole('status').filter({ hasText: 'waiting for approval' }),
    ).toBeFocused();
    await expect(page).toHaveURL(new RegExp(`${story.path}$`));
    await page.getByRole('link', { name: 'Your own page for it' }).click();
    await expect(page.getByText('Across from each other.')).toBeVisible();
  });

  test('a draft is on the device again after the page was left, without the address', async ({
    page,
  }) => {
    await page.goto(story.path);
    await fillIn(page, 'Half a thou');
    await page.goto('/');
    await page.goto(story.path);
    await expect(page.getByLabel('Comment')).toHaveValue('Half a thou');
    await expect(page.getByLabel('Email')).toHaveValue('');
    expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain('dana');
    await fillIn(page, 'A whole thought');
    await page.getByRole('button', { name: 'Post Comment' }).click();
    await expect(page.getByRole('link', { name: 'Your own page for it' })).toBeVisible();
    await page.reload();
    await expect(page.getByLabel('Comment')).toHaveValue('');
  });

  test('what is left of the room is counted down near its end', async ({ page }) => {
    await page.goto(story.path);
    await page.getByLabel('Comment').fill('x'.repeat(4_400));
    await expect(page.getByText(/characters left/)).toHaveCount(0);
    await page.getByLabel('Comment').fill('x'.repeat(4_990));
    await expect(page.locator('.left')).toHaveText('10 characters left');
    await page.getByLabel('Comment').fill('x'.repeat(5_001));
    await expect(page.locator('.left')).toHaveText('1 characters too many');
  });

  test('a comment is recommended in place, and not any more', async ({ page }) => {
    await newsroom(() => shown(story.storyId, { text: 'Well said', name: 'Marat' }));
    await open(page, 'Well said');
    const button = page.getByRole('button', { name: /Recommend Marat/ });
    await button.click();
    await expect(button).toHaveAttribute('aria-pressed', 'true');
    await expect(button).toHaveText(/1$/);
    await button.click();
    await expect(button).toHaveAttribute('aria-pressed', 'false');
    await expect(page).toHaveURL(new RegExp(`${story.path}$`));
  });

  test('new comments are announced, and appear when they are asked for', async ({ page }) => {
    await page.clock.install();
    await newsroom(() => shown(story.storyId, { text: 'The first one', name: 'Marat' }));
    await open(page, 'The first one');
    const { commentId } = await newsroom(() => shown(story.storyId, { text: 'A new thread' }));
    await newsroom(() => shown(story.storyId, { text: 'A new answer', parentId: commentId }));
    const link = page.getByRole('link', { name: '2 new comments' });
    await expect(async () => {
      await page.clock.fastForward(45_000);
      await expect(link).toBeVisible({ timeout: 500 });
    }).toPass();
    await link.click();
    await expect(page.getByText('A new thread')).toBeVisible();
    await expect(page.getByText('A new answer')).toBeVisible();
    await expect(link).toHaveCount(0);
  });
});

type Made = { path: string; id: string; token: string };

/** Each page of a comment besides the story's. */
const PAGES: Record<string, (made: Made) => string> = {
  'the newest': ({ path }) => `${path}/comments/newest`,
  'a thread': ({ path, id }) => `${path}/thread/${id}`,
  'an answer': ({ path, id }) => `${path}/reply/${id}/quote`,
  'a report': ({ path, id }) => `${path}/report/${id}`,
  'a report that was sent': ({ path, id }) => `${path}/report/${id}/sent`,
  'the own comment': ({ token }) => `/comments/${token}`,
  'a change of it': ({ token }) => `/comments/${token}/edit`,
};

for (const [name, pathOf] of Object.entries(PAGES)) {
  test(`the page of ${name} is for everybody, in light and dark, on a phone too`, async ({
    page,
  }) => {
    const text = '> said\n\n*I* think so: `code`, https://a.example';
    const made = await newsroom(async () => {
      const { commentId: id } = await shown(story.storyId, { text });
      await shown(story.storyId, { parentId: id });
      const { token } = await posted(story.storyId, { text });
      return { path: story.path, id, token };
    });
    await page.setViewportSize({ width: 390, height: 900 });
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect((await page.goto(pathOf(made)))?.status()).toBe(200);
      await accessible(page);
      const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(wider, 'no page is wider than the screen').toBeLessThanOrEqual(0);
    }
  });
}

test('a waiting comment is in no page, count or list of anybody else', async ({ request }) => {
  const { commentId } = await newsroom(() => posted(story.storyId, { text: 'Not for all eyes' }));
  for (const path of [
    story.path,
    `${story.path}/comments/newest`,
    `${story.path}/comments/count.json`,
    '/comments',
  ]) {
    expect(await (await request.get(path)).text()).not.toContain('Not for all eyes');
  }
  for (const page of ['comment', 'reply', 'report', 'thread']) {
    expect((await request.get(`${story.path}/${page}/${commentId}`)).status()).toBe(404);
  }
});

test('the newsroom points at a comment and answers it, and readers see both', async ({
  page,
  pageAs,
}) => {
  await newsroom(() => shown(story.storyId, { text: 'Who sat where?', name: 'Marat' }));
  const desk = await pageAs('editor');
  await desk.goto(`/desk/stories/${story.storyId}`);
  await desk.getByRole('link', { name: 'What readers say' }).click();
  await desk.getByRole('button', { name: 'Pick what Marat wrote' }).click();
  await expect(desk.getByText('Editors’ pick')).toBeVisible();
  await desk.getByRole('button', { name: 'Answer Marat' }).click();
  await desk.getByLabel('Your answer').fill('Across from each other.');
  await desk.getByRole('button', { name: 'Answer', exact: true }).click();
  await expect(desk.getByText('Across from each other.')).toBeVisible();
  await open(page, 'Across from each other.');
  await expect(page.getByText('Editors’ pick')).toBeVisible();
  await expect(page.locator('.comment-head', { hasText: 'Staff' })).toBeVisible();
});

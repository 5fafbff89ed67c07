import type { Page } from '@playwright/test';
import { identityTransaction } from '#db/identity.ts';
import { onDatabase } from '#e2e/database.ts';
import { expect, test } from '#e2e/support.ts';
import { mintLetterLink } from '#features/addresses/links.ts';
import { identityOf } from '#features/addresses/queries.ts';
import { approveComment, postComment } from '#features/comments/commands.ts';
import { system } from '#features/people/actor.ts';
import { commentsPath, heldJsonPath, heldPath, postCommentPath, replyPath } from '#lib/paths.ts';
import {
  commenterOf,
  type Discussed,
  discussedStory,
  form,
  judgeable,
  posted,
} from '#tests/discussion.ts';
import { NASTY_STRINGS } from '#tests/nasty-strings.ts';
import { good } from '#tests/results.ts';

const HOSTILE = system('hostile');
const AT_ONCE = 8;

test.describe.configure({ mode: 'serial', timeout: 240_000 });
// The content security policy is the second wall; this looks at the first.
test.use({ bypassCSP: true });

let story: Discussed;
const tokens: string[] = [];
let shownId = '';

/** Somebody who wrote all of it, and takes it along. */
const TAKER = 'taker@reader.example';
let heldToken = '';

function newsroom<T>(work: () => Promise<T>): Promise<T> {
  const { DATA_DIR } = process.env;
  if (!DATA_DIR) throw new Error('run the specs by: npm run e2e');
  return onDatabase(DATA_DIR, work);
}

/** All strings, some to a comment; as the name the one of them that fits. */
function batches(): { text: string; name: string }[] {
  const fitting = NASTY_STRINGS.filter((one) => one.trim() !== '' && !one.includes('\u0000'));
  const found: { text: string; name: string }[] = [];
  for (let at = 0; at < fitting.length; at += AT_ONCE) {
    const some = fitting.slice(at, at + AT_ONCE);
    const name = some.find((one) => [...one].length <= 60 && /[<"'&(]/.test(one)) ?? 'Dana';
    found.push({ text: [...some.join('\n\n')].slice(0, 4_900).join(''), name });
  }
  return found;
}

/** Nothing ran, nothing was asked of anybody else, and no element brings anything that could run. */
async function lookAt(page: Page, open: () => Promise<unknown>): Promise<void> {
  const elsewhere: string[] = [];
  const ran: string[] = [];
  const own = new URL(process.env.SITE_URL ?? 'http://127.0.0.1').hostname;
  page.on('request', (request) => {
    const url = new URL(request.url());
    const local = url.protocol === 'data:' || url.protocol === 'blob:';
    if (!local && !['127.0.0.1', 'localhost', own].includes(url.hostname)) elsewhere.push(url.href);
  });
  page.on('dialog', (dialog) => {
    ran.push(dialog.message());
    void dialog.dismiss();
  });
  await open();
  await page.waitForLoadState('load');
  const armed = await page.evaluate(() =>
    [...document.querySelectorAll('*')].flatMap((element) => {
      const bad = [...element.attributes].filter(
        ({ name, value }) =>
          name.startsWith('on') ||
          name === 'srcdoc' ||
          (/^(href|src|action|formaction|xlink:href)$/.test(name) &&
            /(javascript|vbscript|data:text)/i.test(value.replace(/\s/g, '').slice(0, 20))),
      );
      const forbidden = /^(iframe|object|embed|applet|base|marquee|video|audio)$/i;
      const odd = forbidden.test(element.localName) ? [element.localName] : [];
      return [...odd, ...bad.map(({ name, value }) => `${element.localName} ${name}=${value}`)];
    }),
  );
  page.removeAllListeners('request');
  page.removeAllListeners('dialog');
  expect({ armed, ran, elsewhere }).toEqual({ armed: [], ran: [], elsewhere: [] });
}

test.beforeAll(async () => {
  test.setTimeout(240_000);
  await newsroom(async () => {
    story = await discussedStory();
    for (const words of batches()) {
      const made = await postComment(HOSTILE, form(story.storyId, words));
      if (!made.ok) continue;
      const { commentId, token } = made.value;
      tokens.push(token);
      good(await approveComment(HOSTILE, await judgeable(commentId, 'waiting')));
      shownId ||= commentId;
    }
    for (const words of batches().slice(0, 40)) {
      const waits = await postComment(HOSTILE, form(story.storyId, { ...words, name: 'Waiting' }));
      if (waits.ok) tokens.push(waits.value.token);
    }
    for (const words of batches()) {
      await postComment(HOSTILE, form(story.storyId, { ...words, email: TAKER }));
    }
    const { commentId: takers } = await posted(story.storyId, { email: TAKER });
    const identityId = await identityOf(await commenterOf(takers));
    if (!identityId) throw new Error('nobody has commented from this address');
    heldToken = await identityTransaction((tx) => mintLetterLink(tx, 'held', { identityId }));
    await posted(story.storyId, { text: 'The last one' });
  });
});

test('in no page of readers does any of it run', async ({ page }) => {
  // Where the lists are not, there is nothing to look at but one harmless comment.
  if (NASTY_STRINGS.length > 0) expect(tokens.length).toBeGreaterThan(50);
  await expect(async () => {
    await page.goto(story.path);
    await expect(page.locator('.comment').first()).toBeVisible({ timeout: 500 });
  }).toPass();
  for (const number of [1, 2, 3]) {
    await lookAt(page, () => page.goto(commentsPath(story.path, number)));
  }
  await lookAt(page, () => page.goto(replyPath(story.path, shownId)));
});

test('nor in the pages of those who wrote it', async ({ page }) => {
  for (const token of tokens) await lookAt(page, () => page.goto(`/comments/${token}`));
});

test('nor in the page and the file of everything that is held about who wrote it', async ({
  page,
}) => {
  await lookAt(page, () => page.goto(heldPath(heldToken)));
  expect(await page.locator('.held > li').count()).toBeGreaterThan(0);
  const file = await page.request.get(heldJsonPath(heldToken));
  expect(file.headers()).toMatchObject({
    'content-type': 'application/json; charset=utf-8',
    'x-content-type-options': 'nosniff',
  });
  expect((await file.json()).comments.length).toBeGreaterThan(0);
  // Opened as a page all the same, as somebody may who does not keep it.
  await lookAt(page, () => page.goto(heldJsonPath(heldToken)).catch(() => undefined));
});

test('nor in the form that comes back with what is wrong, in any field', async ({ page }) => {
  for (const { text, name } of batches()) {
    const answer = await page.request.post(postCommentPath(story.path), {
      form: { text, name, email: name, parentId: name, website: text.slice(0, 500) },
      maxRedirects: 0,
    });
    expect([303, 400, 409, 422, 429]).toContain(answer.status());
    if (answer.status() !== 422) continue;
    const html = await answer.text();
    await lookAt(page, () => page.setContent(html));
  }
});

test('nor in the moderators’ queue', async ({ pageAs, browser }) => {
  const signedIn = await pageAs('moderator');
  const context = await browser.newContext({ bypassCSP: true });
  await context.addCookies(await signedIn.context().cookies());
  const page = await context.newPage();
  for (const pile of ['waiting', 'reported', 'held', 'spam', 'all']) {
    await lookAt(page, () => page.goto(`/desk/comments?pile=${pile}`));
  }
  await context.close();
});

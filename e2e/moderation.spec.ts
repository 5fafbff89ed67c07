import type { Page } from '@playwright/test';
import { expectAccessible, newsroom } from '#e2e/desk.ts';
import { expect, test } from '#e2e/support.ts';
import { rejectComment } from '#features/comments/commands.ts';
import { system } from '#features/people/actor.ts';
import { changeCommentPolicy } from '#features/screening/commands.ts';
import { newId } from '#lib/ids.ts';
import { type Discussed, discussedStory, judgeable, posted } from '#tests/discussion.ts';
import { good } from '#tests/results.ts';

let story: Discussed;

test.beforeEach(async () => {
  story = await newsroom(() => discussedStory());
});

/** The queue with nothing in it but what was sent under this test's story. */
async function openQueue(page: Page, word: string, pile = 'waiting') {
  await page.goto(`/desk/comments?pile=${pile}&q=${word}`);
  await expect(page.getByRole('heading', { name: 'Comments', level: 1 })).toBeVisible();
  return page.locator('.queued');
}

async function sent(many: number): Promise<string> {
  const word = `w${newId().slice(0, 8)}`;
  await newsroom(async () => {
    for (let n = 1; n <= many; n += 1) {
      await posted(story.storyId, { text: `${word} number ${n}`, name: `Reader ${n}` });
    }
  });
  return word;
}

test('a moderator works a pile off by the keyboard alone, and takes back what was wrong', async ({
  pageAs,
}) => {
  const page = await pageAs('moderator');
  const word = await sent(5);
  const comments = await openQueue(page, word);
  await expect(comments).toHaveCount(5);
  await page.keyboard.press('j');
  await expect(comments.first()).toBeFocused();
  await page.keyboard.press('a');
  await expect(page.getByText('The comment of Reader 1 is approved.')).toBeVisible();
  await expect(comments).toHaveCount(4);
  await expect(comments.first()).toBeFocused();
  await page.keyboard.press('r');
  await expect(page.getByText('Which rule does it break?')).toBeVisible();
  await page.keyboard.press('2');
  await expect(comments).toHaveCount(3);
  await page.keyboard.press('s');
  await expect(comments).toHaveCount(2);
  await page.keyboard.press('u');
  await expect(comments.first()).toContainText('number 3');
  await page.keyboard.press('u');
  await expect(comments).toHaveCount(4);
  await page.reload();
  await expect(comments).toHaveCount(4);
  await expect(comments.first()).toContainText('number 2');
});

test('many are decided at once and taken back at once', async ({ pageAs }) => {
  const page = await pageAs('moderator');
  const word = await sent(4);
  const comments = await openQueue(page, word);
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  await expect(page.getByText('2 comments chosen')).toBeVisible();
  await page.keyboard.press('r');
  await expect(page.getByRole('dialog', { name: 'Reject 2 comments' })).toBeVisible();
  await page.keyboard.press('5');
  await expect(page.getByText('2 comments are rejected.')).toBeVisible();
  await expect(comments).toHaveCount(2);
  await page.keyboard.press('u');
  await expect(comments).toHaveCount(4);
});

test('what others send comes to the end of the pile by itself', async ({ pageAs }) => {
  const page = await pageAs('moderator');
  const word = await sent(1);
  const comments = await openQueue(page, word);
  await expect(comments).toHaveCount(1);
  await newsroom(() => posted(story.storyId, { text: `${word} late`, name: 'Late' }));
  await expect(comments).toHaveCount(2, { timeout: 15_000 });
  await expect(comments.last()).toContainText('late');
});

test('why the pipeline held it stands under it, with the words marked', async ({ pageAs }) => {
  const page = await pageAs('moderator');
  const word = `w${newId().slice(0, 8)}`;
  await newsroom(async () => {
    const where = { of: 'story', id: story.storyId };
    good(await changeCommentPolicy(system('e2e'), where, { holdWords: 'casino*' }));
    await posted(story.storyId, { text: `${word}: our casinos!` });
  });
  const comments = await openQueue(page, word, 'held');
  await expect(comments.locator('mark')).toHaveText('casinos');
  await expect(comments.getByRole('list', { name: 'What the pipeline says' })).toContainText(
    'Holds · words: It has “casino*” of the list of words.',
  );
  await expectAccessible(page);
});

test('what cannot be decided now is set aside with a note, by keys, and taken back', async ({
  pageAs,
}) => {
  const page = await pageAs('moderator');
  const word = await sent(2);
  const comments = await openQueue(page, word);
  const first = (await comments.first().locator('h2').textContent()) ?? '';
  await page.keyboard.press('j');
  await page.keyboard.press('h');
  await expect(page.getByLabel('A note for the other moderators (optional)')).toBeFocused();
  await expectAccessible(page);
  await page.keyboard.type('Ask Rosa first');
  await page.keyboard.press('Enter');
  await expect(comments).toHaveCount(1);
  await expect(
    page.getByRole('status').getByText(`The comment of ${first} is set aside.`),
  ).toBeVisible();
  const held = await openQueue(page, word, 'held');
  await expect(held).toContainText('Ask Rosa first');
  await held.getByRole('button', { name: 'Put back' }).click();
  await expect(held).toHaveCount(0);
  await expect(await openQueue(page, word)).toHaveCount(2);
});

test('a note, a ban, the keys and the rules are there without a mouse', async ({ pageAs }) => {
  const page = await pageAs('moderator');
  const word = await sent(1);
  const comments = await openQueue(page, word);
  await page.keyboard.press('j');
  await page.keyboard.press('n');
  await page.keyboard.type('Known from Monday');
  await page.keyboard.press('Control+Enter');
  await expect(comments.getByRole('list', { name: 'Notes of moderators' })).toContainText(
    'Known from Monday',
  );
  await page.keyboard.press('j');
  await page.keyboard.press('k');
  await expect(comments.first()).toBeFocused();
  await page.keyboard.press('b');
  await expect(page.getByRole('dialog', { name: /^Ban Reader 1/ })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Ban', exact: true }).press('Enter');
  await expect(comments.getByText('banned', { exact: true })).toBeVisible();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
  await page.keyboard.press('Escape');
});

test('a rejected writer reads the rule, appeals without script, and somebody else answers', async ({
  plainPage,
  pageAs,
}) => {
  const { token, commentId } = await newsroom(async () => {
    const comment = await posted(story.storyId);
    const seen = await judgeable(comment.commentId, 'waiting');
    good(await rejectComment(system('e2e'), { ...seen, rule: 'insult', reason: 'The last line.' }));
    return comment;
  });
  await plainPage.goto(`/comments/${token}`);
  await expect(plainPage.getByText('Insults.')).toBeVisible();
  await expect(plainPage.getByText('The moderator says: The last line.')).toBeVisible();
  const tooLong = 'x'.repeat(1_001);
  await plainPage.getByLabel('Why it should be published').fill(tooLong);
  await plainPage.getByRole('button', { name: 'Send the appeal' }).click();
  await expect(plainPage.getByLabel('Why it should be published')).toHaveValue(tooLong);
  await expect(plainPage.getByLabel('Why it should be published')).toHaveAccessibleDescription(
    'At most 1000 characters.',
  );
  await plainPage.getByLabel('Why it should be published').fill('It is a quotation.');
  await plainPage.getByRole('button', { name: 'Send the appeal' }).click();
  await expect(plainPage.getByText('Somebody else than who rejected')).toBeVisible();
  await expect(plainPage.getByRole('button', { name: 'Send the appeal' })).toHaveCount(0);

  const page = await pageAs('moderator');
  await page.goto('/desk/comments?pile=appeals');
  const queued = page.locator(`[id="${commentId}"]`);
  await expect(queued).toContainText('It is a quotation.');
  await queued.getByLabel('Publish it').check();
  await queued.getByLabel('Answer to the writer').fill('So it is.');
  await queued.getByRole('button', { name: 'Answer the appeal' }).click();
  await expect(queued).toHaveCount(0);
  await plainPage.goto(`/comments/${token}`);
  await expect(plainPage.getByRole('heading', { level: 1 })).toHaveText(
    'Your comment is published.',
  );
  await expect(plainPage.getByText('The answer: So it is.')).toBeVisible();
});

test('everybody can see how comments are moderated, as a page and as a file', async ({ page }) => {
  await page.goto('/transparency');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('How comments are moderated');
  await expectAccessible(page);
  const file = await page.request.get('/transparency.csv');
  expect(file.headers()['content-type']).toContain('text/csv');
  expect(await file.text()).toMatch(/^month,kind,rule,outcome,comments\r\n/);
});

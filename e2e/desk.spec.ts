import { bodyOf, expectAccessible, newsroom } from '#e2e/desk.ts';
import { dateline, expect, signIn, test } from '#e2e/support.ts';
import { deskStoryPath } from '#lib/paths.ts';
import { discussedStory, posted } from '#tests/discussion.ts';
import { draft, section } from '#tests/newsroom.ts';

test('a wrong password says so, keeps the address, and tells nothing about it', async ({
  page,
}) => {
  await page.goto('/desk/sign-in');
  const words: string[] = [];
  for (const email of ['editor@e2e.example', 'nobody@e2e.example']) {
    await page.getByLabel('Email').fill(email);
    await page.getByLabel('Password').fill('not the password');
    await page.getByRole('button', { name: 'Sign in' }).click();
    const alert = page.getByRole('alert').filter({ hasText: 'not right' });
    await expect(alert).toBeVisible();
    words.push((await alert.textContent()) ?? '');
    await expect(page.getByLabel('Email')).toHaveValue(email);
    await page.reload();
  }
  expect(words[0]).toBe(words[1]);
  await expectAccessible(page);
});

test('whoever guesses is stopped, even with the right password; a colleague beside them is not', async ({
  staff,
  page,
  browser,
}) => {
  const [email, password] = ['guessed@e2e.example', 'the right one at last'];
  dateline(
    ['user', 'add', '--email', email, '--name', 'G', '--role', 'editor', '--password-stdin'],
    password,
  );
  await page.goto('/desk/sign-in');
  await page.getByLabel('Email').fill(email);
  const alert = page.getByRole('alert').filter({ hasText: /./ });
  const attempt = async (words: string) => {
    const answer = page.waitForResponse((response) => response.request().method() === 'POST');
    await page.getByLabel('Password').fill(words);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await answer;
  };
  for (let n = 1; n <= 10; n += 1) {
    await attempt(`guess number ${n}`);
    await expect(alert).toHaveText('The address or the password is not right.');
  }
  await attempt(password);
  await expect(alert).toHaveText(
    'Too many attempts. Please wait a quarter of an hour and try again.',
  );
  await expect(page).toHaveURL(/\/desk\/sign-in/);
  await expectAccessible(page);

  const colleague = await (await browser.newContext()).newPage();
  await signIn(colleague, await staff('reporter'));
  await colleague.context().close();
});

test('a click before the script runs does nothing worse than nothing', async ({ plainPage }) => {
  await plainPage.goto('/desk/sign-in');
  await expect(plainPage.getByRole('button', { name: 'Sign in' })).toBeDisabled();
});

test('a new password ends the session, and only it opens the desk', async ({ browser }) => {
  const [email, password] = ['forgetful@e2e.example', 'a password to be changed'];
  dateline(
    ['user', 'add', '--email', email, '--name', 'F', '--role', 'contributor', '--password-stdin'],
    password,
  );
  const page = await (await browser.newContext()).newPage();
  await signIn(page, { email, password });
  await page.goto('/desk/account');
  await page.getByLabel('Present password').fill('wrong wrong wrong');
  await page.getByLabel('New password').fill(`${password} anew`);
  await page.getByRole('button', { name: 'Change the password' }).click();
  await expect(page.getByLabel('Present password')).toHaveAccessibleDescription(
    'This is not your present password.',
  );
  await page.getByLabel('Present password').fill(password);
  await page.getByRole('button', { name: 'Change the password' }).click();
  await expect(page.getByText('Your password is changed.')).toBeVisible();
  await page.goto('/desk/stories');
  await expect(page).toHaveURL(/\/desk\/sign-in/);
  await signIn(page, { email, password: `${password} anew` });
  await page.context().close();
});

test('signing out shuts the desk, also for the back button', async ({ staff, browser }) => {
  const page = await (await browser.newContext()).newPage();
  await signIn(page, await staff('reporter'));
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page).toHaveURL(/\/desk\/sign-in/);
  await page.goto('/desk/stories');
  await expect(page).toHaveURL(/\/desk\/sign-in/);
  await page.context().close();
});

test('a moderator decides by keys: approve, reject with a reason, undo', async ({ pageAs }) => {
  const words = ['Well said.', 'Buy my boats!', 'What about the fog?'];
  const { path } = await newsroom(async () => {
    const story = await discussedStory();
    for (const text of words) await posted(story.storyId, { text });
    return story;
  });
  const page = await pageAs('moderator');
  await page.goto('/desk/comments');
  const comment = (text: string) => page.getByRole('article').filter({ hasText: text });
  await expect(comment('Well said.')).toBeVisible();
  await expectAccessible(page);
  await comment('Well said.').focus();
  await page.keyboard.press('a');
  await expect(comment('Well said.')).toHaveCount(0);
  await expect(comment('Buy my boats!')).toBeFocused();
  await page.keyboard.press('r');
  await expect(page.getByText('Which rule does it break?')).toBeVisible();
  // While that is asked, a letter decides nothing.
  await page.keyboard.press('a');
  await page.getByLabel('Words for the writer (optional)').fill('An advertisement.');
  await page.keyboard.press('Enter');
  await page.keyboard.press('2');
  await expect(comment('Buy my boats!')).toHaveCount(0);
  await expect(comment('What about the fog?')).toBeFocused();
  await page.keyboard.press('u');
  await expect(comment('Buy my boats!')).toBeVisible();

  await expect(async () => {
    const text = await (await page.request.get(path)).text();
    expect(text).toContain('Well said.');
    expect(text).not.toContain('Buy my boats!');
  }).toPass();
  expect(await page.locator('body').textContent()).not.toContain('@example.com');

  await page.goto('/desk/comments?pile=all&state=approved');
  await comment('Well said.')
    .getByRole('button', { name: /^More about/ })
    .click();
  await page.getByRole('button', { name: 'Answer as staff' }).click();
  await page.getByLabel('Your answer').fill('Thank you.');
  await page.getByRole('button', { name: 'Answer', exact: true }).click();
  await expect(comment('Thank you.')).toBeVisible();
});

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [390, 820, 1440]) {
    test(`the pages of the desk keep the rules of WCAG 2.2 AA, ${colorScheme}, ${width} wide`, async ({
      pageAs,
    }) => {
      const saved = await newsroom(async () => draft((await section()).id));
      const page = await pageAs('editor');
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 900 });
      for (const path of [
        '/desk/stories',
        deskStoryPath(saved.storyId),
        '/desk/stories/new',
        '/desk/comments',
        '/desk/pictures',
        '/desk/account',
      ]) {
        await page.goto(path);
        if (path.includes('/stories/')) await bodyOf(page);
        await expectAccessible(page);
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(overflow, `${path} at ${width}`).toBeLessThanOrEqual(0);
      }
    });
  }
}

test('on a phone the places of the desk are one press away, by thumb and by keyboard', async ({
  pageAs,
}) => {
  const page = await pageAs('admin');
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/desk/planning');
  const near = page.getByRole('navigation', { name: 'Most used' });
  await expect(near.getByRole('link')).toHaveText([/Stories/, /New story/, /Comments/, /Mentions/]);
  const all = page.getByRole('navigation', { name: 'Desk', exact: true });
  await expect(all).toHaveCount(0);
  const more = near.getByRole('button', { name: 'More' });
  await more.press('Enter');
  await page.keyboard.press('Tab');
  await expect(all.getByRole('link', { name: 'Stories', exact: true })).toBeFocused();
  await expect(page.getByRole('button', { name: 'Sign out' })).toBeInViewport();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(all).toHaveCount(0);
  await expect(more).toBeFocused();
  for (const width of [390, 320]) {
    await page.setViewportSize({ width, height: 844 });
    const sideways = await page.evaluate(() =>
      ['html', '.rail', '.rail-bar', '.rail-bar ul', '.rail-bar li'].filter((one) =>
        [...document.querySelectorAll(one)].some((box) => box.scrollWidth > box.clientWidth + 1),
      ),
    );
    expect(sideways, `at ${width}`).toEqual([]);
  }
  await more.click();
  await all.getByRole('link', { name: 'Audit log' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Audit log');
});

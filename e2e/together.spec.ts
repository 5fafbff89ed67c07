import { ask, crawl } from '#e2e/crawl.ts';
import { begin, bodyOf, expectAccessible, headlineOf, newsroom, save } from '#e2e/desk.ts';
import { expect, test } from '#e2e/support.ts';
import { system } from '#features/people/actor.ts';
import { editorView } from '#features/stories/desk.ts';
import { deskStoryPath, revisionsPath } from '#lib/paths.ts';
import { draft, paragraphs, publish, rewrite, section } from '#tests/newsroom.ts';
import { good } from '#tests/results.ts';

const THREE = ['The ferry left at dawn.', 'Nobody spoke on board.', 'It came back at noon.'];

async function prepared(input = {}) {
  return newsroom(async () => {
    const { id } = await section();
    const saved = await draft(id, { body: paragraphs(...THREE), headline: 'Ferry', ...input });
    return { saved, sectionId: id };
  });
}

const stored = (storyId: string) =>
  newsroom(async () => good(await editorView(system('e2e'), storyId)));

test('each sees who else is in the story and where, and when they have left', async ({
  pageAs,
}) => {
  const { saved } = await prepared();
  const [hers, his] = [await pageAs('editor'), await pageAs('admin')];
  await hers.goto(deskStoryPath(saved.storyId));
  await his.goto(deskStoryPath(saved.storyId));
  await headlineOf(hers).focus();
  const company = his.getByRole('list', { name: 'Also in this story' });
  await expect(company).toContainText('Test editor in headline, since');
  await expect(hers.getByRole('list', { name: 'Also in this story' })).toContainText('Test admin');
  await expectAccessible(his);
  await hers.close();
  await expect(company).toHaveCount(0);
});

test('a newer revision is announced before one saves, and shown at once if nothing is unsaved', async ({
  pageAs,
}) => {
  const { saved, sectionId } = await prepared();
  const page = await pageAs('editor');
  await page.goto(deskStoryPath(saved.storyId));
  await bodyOf(page);
  await newsroom(() =>
    rewrite(saved, sectionId, { headline: 'Theirs', body: paragraphs('Theirs.') }),
  );
  await expect(page.getByText(/saved revision 2 at/)).toBeVisible();
  await page.getByRole('button', { name: 'Show revision 2' }).click();
  await expect(headlineOf(page)).toHaveValue('Theirs');
  await expect(page.getByText(/saved revision 2 at/)).toHaveCount(0);
});

test('whoever was signed out meanwhile hears that, where the newer text, the comments and the links would be', async ({
  pageAs,
}) => {
  const { saved, sectionId } = await prepared();
  const page = await pageAs('editor');
  await page.goto(deskStoryPath(saved.storyId));
  await bodyOf(page);
  await newsroom(() => rewrite(saved, sectionId, { headline: 'Theirs' }));
  const newer = page.getByRole('button', { name: 'Show revision 2' });
  await expect(newer).toBeVisible();
  await page.context().clearCookies();
  await newer.click();
  const told = page.getByText(/^You are signed out\. Sign in again in another window/);
  await expect(told).toHaveCount(1);
  await page.getByText('Secret links', { exact: true }).click();
  await expect(told).toHaveCount(2);
  await expect(headlineOf(page)).toHaveValue('Ferry');
});

test('two people in different paragraphs: both changes go on, and nobody has to type anything again', async ({
  pageAs,
}) => {
  const { saved, sectionId } = await prepared();
  const page = await pageAs('editor');
  await page.goto(deskStoryPath(saved.storyId));
  await (await bodyOf(page)).getByText(THREE[0] ?? '').click();
  await page.keyboard.press('End');
  await page.keyboard.type(' I saw it.');
  await newsroom(() =>
    rewrite(saved, sectionId, {
      headline: 'Ferry comes back',
      body: paragraphs(THREE[0] ?? '', THREE[1] ?? '', 'It came back at one.'),
    }),
  );
  await page.keyboard.press('Control+s');
  const conflict = page.getByRole('alert').filter({ hasText: 'saved revision 2' });
  await expect(conflict).toContainText('You changed different places');
  await expect(conflict.locator('mark')).toHaveText([' comes back', ' I saw it.', 'noon', 'one']);
  await expectAccessible(page);
  await conflict.getByRole('button', { name: 'Save what is chosen' }).click();
  await expect(page.getByText('Saved just now')).toBeVisible();
  const now = await stored(saved.storyId);
  expect(now).toMatchObject({ revisionNumber: 3, headline: 'Ferry comes back' });
  expect(now.body).toEqual(
    paragraphs('The ferry left at dawn. I saw it.', THREE[1] ?? '', 'It came back at one.'),
  );
  await expect(page.getByText(/Kept aside/)).toBeVisible();
});

test('two people in one sentence: it is shown, chosen by hand, and the other one is not lost', async ({
  pageAs,
}) => {
  const { saved, sectionId } = await prepared();
  const page = await pageAs('editor');
  await page.goto(deskStoryPath(saved.storyId));
  await (await bodyOf(page)).getByText(THREE[1] ?? '').click();
  await page.keyboard.press('End');
  await page.keyboard.type(' Mine.');
  await newsroom(() =>
    rewrite(saved, sectionId, {
      headline: 'Ferry',
      body: paragraphs(THREE[0] ?? '', 'Nobody spoke on board. Theirs.', THREE[2] ?? ''),
    }),
  );
  await page.getByRole('button', { name: 'Compare and go on' }).click();
  const conflict = page.getByRole('alert').filter({ hasText: 'saved revision 2' });
  await expect(conflict).toContainText('One place was changed by both of you');
  const choice = conflict.getByRole('group', { name: /which both of you changed/ });
  await expect(choice.getByRole('radio', { name: 'Both' })).toBeChecked();
  await choice.getByRole('radio', { name: 'Yours' }).check();
  await conflict.getByRole('button', { name: 'Save what is chosen' }).click();
  await expect(page.getByText('Saved just now')).toBeVisible();
  expect((await stored(saved.storyId)).body).toEqual(
    paragraphs(THREE[0] ?? '', 'Nobody spoke on board. Mine.', THREE[2] ?? ''),
  );
  await page.goto(revisionsPath(saved.storyId));
  await expect(page.getByRole('rowheader')).not.toHaveCount(0);
  await expect(page.locator('del')).toContainText(['Theirs']);
  await expect(page.locator('ins')).toContainText(['Mine']);
});

test('revisions are compared, named and restored; readers see nothing of it', async ({
  pageAs,
}) => {
  const { saved, sectionId } = await prepared({ headline: 'One', body: paragraphs('First text.') });
  await newsroom(async () => {
    const second = await rewrite(saved, sectionId, {
      headline: 'Two',
      body: paragraphs('Second text.'),
    });
    await publish(second);
    await rewrite(second, sectionId, { headline: 'Three', body: paragraphs('Third text.') });
  });
  const page = await pageAs('editor');
  await page.goto(deskStoryPath(saved.storyId));
  await page.getByRole('link', { name: 'Revisions' }).click();
  const comparison = page.getByRole('region', { name: 'From revision 2 to revision 3' });
  await expect(comparison).toBeVisible();
  await expect(comparison.locator('del')).toHaveText(['Two', 'Second']);
  await expect(comparison.locator('ins')).toHaveText(['Three', 'Third']);
  await expectAccessible(page);

  await page.getByRole('radio', { name: 'From revision 1', exact: true }).check();
  await page.getByRole('button', { name: 'Compare the two that are marked' }).click();
  await expect(page.getByRole('heading', { name: 'From revision 1 to revision 3' })).toBeVisible();

  await page.getByRole('button', { name: 'Name revision 1' }).click();
  await page.getByRole('dialog').getByLabel('Name').fill('As sent to the lawyer');
  await page.getByRole('button', { name: 'Keep the name' }).click();
  await expect(page.getByRole('rowheader', { name: /“As sent to the lawyer”/ })).toBeVisible();

  await page.getByRole('button', { name: 'Restore revision 1' }).click();
  await page.getByRole('button', { name: 'Restore as revision 4' }).click();
  await expect(page.getByRole('rowheader', { name: /^4 .*restored from 1/ })).toBeVisible();
  const now = await stored(saved.storyId);
  expect(now).toMatchObject({ headline: 'One', state: 'live with changes', liveRevisionNumber: 2 });
});

test('who may not change a story compares its revisions, and is told why no more', async ({
  pageAs,
}) => {
  const { saved, sectionId } = await prepared();
  await newsroom(() => rewrite(saved, sectionId, { headline: 'Two' }));
  const reporter = await pageAs('reporter');
  await reporter.goto(revisionsPath(saved.storyId));
  const restore = reporter.getByRole('button', { name: 'Restore revision 1' });
  await expect(restore).toHaveAttribute('aria-disabled', 'true');
  await expect(restore).toHaveAttribute('title', /somebody else’s story/);
  const contributor = await pageAs('contributor');
  expect((await contributor.goto(revisionsPath(saved.storyId)))?.status()).toBe(404);
});

test('a passage is spoken of, somebody is called, answers, and resolves it', async ({ pageAs }) => {
  const { saved } = await prepared();
  const page = await pageAs('editor');
  await page.goto(deskStoryPath(saved.storyId));
  await (await bodyOf(page)).getByText(THREE[1] ?? '').click({ clickCount: 3 });
  const box = page.getByRole('textbox', { name: 'Comment on the passage' });
  await page.keyboard.press('Control+Alt+m');
  await expect(box).toBeFocused();
  await box.pressSequentially('Who says so, @test rep');
  await page.getByRole('option', { name: 'Test reporter' }).waitFor();
  await expectAccessible(page);
  await box.press('Enter');
  await expect(box).toHaveValue('Who says so, @Test reporter ');
  await box.press('Control+Enter');
  const thread = page.getByRole('listitem').filter({ hasText: 'Who says so' });
  await expect(thread).toBeVisible();
  await expect((await bodyOf(page)).locator('.passage')).toHaveCount(1);
  await expectAccessible(page);

  const called = await pageAs('reporter');
  await called.goto('/desk');
  await expect(called.getByRole('link', { name: /Mentions 1 new/ })).toBeVisible();
  await called.getByRole('link', { name: /Mentions/ }).click();
  await expectAccessible(called);
  await called.getByRole('link', { name: 'Ferry' }).click();
  const there = called.getByRole('listitem').filter({ hasText: 'Who says so' });
  await there.getByRole('button', { name: 'Answer' }).click();
  await there.getByRole('textbox', { name: 'Answer' }).fill('The mate does.');
  await there.getByRole('button', { name: 'Send the answer' }).click();
  await expect(there).toContainText('The mate does.');

  await expect(thread).toContainText('The mate does.');
  await thread.getByRole('button', { name: 'Resolve' }).click();
  await expect(page.getByText('Resolved (1)')).toBeVisible();
  await expect((await bodyOf(page)).locator('.passage')).toHaveCount(0);
  await page.getByText('Resolved (1)').click();
  await page.getByRole('button', { name: 'Reopen' }).click();
  await expect((await bodyOf(page)).locator('.passage')).toHaveCount(1);
  await called.goto('/desk/mentions');
  await expect(called.getByRole('link', { name: 'Mentions', exact: true })).toBeVisible();
});

test('whoever said something says it otherwise, and takes it back; others can do neither', async ({
  pageAs,
}) => {
  const { saved } = await prepared();
  const [page, other] = [await pageAs('editor'), await pageAs('reporter')];
  // The key is pressed before the comments have come.
  const pressed = Promise.withResolvers<void>();
  await page.route('**/desk/stories/**', async (route) => {
    if (route.request().method() === 'POST') await pressed.promise;
    await route.continue();
  });
  await page.goto(deskStoryPath(saved.storyId));
  await bodyOf(page);
  await page.keyboard.press('Control+Alt+m');
  pressed.resolve();
  await page.getByRole('textbox', { name: 'Comment on the story' }).fill('Who says so?');
  await page.keyboard.press('Control+Enter');
  const thread = page.locator('.thread');
  await other.goto(deskStoryPath(saved.storyId));
  const there = other.locator('.thread');
  await expect(there).toContainText('Who says so?');
  await expect(there.getByRole('button', { name: /what you said/ })).toHaveCount(0);

  await thread.getByRole('button', { name: 'Change what you said' }).click();
  const instead = thread.getByRole('textbox', { name: 'What you say instead' });
  await expect(instead).toHaveValue('Who says so?');
  await instead.fill('Who said so, @Test reporter?');
  await expectAccessible(page);
  await instead.press('Control+Enter');
  await expect(there).toContainText('Who said so, @Test reporter?');
  await expect(there).toContainText('(edited)');
  await there.getByRole('button', { name: 'Answer' }).click();
  await there.getByRole('textbox', { name: 'Answer' }).fill('The mate does.');
  await there.getByRole('button', { name: 'Send the answer' }).click();

  await expect(thread).toContainText('The mate does.');
  await thread.getByRole('button', { name: 'Delete what you said' }).click();
  await expect(thread.getByRole('button', { name: 'Keep it' })).toBeFocused();
  await expectAccessible(page);
  await thread.getByRole('button', { name: 'Delete it' }).click();
  await expect(there).toContainText('Deleted by whoever wrote it.');
  await expect(there).not.toContainText('Who said so');
  await there.getByRole('button', { name: 'Delete what you said' }).click();
  await there.getByRole('button', { name: 'Delete it' }).click();
  await expect(thread).toHaveCount(0);
});

test('on a story that is new the key to its comments takes nobody away from the text later', async ({
  pageAs,
}) => {
  const page = await pageAs('editor');
  await begin(page, 'A new ferry', 'One.');
  await page.keyboard.press('Control+Alt+m');
  await page.keyboard.press('Control+s');
  await expect(page.getByText('Staff comments')).toBeVisible();
  await page.keyboard.type(' Two.');
  await expect(await bodyOf(page)).toContainText('One. Two.');
});

test('the mark stays with its passage while the text is written in, and says when it is gone', async ({
  pageAs,
}) => {
  const { saved } = await prepared();
  const page = await pageAs('editor');
  await page.goto(deskStoryPath(saved.storyId));
  const body = await bodyOf(page);
  await body.getByText(THREE[2] ?? '').click({ clickCount: 3 });
  const box = page.getByRole('textbox', { name: 'Comment on the passage' });
  await page.keyboard.press('Control+Alt+m');
  await box.fill('Check the hour.');
  await page.getByRole('button', { name: 'Comment', exact: true }).click();
  const mark = body.locator('.passage');
  await expect(mark).toHaveText(THREE[2] ?? '');
  await body.getByText(THREE[0] ?? '').click();
  await page.keyboard.press('Home');
  await page.keyboard.type('New words before it. ');
  await expect(mark).toHaveText(THREE[2] ?? '');
  await save(page);
  await page.reload();
  await expect(mark).toHaveText(THREE[2] ?? '');
  await page.getByRole('button', { name: /Go to the passage/ }).click();
  await page.keyboard.press('Delete');
  await save(page);
  await expect(page.getByText('The passage is not in the text any more')).toBeVisible();
});

test('nothing that the staff say, type or name is in anything that the site serves', async ({
  pageAs,
  baseURL,
}) => {
  test.setTimeout(300_000);
  const site = baseURL ?? '';
  const { saved, path } = await newsroom(async () => {
    const { id } = await section();
    const first = await draft(id, { headline: 'Seen by all', body: paragraphs(...THREE) });
    return { saved: first, path: await publish(first) };
  });
  const page = await pageAs('editor');
  await page.goto(deskStoryPath(saved.storyId));
  await (await bodyOf(page)).getByText(THREE[1] ?? '').click({ clickCount: 3 });
  const box = page.getByRole('textbox', { name: 'Comment on the passage' });
  await page.keyboard.press('Control+Alt+m');
  await box.fill('Secretword-said @Test reporter');
  await box.press('Control+Enter');
  await expect(page.getByText('Secretword-said')).toBeVisible();
  await page.getByLabel('Standfirst', { exact: true }).fill('Secretword-typed');
  await expect(page.getByText('kept on the server')).toBeVisible();
  await page.goto(revisionsPath(saved.storyId));
  await page.getByRole('button', { name: 'Name revision 1' }).click();
  await page.getByRole('dialog').getByLabel('Name').fill('Secretword-named');
  await page.getByRole('button', { name: 'Keep the name' }).click();
  await expect(page.getByText('Secretword-named')).toBeVisible();

  const starts = ['/', path, '/feed.xml', '/sitemap.xml', '/search?q=Secretword', '/desk/sign-in'];
  const desk = ['/desk/mentions', revisionsPath(saved.storyId), deskStoryPath(saved.storyId)];
  const answers = await crawl(site, [...starts, ...desk]);
  for (const to of ['/api/desk/presence', '/api/desk/autosave']) {
    const body = JSON.stringify({ id: 'a'.repeat(20), storyId: saved.storyId, field: '' });
    const answer = await ask(`${site}${to}`, { method: 'POST', body });
    expect(answer.status).toBe(401);
    answers.push(answer);
  }
  expect(answers.some((answer) => answer.body.includes('Seen by all'))).toBe(true);
  const leaks = answers.filter(
    ({ what, body }) => !what.includes('/search') && body.includes('Secretword'),
  );
  expect(leaks.map((answer) => answer.what)).toEqual([]);
  const search = answers.find((answer) => answer.what.includes('/search?q=Secretword'));
  expect(search?.body.toString()).not.toMatch(/Secretword-/);
});

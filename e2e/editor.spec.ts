import {
  begin,
  bodyOf,
  bringBack,
  drawn,
  expectAccessible,
  headlineOf,
  newsroom,
  save,
} from '#e2e/desk.ts';
import { expect, test } from '#e2e/support.ts';
import { system } from '#features/people/actor.ts';
import { addGuest } from '#features/people/commands.ts';
import { editorView } from '#features/stories/desk.ts';
import { deskStoryPath, sectionPath } from '#lib/paths.ts';
import { draft, paragraphs, publish, rewrite, section } from '#tests/newsroom.ts';
import { good } from '#tests/results.ts';

/** A story that somebody else made, in a section of its own. */
async function prepared(input = {}) {
  return newsroom(async () => {
    const { id, slug } = await section();
    return { saved: await draft(id, input), sectionId: id, sectionSlug: slug };
  });
}

async function stored(storyId: string) {
  return newsroom(async () => good(await editorView(system('e2e'), storyId)));
}

test.beforeEach(async () => {
  await newsroom(() => section());
});

test('every form of the text survives being saved and opened again', async ({ pageAs }) => {
  const page = await pageAs('editor');
  await begin(
    page,
    'All the forms',
    'Plain.\n## Heading\nAfter.\n### Smaller\n- one\ntwo\n\n1. first',
  );
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await page.keyboard.type('> Quoted words.');
  await page.getByLabel('Who said it').fill('A witness');
  await page.getByLabel('Where it is from').fill('to this newspaper');
  await (await bodyOf(page)).getByText('Quoted words.').click();
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await page.keyboard.type('A [link](https://example.org/a) and ');
  await page.keyboard.press('Control+b');
  await page.keyboard.type('bold');
  await page.keyboard.press('Control+b');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Table', exact: true }).click();
  await page.getByRole('cell').first().waitFor();
  await page.getByRole('columnheader').first().click();
  await page.keyboard.type('Year');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Ferries');
  await save(page);

  const id = page.url().split('/').at(-1) ?? '';
  const { body } = await stored(id);
  expect(body.content.map((block) => block.type)).toEqual([
    'paragraph',
    'heading',
    'paragraph',
    'heading',
    'bulletList',
    'orderedList',
    'quote',
    'paragraph',
    'table',
  ]);
  expect(JSON.stringify(body)).toContain('"speaker":"A witness"');
  expect(JSON.stringify(body)).toContain('"href":"https://example.org/a"');
  await page.reload();
  await bodyOf(page);
  await expect(page.getByLabel('Who said it')).toHaveValue('A witness');
  await expect(page.getByRole('columnheader').nth(1)).toHaveText('Ferries');
  await expect(page.getByText('Unsaved changes')).toHaveCount(0);
});

test('a browser that dies takes no word with it', async ({ pageAs }) => {
  const page = await pageAs('reporter');
  await begin(page, 'Half a story', 'Words that were never saved');
  await expect(page.getByText('Unsaved changes')).toBeVisible();
  // A new page of the same browser, as after a crash: nothing was asked.
  const again = await page.context().newPage();
  await page.close();
  await again.goto('/desk/stories/new');
  await bodyOf(again);
  await expect(headlineOf(again)).toHaveValue('');
  await bringBack(again, 'Half a story');
  await expect(headlineOf(again)).toHaveValue('Half a story');
  await expect(await bodyOf(again)).toContainText('Words that were never saved');
  await save(again);
  await again.goto('/desk/stories/new');
  await bodyOf(again);
  await expect(again.getByText(/“Half a story”/)).toHaveCount(0);
});

test('leaving with something unsaved asks first', async ({ pageAs }) => {
  const page = await pageAs('reporter');
  await begin(page, 'Do not go', 'Stay');
  const asked = page.waitForEvent('dialog');
  const closing = page.close({ runBeforeUnload: true });
  const dialog = await asked;
  expect(dialog.type()).toBe('beforeunload');
  await dialog.dismiss();
  await closing;
  await expect(headlineOf(page)).toHaveValue('Do not go');
});

test('without the network a save says so, keeps everything, and works afterwards', async ({
  pageAs,
}) => {
  const page = await pageAs('reporter');
  await begin(page, 'From the ferry', 'One bar of signal');
  await page.context().setOffline(true);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('alert').getByText(/could not be reached/)).toBeVisible();
  await expect(headlineOf(page)).toHaveValue('From the ferry');
  await expect(await bodyOf(page)).toHaveText('One bar of signal');
  await page.context().setOffline(false);
  await save(page);
});

test('what is wrong is said at its field, and the focus goes there', async ({ pageAs }) => {
  const page = await pageAs('reporter');
  await begin(page, '', 'A text without a headline');
  await page.getByLabel('Address').fill('Not An Address');
  await page.keyboard.press('Control+s');
  await expect(page.getByText('Please correct the marked fields.')).toBeVisible();
  await expect(headlineOf(page)).toHaveAccessibleDescription('Please fill this in.');
  await expect(headlineOf(page)).toBeFocused();
  await expect(page.getByLabel('Address')).toHaveAccessibleDescription(/Lower-case letters/);
  await expect(await bodyOf(page)).toHaveText('A text without a headline');
  await expectAccessible(page);
  await headlineOf(page).fill('x'.repeat(201));
  await page.getByLabel('Address').fill('');
  await page.keyboard.press('Control+s');
  await expect(headlineOf(page)).toHaveAccessibleDescription('At most 200 characters.');
});

test('two people at once: both texts are shown, and the own one goes on top', async ({
  pageAs,
}) => {
  const { saved, sectionId } = await prepared();
  const page = await pageAs('editor');
  await page.goto(deskStoryPath(saved.storyId));
  await (await bodyOf(page)).click();
  await page.keyboard.type('Mine. ');
  const theirs = await newsroom(() =>
    rewrite(saved, sectionId, { body: paragraphs('Theirs.'), headline: 'Their headline' }),
  );
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  const conflict = page.getByRole('alert').filter({ hasText: 'saved revision 2' });
  await expect(conflict).toBeVisible();
  await expect(conflict.locator('[data-side="Yours"]').getByText('Mine.')).toBeVisible();
  await expect(conflict.getByText('Theirs.')).toBeVisible();
  await expect(conflict.getByText('Their headline')).toBeVisible();
  await expectAccessible(page);
  await conflict.getByRole('button', { name: 'Save mine as the next revision' }).click();
  await expect(page.getByText('Saved just now')).toBeVisible();
  await expect(conflict).toHaveCount(0);
  const now = await stored(saved.storyId);
  expect(now.revisionNumber).toBe(3);
  expect(JSON.stringify(now.body)).toContain('Mine.');
  expect(theirs.revisionId).not.toBe(now.revisionId);
});

test('two people at once: whoever goes on with the other text keeps the own one', async ({
  pageAs,
}) => {
  const { saved, sectionId } = await prepared();
  const page = await pageAs('editor');
  await page.goto(deskStoryPath(saved.storyId));
  await (await bodyOf(page)).click();
  await page.keyboard.type('Not to be lost. ');
  await newsroom(() => rewrite(saved, sectionId, { body: paragraphs('Theirs.') }));
  await page.keyboard.press('Control+s');
  await page.getByRole('button', { name: 'Go on with theirs, keep mine aside' }).click();
  await expect(await bodyOf(page)).toHaveText('Theirs.');
  await page.reload();
  await expect(await bodyOf(page)).toHaveText('Theirs.');
  await page.getByRole('button', { name: 'Bring it back' }).click();
  await expect(await bodyOf(page)).toContainText('Not to be lost.');
});

test('publishing a text that changed under one’s eyes shows it first', async ({ pageAs }) => {
  const { id: authorId } = await newsroom(async () => good(await addGuest(system('e2e'), 'Ada')));
  const signed = { bylines: [{ authorId }] };
  const { saved, sectionId } = await prepared(signed);
  const page = await pageAs('editor');
  await page.goto(deskStoryPath(saved.storyId));
  await bodyOf(page);
  await newsroom(() => rewrite(saved, sectionId, { ...signed, body: paragraphs('Slipped in.') }));
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  await expect(page.getByRole('alert').getByText(/revision 2 is the newest/)).toBeVisible();
  await expect(await bodyOf(page)).toHaveText('Slipped in.');
  expect((await stored(saved.storyId)).state).toBe('draft');
});

test('“New story” is empty again after one was saved, and loses nothing of that one', async ({
  pageAs,
}) => {
  const page = await pageAs('reporter');
  await begin(page, 'The first of two', 'Saved.');
  await save(page);
  const first = page.url();
  await (await bodyOf(page)).click();
  await page.keyboard.press('End');
  await page.keyboard.type(' And not saved.');
  page.once('dialog', (dialog) => void dialog.accept());
  await page.getByRole('link', { name: 'New story' }).click();
  await expect(headlineOf(page)).toHaveValue('');
  await expect(await bodyOf(page)).toHaveText('');
  await page.goto(first);
  await expect(headlineOf(page)).toHaveValue('The first of two');
  await page.getByRole('button', { name: 'Bring it back' }).click();
  await expect(await bodyOf(page)).toHaveText('Saved. And not saved.');
});

test('the way to the list and back offers the unsaved text again', async ({ pageAs }) => {
  const page = await pageAs('reporter');
  await begin(page, 'There and back', 'Words on the way.');
  page.once('dialog', (dialog) => void dialog.accept());
  await page.getByRole('link', { name: 'Stories', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Stories', level: 1 })).toBeVisible();
  await page.goBack();
  await bringBack(page, 'There and back');
  await expect(headlineOf(page)).toHaveValue('There and back');
  await expect(await bodyOf(page)).toHaveText('Words on the way.');
  await save(page);
});

test('who may see a story but not change it reads, and is told why', async ({ pageAs }) => {
  const { saved } = await prepared({ headline: 'Not Rosa’s' });
  const page = await pageAs('reporter');
  await page.goto(deskStoryPath(saved.storyId));
  await expect(headlineOf(page)).toHaveAttribute('readonly');
  await expect(page.getByRole('button', { name: 'Save', exact: true })).toHaveCount(0);
  const submit = page.getByRole('button', { name: 'Send for review' });
  await expect(submit).toHaveAttribute('aria-disabled', 'true');
  await expect(submit).toHaveAccessibleDescription('Only the writer or an editor does this.');
  await expectAccessible(page);
});

test('who may not see a page is told that there is none', async ({ pageAs }) => {
  const { saved } = await prepared();
  const contributor = await pageAs('contributor');
  for (const path of [
    deskStoryPath(saved.storyId),
    `${deskStoryPath(saved.storyId)}/preview`,
    '/desk/comments',
    '/desk/sections',
    '/desk/people',
    '/desk/no-such-page',
  ]) {
    const answer = await contributor.goto(path);
    expect(answer?.status(), path).toBe(404);
    await expect(contributor.getByRole('link', { name: 'To the desk' })).toBeVisible();
  }
  const moderator = await pageAs('moderator');
  await moderator.goto('/desk');
  await expect(moderator).toHaveURL('/desk/comments');
  for (const path of ['/desk/stories/new', '/desk/pictures', '/desk/people']) {
    expect((await moderator.goto(path))?.status(), path).toBe(404);
  }
});

test('on a phone a wide table breaks no word, and neither it nor the page is out of reach', async ({
  pageAs,
}) => {
  const words = [
    'Pylon',
    'Inspected',
    'Responsibility',
    'Transportation',
    'Measurements',
    'Verdict',
  ];
  const row = (type: string) => ({
    type: 'tableRow',
    content: words.map((text) => ({
      type,
      content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
    })),
  });
  const table = { type: 'table', content: [row('tableHeader'), row('tableCell')] };
  const { saved } = await prepared({ body: { type: 'doc', content: [table] } });
  const page = await pageAs('editor');
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(deskStoryPath(saved.storyId));
  const body = await bodyOf(page);
  for (const cell of await body.getByText('Transportation').all()) {
    const lines = await cell.evaluate((one) => {
      const range = document.createRange();
      range.selectNodeContents(one);
      return range.getClientRects().length;
    });
    expect(lines).toBe(1);
  }
  const { scroll, client } = await page.evaluate(() => ({
    scroll: document.documentElement.scrollWidth,
    client: document.documentElement.clientWidth,
  }));
  expect(scroll).toBe(client);
  await expectAccessible(page);
});

test('the preview is the readers’ page, before readers have it', async ({
  pageAs,
  page: reader,
}) => {
  const { saved, sectionSlug } = await prepared({ headline: 'Seen early' });
  const page = await pageAs('editor');
  await page.goto(`${deskStoryPath(saved.storyId)}/preview`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Seen early');
  await expect(page.getByText('Readers do not see this text.')).toBeVisible();
  await reader.goto(sectionPath(sectionSlug));
  await expect(reader.getByText('Seen early')).toHaveCount(0);
  await newsroom(() => publish(saved));
  await page.reload();
  await expect(page.getByText('Readers see this text.')).toBeVisible();
});

test('a picture from this device goes into the text and to readers', async ({ pageAs }) => {
  const page = await pageAs('editor');
  await begin(page, 'With a picture', 'Look.');
  await page.getByRole('button', { name: 'Picture', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await expectAccessible(page);
  await dialog.locator('input[type=file]').setInputFiles({
    name: 'harbour.png',
    mimeType: 'image/png',
    buffer: await drawn('#357'),
  });
  await dialog.getByLabel('Credit').fill('Photograph: A. Aru');
  await dialog.getByRole('button', { name: 'Add to the library' }).click();
  await expect(dialog.getByText(/does not say what it shows yet/)).toBeVisible();
  await dialog.getByLabel('What it shows').fill('An empty harbour');
  await dialog.getByRole('button', { name: 'Add all the same' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole('img', { name: 'An empty harbour' })).toBeVisible();
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  await expect(page.getByText('Published.')).toBeVisible();
  const path = await page.getByRole('link', { name: 'View', exact: true }).getAttribute('href');
  await page.goto(path ?? '');
  await expect(page.getByRole('img', { name: 'An empty harbour' })).toBeVisible();
  await expect(page.getByText('Photograph: A. Aru')).toBeVisible();
});

import type { Page } from '@playwright/test';
import sharp from 'sharp';
import { begin, drawn, expectAccessible, newsroom } from '#e2e/desk.ts';
import { expect, test } from '#e2e/support.ts';
import { addPicture } from '#features/media/commands.ts';
import { system } from '#features/people/actor.ts';
import { deskPicturePath, mediaPath, sectionPath } from '#lib/paths.ts';
import { draft, publish, section } from '#tests/newsroom.ts';
import { good } from '#tests/results.ts';

type Carried = { name: string; type: string; bytes: Buffer };

/** Files from the desktop are let go over the field, as the browser tells the page of it. */
async function drop(page: Page, ...files: Carried[]): Promise<void> {
  const carried = await carry(page, files);
  const field = page.locator('label').filter({ hasText: 'drop them here' });
  await expect(field.locator('input')).toBeEnabled();
  await field.dispatchEvent('dragover', { dataTransfer: carried });
  await expect(field).toHaveAttribute('data-over', 'true');
  await field.dispatchEvent('drop', { dataTransfer: carried });
}

function carry(page: Page, files: Carried[]) {
  return page.evaluateHandle(
    (all) => {
      const transfer = new DataTransfer();
      for (const [name, type, base64] of all) {
        const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
        transfer.items.add(new File([bytes], name, { type }));
      }
      return transfer;
    },
    files.map(({ name, type, bytes }) => [name, type, bytes.toString('base64')] as const),
  );
}

const png = async (name: string, colour: string): Promise<Carried> => ({
  name,
  type: 'image/png',
  bytes: await drawn(colour),
});

test('a reporter drops several at once: each is there, or says why not, and none holds up the others', async ({
  pageAs,
}) => {
  const page = await pageAs('reporter');
  await page.goto('/desk/pictures');
  await drop(
    page,
    await png('quay.png', '#246'),
    { name: 'minutes.png', type: 'image/png', bytes: Buffer.from('Minutes of the meeting') },
    await png('pier.png', '#642'),
  );
  const row = (name: string) => page.locator('.uploads > li').filter({ hasText: name });
  await expect(row('minutes.png').getByRole('alert')).toContainText('not a JPEG');
  await row('quay.png').getByLabel('What it shows').fill('A quay at dusk');
  await row('quay.png').getByLabel('Caption').fill('The quay of Aktau.');
  await row('quay.png').getByLabel('Credit').fill('Photograph: R. Reporter');
  await expect(row('pier.png').getByLabel('Caption')).toBeVisible();
  await expectAccessible(page);
  await row('quay.png').getByRole('button', { name: 'Save the words' }).click();
  await expect(row('quay.png')).toHaveCount(0);
  const added = page.getByRole('figure').filter({ hasText: 'The quay of Aktau.' });
  await expect(added.getByRole('img', { name: 'A quay at dusk' })).toBeVisible();
  await expect(added).toContainText('Photograph: R. Reporter');
  await row('minutes.png').getByRole('button', { name: 'Not this one' }).click();
  await expect(row('minutes.png')).toHaveCount(0);
});

test('a picture is pasted, found by its words, and shown with what looks like it', async ({
  pageAs,
}) => {
  const page = await pageAs('reporter');
  await page.goto('/desk/pictures');
  await expect(page.locator('.drop input')).toBeEnabled();
  const striped = await sharp({
    create: { width: 900, height: 600, channels: 3, background: '#fff' },
  })
    .composite([
      {
        input: { create: { width: 200, height: 500, channels: 3, background: '#123' } },
        left: 80,
        top: 60,
      },
    ])
    .png()
    .toBuffer();
  const smaller = await sharp(striped).resize(500).jpeg().toBuffer();
  for (const [name, bytes] of [
    ['stripedproof.png', striped],
    ['smaller.jpg', smaller],
  ] as const) {
    const carried = await carry(page, [{ name, type: 'image/png', bytes }]);
    await page.evaluate(
      (clipboardData) =>
        document.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true })),
      carried,
    );
    await expect(page.locator('.uploads > li').filter({ hasText: name })).toContainText('Credit');
  }
  await expect(page.getByText('It looks like what is there already.')).toBeVisible();
  const filter = page.locator('.library-filter');
  await filter.getByLabel('Search').fill('stripedproof');
  await filter.getByRole('button', { name: 'Find' }).click();
  await expect(page.locator('.pictures figure')).toHaveCount(1);
  await expect(page.locator('.pictures figure')).toContainText('Looks like 1 more');
});

test('an editor sets the focal point by keyboard and by pointer, and readers get that cut', async ({
  pageAs,
}) => {
  const page = await pageAs('editor');
  const halves = await sharp({
    create: { width: 1200, height: 400, channels: 3, background: '#f00' },
  })
    .composite([
      {
        input: { create: { width: 600, height: 400, channels: 3, background: '#00f' } },
        left: 600,
        top: 0,
      },
    ])
    .png()
    .toBuffer();
  const id = await newsroom(
    async () => good(await addPicture(system('test'), { bytes: halves, alt: 'Two halves' })).id,
  );
  await page.goto(deskPicturePath(id));
  await page.getByRole('slider', { name: /From the left/ }).focus();
  await page.keyboard.press('End');
  await expect(page.getByText('100 %')).toBeVisible();
  await page.getByRole('button', { name: 'Save the focal point' }).click();
  await expect(page.getByText('Every crop follows it now.')).toBeVisible();
  await expectAccessible(page);
  const colourOf = async (path: string) => {
    const answer = await page.request.get(path);
    expect(answer.status()).toBe(200);
    const { data } = await sharp(await answer.body())
      .resize(1, 1)
      .raw()
      .toBuffer({ resolveWithObject: true });
    return [(data[0] ?? 0) > 128, (data[2] ?? 0) > 128];
  };
  expect(await colourOf(mediaPath(id, 'square-320.1.webp'))).toEqual([false, true]);
  const box = await page.locator('.focal').boundingBox();
  if (!box) throw new Error('no picture');
  await page.mouse.click(box.x + 5, box.y + box.height / 2);
  await page.getByRole('button', { name: 'Save the focal point' }).click();
  await expect(page.getByText('Every crop follows it now.')).toBeVisible();
  expect(await colourOf(mediaPath(id, 'square-320.2.webp'))).toEqual([true, false]);
  expect(await colourOf(mediaPath(id, 'square-320.1.webp'))).toEqual([true, false]);
});

test('a picture that may not be shown any more is gone from the story, its card and its address', async ({
  pageAs,
  plainPage: reader,
}) => {
  const page = await pageAs('editor');
  const { id, path, slug } = await newsroom(async () => {
    const home = await section();
    const bytes = await drawn('#357');
    const picture = good(await addPicture(system('test'), { bytes, alt: 'An empty harbour' }));
    const use = { pictureId: picture.id, alt: '', caption: '', credit: '' };
    const saved = await draft(home.id, { headline: 'The harbour', picture: use });
    return { id: picture.id, path: await publish(saved), slug: home.slug };
  });
  await reader.goto(path);
  await expect(reader.getByRole('img', { name: 'An empty harbour' })).toBeVisible();
  const file = mediaPath(id, '640.webp');
  expect((await page.request.get(file)).status()).toBe(200);
  await page.goto(deskPicturePath(id));
  await expect(page.getByRole('link', { name: 'The harbour' })).toBeVisible();
  await page.getByRole('button', { name: 'Do not show it any more…' }).click();
  await page.getByRole('button', { name: 'Take it away' }).click();
  await expect(page.getByText('Readers have not seen it since')).toBeVisible();
  expect((await page.request.get(file)).status()).toBe(410);
  await reader.goto(path);
  await expect(reader.getByRole('heading', { name: 'The harbour' })).toBeVisible();
  await expect(reader.getByRole('img', { name: 'An empty harbour' })).toHaveCount(0);
  expect(await reader.content()).not.toContain(id);
  await expect(async () => {
    await reader.goto(sectionPath(slug));
    expect(await reader.content()).not.toContain(id);
  }).toPass();
});

test('a gallery stands in the text for readers, in the order and words of the editor', async ({
  pageAs,
  plainPage: reader,
}) => {
  await newsroom(() => section());
  const page = await pageAs('editor');
  await begin(page, 'The harbour in two pictures', 'Morning and evening.');
  await page.getByRole('button', { name: 'Gallery', exact: true }).click();
  const dialog = page.getByRole('dialog');
  for (const [words, colour] of [
    ['Evening', '#521'],
    ['Morning', '#9bd'],
  ] as const) {
    await dialog.locator('input[type=file]').setInputFiles({
      name: `${words}.png`,
      mimeType: 'image/png',
      buffer: await drawn(colour),
    });
    await dialog.getByLabel('What it shows').fill(`${words} in the harbour`);
    await dialog.getByLabel('Credit').fill('Photograph: E. Editor');
    await dialog.getByRole('button', { name: 'Add to the library' }).click();
    await expect(dialog.getByRole('button', { name: `${words} in the harbour` })).toHaveAttribute(
      'aria-pressed',
      'true',
    );
  }
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Insert 2 pictures' }).click();

  await expect(page.getByText('Gallery of 2')).toBeVisible();
  await page.getByLabel('Caption').nth(1).fill('Before the ferry comes.');
  await page.getByRole('button', { name: 'Earlier' }).click();
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  await expect(page.getByText('Published.')).toBeVisible();
  const path = await page.getByRole('link', { name: 'View', exact: true }).getAttribute('href');

  await reader.goto(path ?? '');
  const figures = reader.locator('.gallery').getByRole('figure');
  await expect(figures).toHaveCount(2);
  await expect(figures.nth(0)).toContainText('Before the ferry comes.');
  for (const [at, words] of ['Morning', 'Evening'].entries()) {
    const image = figures.nth(at).getByRole('img', { name: `${words} in the harbour` });
    await image.scrollIntoViewIfNeeded();
    await expect(image).toBeVisible();
    await expect(async () => {
      const width = await image.evaluate((one: HTMLImageElement) => one.naturalWidth);
      expect(width, 'the file is there too').toBeGreaterThan(0);
    }).toPass();
    await expect(figures.nth(at)).toContainText('Photograph: E. Editor');
  }
});

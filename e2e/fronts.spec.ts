import { eq } from 'drizzle-orm';
import { banners } from '#db/schema/fronts.ts';
import { transaction } from '#db/store.ts';
import { expectAccessible, newsroom } from '#e2e/desk.ts';
import { expect, test } from '#e2e/support.ts';
import { now } from '#lib/clock.ts';
import { deskFrontPath, frontHistoryPath, sectionPath } from '#lib/paths.ts';
import { draft, publish, section } from '#tests/newsroom.ts';

/** A section whose front can be arranged, with live stories, the oldest first. */
function paper(headlines: readonly string[]) {
  return newsroom(async () => {
    const { id, slug } = await section();
    for (const headline of headlines) await publish(await draft(id, { headline }));
    return { front: `section:${id}`, slug };
  });
}

const FIVE = ['The first bell', 'A second wind', 'Third time', 'The fourth wall', 'High five'];

test('an editor arranges a section’s front by the keyboard, and readers see it at once', async ({
  pageAs,
  plainPage: reader,
}) => {
  const { front, slug } = await paper(FIVE);
  const page = await pageAs('editor');
  await page.goto(deskFrontPath(front));
  const lead = page.getByRole('article', { name: 'Lead' });
  await expect(lead).toContainText('High five');
  await expect(lead).toContainText('Fills itself');
  await expectAccessible(page);

  const second = page.getByRole('article', { name: 'Second 2' });
  await expect(second).toContainText('Third time');
  await second.getByRole('button', { name: /^Move/ }).press('Enter');
  await expect(page.getByText('“Third time” is picked up.')).toBeVisible();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await expect(page.getByRole('button', { name: 'Put it here in Lead' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByText('“Third time” is pinned to Lead.')).toBeVisible();
  await expect(lead).toContainText('Pinned');
  await expect(lead.getByRole('button', { name: /^Move/ })).toBeFocused();
  await expect(page.getByText('Not published yet')).toBeVisible();

  await page.keyboard.press('Control+z');
  await expect(lead).toContainText('High five');
  await page.keyboard.press('Control+Shift+z');
  await expect(lead).toContainText('Third time');
  await page.getByRole('button', { name: 'Publish this front' }).click();
  await expect(page.getByText('Readers see this front now.')).toBeVisible();
  await reader.goto(sectionPath(slug));
  await expect(reader.locator('.lead')).toContainText('Third time');
  await page.goto(sectionPath(slug));
  await expectAccessible(page);

  await page.goto(frontHistoryPath(front));
  await expect(page.getByRole('row', { name: 'Lead Third time' })).toBeVisible();
  await expectAccessible(page);
});

test('a story is dragged from one slot to another, and from the list into a slot', async ({
  pageAs,
}) => {
  const { front } = await paper(FIVE.map((headline) => `${headline}, dragged`));
  const page = await pageAs('editor');
  // What is dragged and where it goes are both in sight.
  await page.setViewportSize({ width: 1400, height: 1500 });
  await page.goto(deskFrontPath(front));
  const lead = page.getByRole('article', { name: 'Lead' });
  const second = page.getByRole('article', { name: 'Second 1' });
  await expect(second).toContainText('The fourth wall');
  await second.dragTo(lead);
  await expect(lead).toContainText('The fourth wall');
  await expect(lead).toContainText('Pinned');
  await expect(second).toContainText('High five');

  await page.getByLabel('Find a story').fill('first bell dragged');
  // What is found takes the place of what changed last: until then another story lies there.
  const offered = page
    .getByRole('listitem')
    .filter({ has: page.getByRole('button', { name: /^Place/ }) });
  await expect(offered).toHaveCount(1);
  await expect(offered).toContainText('The first bell, dragged');
  await page.getByRole('listitem').filter({ hasText: 'The first bell, dragged' }).dragTo(second);
  await expect(second).toContainText('The first bell');
  await expect(
    page.getByRole('article').filter({ hasText: 'The first bell, dragged' }),
  ).toHaveCount(1);
});

test('of two editors at once, the second is told, and keeps what was arranged', async ({
  pageAs,
}) => {
  const { front } = await paper(FIVE);
  const [one, two] = [await pageAs('editor'), await pageAs('admin')];
  for (const page of [one, two]) await page.goto(deskFrontPath(front));
  const pin = async (page: typeof one, name: string) => {
    await page.getByRole('article', { name }).getByRole('button', { name: /^Pin/ }).click();
    await page.getByRole('button', { name: 'Publish this front' }).click();
  };
  await pin(one, 'Lead');
  await expect(one.getByText('Readers see this front now.')).toBeVisible();
  await pin(two, 'Second 1');
  const alert = two.getByRole('alert').filter({ hasText: 'has arranged this front' });
  await expect(alert).toBeVisible();
  await expectAccessible(two);
  await alert.getByRole('button', { name: /^Keep mine/ }).click();
  await expect(two.getByRole('article', { name: 'Second 1' })).toContainText('Pinned');
  await two.getByRole('button', { name: 'Publish this front' }).click();
  await expect(two.getByText('Readers see this front now.')).toBeVisible();
  await two.goto(frontHistoryPath(front));
  await expect(two.getByText(/revision [12],/)).toHaveCount(2);
});

test('the preview shows what is not published, inside the desk only', async ({
  pageAs,
  plainPage: reader,
}) => {
  const { front, slug } = await paper(FIVE);
  const page = await pageAs('editor');
  await page.goto(deskFrontPath(front));
  await page
    .getByRole('article', { name: 'Second 3' })
    .getByRole('button', { name: /^Move/ })
    .press('Enter');
  await page.getByRole('button', { name: 'Put it here in Lead' }).click();
  await page.getByRole('button', { name: 'See it as readers will' }).click();
  await page.getByRole('button', { name: 'Phone 390' }).click();
  const preview = page.frameLocator('iframe');
  await expect(preview.locator('.lead')).toContainText('A second wind');
  await expect(preview.getByText('Readers do not see this page.')).toBeVisible();
  const address = (await page.locator('iframe').getAttribute('src')) ?? '';
  await reader.goto(address);
  await expect(reader).toHaveURL(/sign-in/);
  await reader.goto(sectionPath(slug));
  await expect(reader.locator('.lead')).toContainText('High five');
});

test('a breaking banner is on every page, and gone at its end', async ({
  pageAs,
  plainPage: reader,
}) => {
  const { slug } = await paper(FIVE);
  const page = await pageAs('editor');
  await page.goto(deskFrontPath('banner'));
  await page.getByLabel('Sentence').fill('The dam above the town has burst');
  await page.getByRole('button', { name: 'Choose a story…' }).click();
  await page.getByRole('button', { name: 'Choose “High five”' }).first().click();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Put it on every page' }).click();
  await expect(page.getByText('On every page now')).toBeVisible();
  const banner = reader.getByRole('complementary', { name: 'Breaking news' });
  for (const path of ['/', sectionPath(slug)]) {
    await reader.goto(path);
    await expect(banner.getByRole('link', { name: 'The dam above the town' })).toBeVisible();
    await page.goto(path);
    await expectAccessible(page);
  }
  await banner.getByRole('link').click();
  await expect(reader.getByRole('heading', { level: 1 })).toHaveText('High five');
  await newsroom(() =>
    transaction((tx) =>
      tx.update(banners).set({ endsAt: now() }).where(eq(banners.openFor, 'site')),
    ),
  );
  await expect(async () => {
    await reader.goto(sectionPath(slug));
    await expect(banner).toHaveCount(0, { timeout: 300 });
  }).toPass();
});

test('who reports sees the front and the reason why it cannot be changed', async ({ pageAs }) => {
  const { front } = await paper(FIVE);
  const page = await pageAs('reporter');
  await page.goto(deskFrontPath(front));
  await expect(page.getByText('Only an editor of this section arranges its front.')).toBeVisible();
  await expect(page.getByRole('button', { name: /^(Move|Pin|Publish)/ })).toHaveCount(0);
});

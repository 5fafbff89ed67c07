import { eq } from 'drizzle-orm';
import { schedules } from '#db/schema/decisions.ts';
import { transaction } from '#db/store.ts';
import { begin, bodyOf, expectAccessible, headlineOf, newsroom, save } from '#e2e/desk.ts';
import { expect, test } from '#e2e/support.ts';
import { now } from '#lib/clock.ts';
import { localTime } from '#lib/dates.ts';
import { sectionPath } from '#lib/paths.ts';
import { section } from '#tests/newsroom.ts';

const DAY_MS = 24 * 3_600_000;

/** The hour has come: the moment that was agreed is this one. */
function itIsTime(storyId: string): Promise<unknown> {
  return newsroom(() =>
    transaction((tx) =>
      tx.update(schedules).set({ at: now() }).where(eq(schedules.storyId, storyId)),
    ),
  );
}

test('an editor sets the hour: readers have it then, as it was planned, and not before', async ({
  pageAs,
  plainPage: reader,
}) => {
  const { slug } = await newsroom(() => section());
  const page = await pageAs('editor');
  await begin(page, 'Out tomorrow', 'The embargo is kept.');
  await page.getByLabel('Section').selectOption({ label: slug.slice(0, 60) });
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('button', { name: 'Publish at…' }).click();
  const dialog = page.getByRole('dialog');
  const moment = dialog.getByLabel('Date and time in UTC');
  await expectAccessible(page);

  await moment.fill('2020-01-01T09:00');
  await dialog.getByRole('button', { name: 'Publish at', exact: true }).click();
  await expect(moment).toHaveAccessibleDescription('That moment has passed.');
  await moment.fill(localTime(new Date(now().getTime() + DAY_MS), 'UTC'));
  await dialog.getByRole('button', { name: 'Publish at', exact: true }).click();
  await expect(dialog).toHaveCount(0);
  await expect(
    page.getByText(/^Revision 1 is published on .+ UTC \(Test editor\)\./),
  ).toBeVisible();

  await headlineOf(page).fill('Out tomorrow, with a second thought');
  await save(page);
  await expect(page.getByText(/The text has changed since\. Preview it$/)).toBeVisible();
  await reader.goto(sectionPath(slug));
  await expect(reader.getByText('Out tomorrow')).toHaveCount(0);
  await page.goto('/desk/stories');
  const row = page.getByRole('row', { name: 'Out tomorrow, with a second thought' });
  await expect(row).toContainText('Scheduled');

  await row.getByRole('link').first().click();
  await bodyOf(page);
  await itIsTime(page.url().split('/').at(-1) ?? '');
  await expect(async () => {
    await reader.goto(sectionPath(slug));
    await expect(reader.getByRole('link', { name: 'Out tomorrow' })).toBeVisible({ timeout: 300 });
  }).toPass();
  await expect(reader.getByText('second thought')).toHaveCount(0);
  await page.reload();
  await expect(page.getByText('Live with changes')).toBeVisible();
  await expect(page.getByText(/is published on/)).toHaveCount(0);
});

test('an editor thinks better of it: nothing is published at the hour', async ({ pageAs }) => {
  await newsroom(() => section());
  const page = await pageAs('editor');
  await begin(page, 'Perhaps tomorrow', 'Perhaps not.');
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('button', { name: 'Publish at…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Publish at', exact: true }).click();
  await expect(page.getByText('Scheduled.')).toBeVisible();
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('button', { name: 'Cancel the schedule' }).click();
  await expect(page.getByText('Nothing is scheduled any more.')).toBeVisible();
  await expect(page.getByText(/is published on/)).toHaveCount(0);
  await page.goto('/desk/stories');
  await expect(page.getByRole('row', { name: 'Perhaps tomorrow' })).not.toContainText('Scheduled');
});

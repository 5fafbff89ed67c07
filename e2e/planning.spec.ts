import { expectAccessible, newsroom } from '#e2e/desk.ts';
import { expect, test } from '#e2e/support.ts';
import { system } from '#features/people/actor.ts';
import { addAssignment } from '#features/planning/commands.ts';
import { now } from '#lib/clock.ts';
import { planningPath } from '#lib/paths.ts';
import { section } from '#tests/newsroom.ts';
import { good } from '#tests/results.ts';

/** A section of its own with some pitches in it. */
function pitches(titles: readonly string[], input: Record<string, unknown> = {}) {
  return newsroom(async () => {
    const { id, slug } = await section();
    for (const title of titles) {
      good(await addAssignment(system('test'), { title, sectionId: id, ...input }));
    }
    return { id, slug };
  });
}

test('an editor plans a story, and it goes over the board by keys and by dragging', async ({
  pageAs,
  staff,
}) => {
  const { id, slug } = await pitches(['Who owns the dam']);
  const { name } = await staff('editor');
  const page = await pageAs('editor');
  await page.setViewportSize({ width: 1440, height: 1000 });
  await page.goto(planningPath({ section: id }));
  const column = (state: string) => page.getByRole('region', { name: state, exact: true });
  const card = page.getByRole('article', { name: 'Who owns the dam' });
  await expect(column('Pitch')).toContainText('Who owns the dam');
  await expectAccessible(page);
  await card.getByRole('button', { name: /to Assigned$/ }).press('Enter');
  await expect(page.getByText('Nobody has it yet: say who first.')).toBeVisible();

  await card.getByRole('link', { name: 'Who owns the dam' }).click();
  await page.getByLabel('Who').selectOption({ label: name });
  await page.getByLabel('Due, in UTC').fill('2030-01-01T12:00');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText(`Assigned · from`)).toBeVisible();
  await page.goto(planningPath({ section: id }));
  await expect(column('Assigned')).toContainText(name);
  await card.getByRole('button', { name: /to Writing$/ }).press('Enter');
  await expect(column('Writing')).toContainText('Who owns the dam');
  await expect(card).toBeFocused();
  await card.dragTo(column('Desk'));
  await expect(column('Desk')).toContainText('Who owns the dam');
  await page.reload();
  await expect(column('Desk')).toContainText('Who owns the dam');

  await page.goto(planningPath({ section: id, view: 'month', on: '2030-01-15' }));
  await expect(page.getByRole('heading', { level: 1, name: 'January 2030' })).toBeVisible();
  const day = page.getByRole('listitem').filter({ hasText: 'Tuesday, 1 January 2030' });
  await expect(day).toContainText('12:00');
  await expect(day).toContainText(slug.slice(0, 60));
  await expectAccessible(page);
});

test('what was typed stays when it is refused, and the reason is at its field', async ({
  pageAs,
}) => {
  await pitches([]);
  const page = await pageAs('editor');
  await page.goto('/desk/planning/new');
  await page.getByLabel('Notes').fill('Ask the water board.');
  await page.getByRole('button', { name: 'Put it on the board' }).click();
  await expect(page.getByLabel('What')).toHaveAccessibleDescription('Please fill this in.');
  await expect(page.getByLabel('Notes')).toHaveValue('Ask the water board.');
});

test('a calendar program reads the secret address, until it is ended', async ({
  pageAs,
  playwright,
}) => {
  await pitches(['Due in a while'], { dueAt: new Date(now().getTime() + 86_400_000) });
  const page = await pageAs('editor');
  await page.goto(planningPath());
  await page.getByRole('button', { name: /^Make (an|another) address$/ }).click();
  const address = await page.getByLabel('Everything that you see').inputValue();
  const program = await playwright.request.newContext();
  const answer = await program.get(address);
  expect(answer.headers()).toMatchObject({
    'content-type': 'text/calendar; charset=utf-8',
    'cache-control': 'private, no-store',
  });
  const text = await answer.text();
  expect(text).toContain('SUMMARY:Due: Due in a while');
  expect(text).not.toContain('e2e.example');
  await page.getByRole('button', { name: 'End it' }).click();
  await expect(page.getByText('The address opens nothing any more.')).toBeVisible();
  expect((await program.get(address)).status()).toBe(404);
  await program.dispose();
});

for (const width of [390, 820, 1440]) {
  test(`the planning can be used by everybody, ${width} wide`, async ({ pageAs }) => {
    await pitches(['One', 'Two'], { dueAt: new Date(now().getTime() + 3_600_000) });
    const page = await pageAs('editor');
    await page.setViewportSize({ width, height: 900 });
    for (const path of [
      planningPath(),
      planningPath({ view: 'week' }),
      planningPath({ view: 'month' }),
      '/desk/planning/new',
      '/desk/fronts/home',
    ]) {
      await page.goto(path);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expectAccessible(page);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow, `${path} at ${width}`).toBeLessThanOrEqual(0);
    }
  });
}

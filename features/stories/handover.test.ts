import { eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { grants } from '#db/schema/people.ts';
import { audit } from '#db/schema/site.ts';
import { stories } from '#db/schema/stories.ts';
import { autosaves } from '#db/schema/writing.ts';
import { read, transaction } from '#db/store.ts';
import { system } from '#features/people/actor.ts';
import { deactivate } from '#features/people/commands.ts';
import { saveStory } from '#features/stories/commands.ts';
import { editorView } from '#features/stories/desk.ts';
import { draftCounts, handOverDrafts } from '#features/stories/handover.ts';
import { newId } from '#lib/ids.ts';
import { holdClock } from '#tests/fixtures.ts';
import { draft, member, paragraphs, publish, section } from '#tests/newsroom.ts';
import { good } from '#tests/results.ts';

const ADMIN = system('test');
const { at } = holdClock();

beforeEach(() => {
  holdClock();
});

async function makerOf(storyId: string) {
  const [row] = await read.select().from(stories).where(eq(stories.id, storyId));
  return row?.createdBy;
}

function typed(storyId: string | null, personId: string, content: string) {
  return transaction(async (tx) => {
    const row = { id: newId(), storyId, personId, content, sequence: 1, savedAt: at };
    await tx.insert(autosaves).values(row);
  });
}

async function typedBy(personId: string) {
  const rows = await read.select().from(autosaves).where(eq(autosaves.personId, personId));
  return rows.map((row) => row.content).sort();
}

test('the drafts of who leaves can be written on by the other, and what is public stays whose it is', async () => {
  const { id } = await section();
  const [leaving, staying] = [await member('contributor'), await member('contributor')];
  const kept = await draft(id, {}, leaving);
  const shown = await draft(id, {}, leaving);
  await publish(shown);
  expect((await editorView(staying, kept.storyId)).ok).toBe(false);
  good(await deactivate(ADMIN, leaving.id));
  expect((await draftCounts(ADMIN)).get(leaving.id)).toBe(1);

  const handed = await handOverDrafts(ADMIN, { from: leaving.id, to: staying.id });
  expect(good(handed)).toEqual({ stories: 1, left: 0 });
  expect(await makerOf(kept.storyId)).toBe(staying.id);
  expect(await makerOf(shown.storyId)).toBe(leaving.id);
  const saved = await saveStory(staying, {
    storyId: kept.storyId,
    basedOn: kept.revisionId,
    sectionId: id,
    slug: kept.slug,
    headline: 'Taken over',
    body: paragraphs('Another hand.'),
  });
  expect(saved.ok).toBe(true);
  expect((await draftCounts(ADMIN)).get(leaving.id)).toBeUndefined();
});

test('what was typed and not saved goes along, and nobody’s own text is written over', async () => {
  const { id } = await section();
  const [leaving, staying] = [await member('reporter'), await member('reporter')];
  const [mine, shown] = [await draft(id, {}, leaving), await draft(id, {}, leaving)];
  await publish(shown);
  await typed(mine.storyId, leaving.id, 'half a sentence');
  await typed(mine.storyId, staying.id, 'of the other');
  await typed(null, leaving.id, 'a story that was never saved');
  await typed(shown.storyId, leaving.id, 'for a story that stays');
  good(await handOverDrafts(ADMIN, { from: leaving.id, to: staying.id }));
  expect(await typedBy(staying.id)).toEqual([
    'a story that was never saved',
    'half a sentence',
    'of the other',
  ]);
  expect(await typedBy(leaving.id)).toEqual(['for a story that stays']);
});

test('who writes in one section only gets the drafts of that section', async () => {
  const [here, there] = [await section(), await section()];
  const leaving = await member('reporter');
  const limited = await member('reporter');
  await transaction(async (tx) => {
    await tx.update(grants).set({ sectionId: here.id }).where(eq(grants.personId, limited.id));
  });
  const [mine, other] = [await draft(here.id, {}, leaving), await draft(there.id, {}, leaving)];
  expect(good(await handOverDrafts(ADMIN, { from: leaving.id, to: limited.id }))).toEqual({
    stories: 1,
    left: 1,
  });
  expect(await makerOf(mine.storyId)).toBe(limited.id);
  expect(await makerOf(other.storyId)).toBe(leaving.id);
});

test('nobody gets drafts who does not write, has left, or is the same person', async () => {
  const leaving = await member('reporter');
  const moderator = await member('moderator');
  const closed = await member('editor');
  good(await deactivate(ADMIN, closed.id));
  for (const to of [moderator.id, closed.id, leaving.id, newId(), '']) {
    const refused = await handOverDrafts(ADMIN, { from: leaving.id, to });
    expect(refused).toMatchObject({ ok: false, fields: { to: expect.any(String) } });
  }
});

test('only an administrator hands drafts over, and the audit log says which', async () => {
  const { id } = await section();
  const [leaving, staying] = [await member('reporter'), await member('reporter')];
  const { storyId } = await draft(id, {}, leaving);
  for (const role of ['editor', 'reporter', 'moderator'] as const) {
    const actor = await member(role);
    const refused = await handOverDrafts(actor, { from: leaving.id, to: staying.id });
    expect(refused).toMatchObject({ code: 'forbidden' });
    expect(await draftCounts(actor)).toEqual(new Map());
  }
  good(await handOverDrafts(await member('admin'), { from: leaving.id, to: staying.id }));
  const rows = await read.select().from(audit).where(eq(audit.act, 'story.hand-over'));
  const last = rows.find((row) => row.thingId === leaving.id);
  expect(JSON.parse(last?.payload ?? '{}')).toEqual({ to: staying.id, stories: [storyId] });
});

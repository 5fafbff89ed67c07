import { beforeAll, expect, test } from 'vitest';
import type { Role, Staff } from '#features/people/actor.ts';
import { system } from '#features/people/actor.ts';
import { addPerson } from '#features/people/commands.ts';
import { authorOfPerson } from '#features/people/queries.ts';
import { addSection } from '#features/sections/commands.ts';
import { createStory, saveStory } from '#features/stories/commands.ts';
import { deskStories, editorView, emptyEditor } from '#features/stories/desk.ts';
import {
  approveStory,
  publishStory,
  returnStory,
  submitStory,
  withdrawStory,
} from '#features/stories/publishing.ts';
import { scheduleStory } from '#features/stories/schedules.ts';
import type { DeskAct } from '#features/stories/views.ts';
import type { Result } from '#lib/result.ts';
import { holdClock } from '#tests/fixtures.ts';
import { UNSIGNED } from '#tests/newsroom.ts';

const clock = holdClock();
const newsroom = system('test');

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.code}: ${result.why}`);
  return result.value;
}

let world: string;
let sport: string;
const staff = new Map<string, Staff>();

async function hire(name: string, role: Role, sectionId: string | null = null): Promise<Staff> {
  const email = `${name.toLowerCase()}@example.org`;
  const { id } = must(await addPerson(newsroom, { name, email, role }));
  const person: Staff = { type: 'staff', id, name, grants: [{ role, sectionId }] };
  staff.set(name, person);
  return person;
}

function who(name: string): Staff {
  const person = staff.get(name);
  if (!person) throw new Error(`nobody is called ${name}`);
  return person;
}

beforeAll(async () => {
  world = must(await addSection(newsroom, { name: 'World', slug: 'world' })).id;
  sport = must(await addSection(newsroom, { name: 'Sport', slug: 'sport' })).id;
  await hire('Ada', 'admin');
  await hire('Edith', 'editor');
  await hire('Ruben', 'reporter');
  await hire('Cora', 'contributor');
  await hire('Carl', 'contributor');
  await hire('Mo', 'moderator');
  await hire('Sven', 'reporter', sport);
});

async function write(
  actor: Staff,
  headline: string,
  more: { sectionId?: string; bylines?: { authorId: string }[] } = {},
) {
  clock.forward(60_000);
  const body = { type: 'doc', content: [{ type: 'paragraph' }] };
  const input = { headline, body, sectionId: world, ...more };
  return must(await createStory(actor, input));
}

async function headlines(actor: Staff): Promise<string[]> {
  return must(await deskStories(actor)).rows.map((row) => row.headline);
}

test('nobody without an account sees the list', async () => {
  expect((await deskStories({ type: 'visitor' })).ok).toBe(false);
});

test('a list that is empty has one page, and no second', async () => {
  expect(must(await deskStories(who('Edith')))).toEqual({
    rows: [],
    page: 1,
    pages: 1,
    total: 0,
    states: {},
  });
  expect(await deskStories(who('Edith'), { page: 2 })).toMatchObject({ code: 'missing' });
});

test('everybody sees what is theirs to see, and nobody more', async () => {
  const signed = await authorOfPerson(who('Cora').id);
  if (!signed) throw new Error('Cora is no author');
  await write(who('Cora'), 'Cora’s draft');
  await write(who('Carl'), 'Carl’s draft');
  await write(who('Ruben'), 'Signed by Cora', { bylines: [{ authorId: signed }] });
  await write(who('Ruben'), 'A match', { sectionId: sport });
  const shown = await write(who('Ruben'), 'Public');
  must(await publishStory(who('Edith'), { ...shown, reasons: UNSIGNED }));

  const all = ['Public', 'A match', 'Signed by Cora', 'Carl’s draft', 'Cora’s draft'];
  for (const name of ['Ada', 'Edith', 'Ruben']) expect(await headlines(who(name))).toEqual(all);
  expect(await headlines(who('Cora'))).toEqual(['Signed by Cora', 'Cora’s draft']);
  expect(await headlines(who('Carl'))).toEqual(['Carl’s draft']);
  expect(await headlines(who('Sven'))).toEqual(['A match']);
  expect(await headlines(who('Mo'))).toEqual(['Public']);
});

test('whoever was in the byline once, and is not any more, does not see the story', async () => {
  const signed = await authorOfPerson(who('Carl').id);
  if (!signed) throw new Error('Carl is no author');
  const bylines = [{ authorId: signed }];
  const { storyId, revisionId } = await write(who('Ruben'), 'Taken over', { bylines });
  expect(await headlines(who('Carl'))).toContain('Taken over');
  const body = { type: 'doc', content: [] };
  must(
    await saveStory(who('Ruben'), {
      storyId,
      basedOn: revisionId,
      headline: 'Taken over',
      sectionId: world,
      body,
      bylines: [],
    }),
  );
  expect(await headlines(who('Carl'))).not.toContain('Taken over');
  expect(await editorView(who('Carl'), storyId)).toMatchObject({ code: 'missing' });
});

test('a story that somebody may not see cannot be told from one that is not there', async () => {
  const { storyId } = await write(who('Ruben'), 'Not for Cora');
  expect(await editorView(who('Cora'), storyId)).toEqual(
    await editorView(who('Cora'), 'no-such-story'),
  );
});

const GOING_OUT: readonly DeskAct[] = ['publish', 'schedule', 'embargo'];

test('the list, the editor and the commands agree on the state and on what can be done', async () => {
  const [writer, editor] = [who('Ruben'), who('Edith')];
  const draft = await write(writer, 'Draft');
  const inReview = await write(writer, 'In review');
  must(await submitStory(writer, { ...inReview, note: 'Look at the numbers.' }));
  const returned = await write(writer, 'Returned');
  must(await submitStory(writer, returned));
  must(await returnStory(editor, { ...returned, note: 'Who says so?' }));
  const approved = await write(writer, 'Approved');
  must(await approveStory(editor, approved));
  const scheduled = await write(writer, 'Scheduled');
  const at = clock.forward(0).getTime() + 3_600_000;
  must(await scheduleStory(editor, { ...scheduled, at: new Date(at), reasons: UNSIGNED }));
  const live = await write(writer, 'Live');
  must(await publishStory(editor, { ...live, reasons: UNSIGNED }));
  const withdrawn = await write(writer, 'Withdrawn');
  must(await publishStory(editor, { ...withdrawn, reasons: UNSIGNED }));
  must(await withdrawStory(editor, { ...withdrawn, note: 'wrong' }));

  const states = new Map(
    must(await deskStories(editor)).rows.map((row) => [row.id, { state: row.state, row }]),
  );
  const expected: [string, string, DeskAct[]][] = [
    [draft.storyId, 'draft', ['submit', 'approve', ...GOING_OUT]],
    [inReview.storyId, 'in review', ['take back', 'return', 'approve', ...GOING_OUT]],
    [returned.storyId, 'draft', ['submit', 'approve', ...GOING_OUT]],
    [approved.storyId, 'approved', ['take approval back', ...GOING_OUT]],
    [scheduled.storyId, 'scheduled', ['publish', 'cancel schedule', 'take down', 'embargo']],
    [live.storyId, 'live', ['take down', 'embargo', 'withdraw', 'correct']],
    [withdrawn.storyId, 'withdrawn', ['submit', 'approve', ...GOING_OUT]],
  ];
  for (const [id, state, acts] of expected) {
    const view = must(await editorView(editor, id));
    expect(view.state).toBe(state);
    expect(states.get(id)?.state).toBe(state);
    const allowed = Object.entries(view.buttons)
      .filter(([, button]) => button.allowed)
      .map(([act]) => act);
    expect(allowed.sort()).toEqual([...acts, 'write', 'move', 'comments', 'share'].sort());
  }
  expect(states.get(live.storyId)?.row.publicPath).toBe('/world/live');
  expect(states.get(withdrawn.storyId)?.row.publicPath).toBeNull();
  expect(must(await editorView(editor, inReview.storyId)).submission).toMatchObject({
    by: 'Ruben',
    note: 'Look at the numbers.',
    revisionNumber: 1,
  });
  expect(must(await editorView(writer, returned.storyId)).answer).toMatchObject({
    by: 'Edith',
    note: 'Who says so?',
  });
});

test('a button that is shut says why, and whether it is the role or the state', async () => {
  const live = await write(who('Ruben'), 'Out already');
  must(await publishStory(who('Edith'), { ...live, reasons: UNSIGNED }));
  const forEditor = must(await editorView(who('Edith'), live.storyId));
  expect(forEditor.buttons.publish).toEqual({
    allowed: false,
    because: 'state',
    why: 'Readers see exactly this text already.',
  });
  expect(forEditor.afterSave.publish).toEqual({ allowed: true });
  const forReporter = must(await editorView(who('Ruben'), live.storyId));
  expect(forReporter.buttons.publish).toMatchObject({ allowed: false, because: 'role' });
  expect(forReporter.afterSave.submit).toEqual({ allowed: true });
  expect(must(await editorView(who('Cora'), live.storyId)).buttons.write).toMatchObject({
    allowed: false,
    because: 'role',
  });
});

test('a new story begins in the writer’s own name; who only moderates begins none', async () => {
  const at = { sectionId: world, language: 'en' };
  const empty = must(await emptyEditor(who('Cora'), at));
  expect(empty.bylines.map((byline) => byline.name)).toEqual(['Cora']);
  expect(empty.buttons.submit).toEqual({ allowed: true });
  expect(await emptyEditor(who('Mo'), at)).toMatchObject({ code: 'forbidden' });
});

test('pages of the list hold every story once, what changed last first', async () => {
  for (let n = 0; n < 60; n += 1) await write(who('Edith'), `Story ${n}`);
  const first = must(await deskStories(who('Edith'), { page: 1 }));
  const rest = must(await deskStories(who('Edith'), { page: 2 }));
  const ids = [...first.rows, ...rest.rows].map((row) => row.id);
  expect(first.pages).toBe(2);
  expect(ids).toHaveLength(first.total);
  expect(new Set(ids).size).toBe(first.total);
  expect(first.rows[0]?.headline).toBe('Story 59');
});

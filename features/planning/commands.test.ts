import { eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { audit } from '#db/schema/site.ts';
import { read } from '#db/store.ts';
import type { Actor } from '#features/people/actor.ts';
import {
  addAssignment,
  changeAssignment,
  dropAssignment,
  moveAssignment,
} from '#features/planning/commands.ts';
import { assignment, assignmentsOf, board, calendar } from '#features/planning/queries.ts';
import { holdClock } from '#tests/fixtures.ts';
import { draft, member, section } from '#tests/newsroom.ts';
import { good } from '#tests/results.ts';

const HOUR = 3_600_000;
const EVERYTHING = { person: null, section: null };
let clock: ReturnType<typeof holdClock>;

beforeEach(() => {
  clock = holdClock();
});

async function planned(actor: Actor, input: Record<string, unknown> = {}) {
  const sectionId = (input.sectionId as string | undefined) ?? (await section()).id;
  const { id } = good(await addAssignment(actor, { title: 'The dam', sectionId, ...input }));
  return good(await assignment(actor, id));
}

test('an idea goes over the board: pitched, given, written, edited, done', async () => {
  const { id: sectionId } = await section();
  const [reporter, editor] = [await member('reporter'), await member('editor')];
  const { id } = await planned(reporter, { sectionId });
  const dueAt = new Date(clock.at.getTime() + 3 * HOUR);
  const given = { id, version: 1, title: 'The dam', sectionId, personId: reporter.id, dueAt };
  good(await changeAssignment(editor, given));
  good(await moveAssignment(reporter, { id, version: 2, to: 'writing' }));
  good(await moveAssignment(reporter, { id, version: 3, to: 'desk' }));
  expect(await moveAssignment(reporter, { id, version: 4, to: 'done' })).toMatchObject({
    code: 'forbidden',
  });
  good(await moveAssignment(editor, { id, version: 4, to: 'done' }));
  expect(good(await assignment(reporter, id))).toMatchObject({
    state: 'done',
    person: { id: reporter.id },
    dueAt,
    by: reporter.name,
  });
  const log = await read.select({ act: audit.act }).from(audit).where(eq(audit.thingId, id));
  expect(log.map((row) => row.act.split('.')[1])).toEqual([
    'add',
    'change',
    'move',
    'move',
    'move',
  ]);
});

test('nothing is written by nobody: an assignment without a person stays a pitch', async () => {
  const editor = await member('editor');
  const reporter = await member('reporter');
  const { id, section: of } = await planned(editor);
  expect(await moveAssignment(editor, { id, version: 1, to: 'writing' })).toMatchObject({
    code: 'illegal',
  });
  const wanted = { id, title: 'The dam', sectionId: of.id };
  good(await changeAssignment(reporter, { ...wanted, version: 1, personId: reporter.id }));
  expect(good(await assignment(editor, id)).state).toBe('assigned');
  good(await changeAssignment(editor, { ...wanted, version: 2, personId: null }));
  expect(good(await assignment(editor, id))).toMatchObject({ state: 'pitch', person: null });
});

test('of two who change at once, one is told and nothing is overwritten', async () => {
  const [one, two] = [await member('editor'), await member('editor')];
  const { id, section: of } = await planned(one);
  const change = (actor: Actor, title: string) =>
    changeAssignment(actor, { id, version: 1, title, sectionId: of.id });
  const answers = await Promise.all([change(one, 'One'), change(two, 'Two')]);
  expect(answers.map((answer) => (answer.ok ? 'ok' : answer.code)).sort()).toEqual([
    'conflict',
    'ok',
  ]);
  expect(await moveAssignment(one, { id, version: 1, to: 'done' })).toMatchObject({
    code: expect.stringMatching(/conflict|illegal/),
  });
});

test('who may not see an assignment is told that it is not there', async () => {
  const editor = await member('editor');
  const { id, section: of } = await planned(editor);
  const elsewhere = await section();
  for (const actor of [
    await member('contributor'),
    await member('moderator'),
    await member('editor', elsewhere.id),
  ]) {
    expect(await assignment(actor, id)).toMatchObject({ code: 'missing' });
    expect(await moveAssignment(actor, { id, version: 1, to: 'done' })).toMatchObject({
      code: 'missing',
    });
    expect(await dropAssignment(actor, { id, version: 1 })).toMatchObject({ code: 'missing' });
    const cards = await board(actor, EVERYTHING);
    if (cards.ok) expect(cards.value.map((card) => card.id)).not.toContain(id);
  }
  const local = await member('reporter', of.id);
  expect(good(await board(local, EVERYTHING)).map((card) => card.id)).toContain(id);
  expect(await dropAssignment(local, { id, version: 1 })).toMatchObject({ code: 'forbidden' });
});

test('what is off the board is nowhere any more', async () => {
  const editor = await member('editor');
  const { id } = await planned(editor, { dueAt: new Date(clock.at.getTime() + HOUR) });
  good(await dropAssignment(editor, { id, version: 1 }));
  expect(await assignment(editor, id)).toMatchObject({ code: 'missing' });
  const days = ['2026-11-23'];
  const entries = good(await calendar(editor, EVERYTHING, days));
  expect(entries.map((entry) => entry.key)).not.toContain(`assignment-${id}`);
});

test('the board and the calendar are narrowed to a person and to a section', async () => {
  const editor = await member('editor');
  const reporter = await member('reporter');
  const dueAt = new Date(clock.at.getTime() + HOUR);
  const mine = await planned(editor, { personId: reporter.id, dueAt });
  const other = await planned(editor, { dueAt });
  const on = async (filter: { person: string | null; section: string | null }) => {
    const cards = good(await board(editor, filter)).map((card) => card.id);
    const entries = good(await calendar(editor, filter, ['2026-11-23']));
    expect(entries.filter((one) => one.what === 'due').map((one) => one.key)).toEqual(
      expect.arrayContaining(cards.map((id) => `assignment-${id}`)),
    );
    return cards;
  };
  expect(await on({ person: reporter.id, section: null })).toEqual([mine.id]);
  expect(await on({ person: null, section: other.section.id })).toEqual([other.id]);
  expect(await on({ person: reporter.id, section: other.section.id })).toEqual([]);
});

test('a story shows what is planned about it; a draft that one may not see is not named', async () => {
  const editor = await member('editor');
  const story = await draft((await section()).id, { headline: 'A secret draft' });
  const one = await planned(editor, { storyId: story.storyId });
  expect((await assignmentsOf(editor, story.storyId)).map((view) => view.id)).toEqual([one.id]);
  const local = await member('editor', one.section.id);
  expect(good(await assignment(local, one.id)).story).toBeNull();
  const foreign = { title: 'Mine', sectionId: one.section.id, storyId: story.storyId };
  expect(await addAssignment(local, foreign)).toMatchObject({
    fields: { storyId: expect.any(String) },
  });
});

test.each([
  ['title', { title: ' ' }],
  ['title', { title: 'x'.repeat(201) }],
  ['sectionId', { sectionId: 'nothere' }],
  ['personId', { personId: 'nothere' }],
  ['storyId', { storyId: 'nothere' }],
  ['dueAt', { dueAt: 'soon' }],
  ['notes', { notes: 'x'.repeat(5_001) }],
])('what is wrong with %s is said there', async (field, wrong) => {
  const input = { title: 'The dam', sectionId: (await section()).id, ...wrong };
  expect(await addAssignment(await member('editor'), input)).toMatchObject({
    code: 'invalid',
    fields: { [field]: expect.any(String) },
  });
});

test('who only reports gives no work to others, and sets no hour', async () => {
  const reporter = await member('reporter');
  const { id: sectionId } = await section();
  const add = (input: Record<string, unknown>) =>
    addAssignment(reporter, { title: 'The dam', sectionId, ...input });
  const other = await member('reporter');
  expect(await add({ personId: other.id })).toMatchObject({ code: 'forbidden' });
  expect(await add({ dueAt: clock.at })).toMatchObject({ code: 'forbidden' });
  good(await add({ personId: reporter.id }));
});

import { eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { audit } from '#db/schema/site.ts';
import { read } from '#db/store.ts';
import { arrangeFront, restoreFront } from '#features/fronts/commands.ts';
import { frontDesk, frontHistory } from '#features/fronts/desk.ts';
import { type Pins, pinsFor, pinTo } from '#features/fronts/pins.ts';
import { homeFront, sectionFront } from '#features/fronts/queries.ts';
import { type Actor, system } from '#features/people/actor.ts';
import { sectionById } from '#features/sections/queries.ts';
import { publishDue } from '#features/stories/jobs.ts';
import { newestInSection } from '#features/stories/queries.ts';
import { scheduleStory } from '#features/stories/schedules.ts';
import { holdClock } from '#tests/fixtures.ts';
import { draft, member, publish, section, withdraw } from '#tests/newsroom.ts';
import { good } from '#tests/results.ts';

const HOUR = 3_600_000;
let clock: ReturnType<typeof holdClock>;

beforeEach(() => {
  clock = holdClock();
});

const EMPTY: Pins = pinsFor(null, []);
const leading = (id: string) => pinTo(EMPTY, { at: 'lead' }, id);
const second = (id: string) => pinTo(EMPTY, { at: 'second', index: 0 }, id);

async function arrange(actor: Actor, front: string, pins: Pins) {
  const { number } = good(await frontDesk(actor, front));
  return arrangeFront(actor, { front, basedOn: number, pins });
}

/** A section with some live stories, the newest last, and what its front shows. */
async function paper() {
  const { id } = await section();
  const stories = [];
  for (let n = 0; n < 6; n += 1) {
    clock.forward(60_000);
    const story = await draft(id);
    await publish(story);
    stories.push(story);
  }
  const front = async () => {
    const view = await sectionById(read, id);
    if (!view) throw new Error('no section');
    return sectionFront(view, await newestInSection(id, 24));
  };
  return { id, name: `section:${id}`, stories, front };
}

test('what an editor pins leads the front until another is pinned, and the rest fills itself', async () => {
  const { stories, id } = await paper();
  const [oldest] = stories;
  if (!oldest) throw new Error('no story');
  const editor = await member('editor');
  good(await arrange(editor, 'home', leading(oldest.storyId)));
  const front = await homeFront();
  expect(front.lead?.id).toBe(oldest.storyId);
  expect(front.seconds.length).toBe(3);
  clock.forward(60_000);
  const newer = await draft(id);
  await publish(newer);
  expect((await homeFront()).lead?.id).toBe(oldest.storyId);
  expect((await homeFront()).seconds[0]?.id).toBe(newer.storyId);
});

test('the first page of a section leaves no story out, whatever is pinned', async () => {
  const { name, stories, front } = await paper();
  const other = await paper();
  const foreign = other.stories[0]?.storyId ?? '';
  good(await arrange(await member('editor'), name, second(foreign)));
  const { top, rest } = await front();
  expect(top.seconds[0]?.id).toBe(foreign);
  const shown = [top.lead, ...top.seconds, ...top.bands.flatMap((band) => band.cards), ...rest];
  const ids = shown.map((card) => card?.id);
  expect(new Set(ids).size).toBe(ids.length);
  expect([...ids].sort()).toEqual([...stories.map((story) => story.storyId), foreign].sort());
});

test('a scheduled story that is pinned appears by itself at its hour, and not a trace before', async () => {
  const { id, name, front } = await paper();
  const editor = await member('editor');
  const coming = await draft(id, { headline: 'The embargoed talks' });
  const at = new Date(clock.at.getTime() + HOUR);
  good(await scheduleStory(system('test'), { ...coming, at }));
  good(await arrange(editor, name, leading(coming.storyId)));
  good(await arrange(editor, 'home', leading(coming.storyId)));
  for (const shown of [await front(), await homeFront()]) {
    expect(JSON.stringify(shown)).not.toContain('embargoed talks');
    expect(JSON.stringify(shown)).not.toContain(coming.storyId);
  }
  clock.forward(HOUR);
  await publishDue();
  expect((await front()).top.lead?.id).toBe(coming.storyId);
  expect((await homeFront()).lead?.id).toBe(coming.storyId);
});

test('a withdrawn story leaves its slot to the next one', async () => {
  const { name, stories, front } = await paper();
  const [oldest] = stories;
  if (!oldest) throw new Error('no story');
  good(await arrange(await member('editor'), name, leading(oldest.storyId)));
  expect((await front()).top.lead?.id).toBe(oldest.storyId);
  await withdraw(oldest);
  expect((await front()).top.lead?.id).toBe(stories.at(-1)?.storyId);
});

test('of two editors who arrange at once, one is told, and nothing of the other is lost', async () => {
  const { name, stories } = await paper();
  const [one, two] = [await member('editor'), await member('editor')];
  const ids = stories.map((story) => story.storyId);
  const answers = await Promise.all([
    arrangeFront(one, { front: name, basedOn: 0, pins: leading(ids[0] ?? '') }),
    arrangeFront(two, { front: name, basedOn: 0, pins: leading(ids[1] ?? '') }),
  ]);
  expect(answers.map((answer) => (answer.ok ? 'ok' : answer.code)).sort()).toEqual([
    'conflict',
    'ok',
  ]);
  const now = good(await frontDesk(one, name));
  const late = answers[0].ok ? two : one;
  const theirs = leading(ids[answers[0].ok ? 1 : 0] ?? '');
  good(await arrangeFront(late, { front: name, basedOn: now.number, pins: theirs }));
  const { rows } = good(await frontHistory(one, name, 1));
  expect(rows.map((row) => row.stood[0]?.storyId).sort()).toEqual(ids.slice(0, 2).sort());
});

test('an older arrangement comes back as a new revision, and the log says so', async () => {
  const { name, stories, front } = await paper();
  const editor = await member('editor');
  const [first, next] = stories.map((story) => story.storyId);
  good(await arrange(editor, name, leading(first ?? '')));
  good(await arrange(editor, name, leading(next ?? '')));
  good(await restoreFront(editor, { front: name, basedOn: 2, number: 1 }));
  expect((await front()).top.lead?.id).toBe(first);
  const { rows } = good(await frontHistory(editor, name, 1));
  expect(rows.map(({ number, restored, by }) => [number, restored, by])).toEqual([
    [3, 1, editor.name],
    [2, null, editor.name],
    [1, null, editor.name],
  ]);
  const log = await read.select({ act: audit.act }).from(audit).where(eq(audit.thingId, name));
  expect(log.map((row) => row.act)).toEqual(['front.arrange', 'front.arrange', 'front.restore']);
  expect(await restoreFront(editor, { front: name, basedOn: 2, number: 1 })).toMatchObject({
    code: 'conflict',
  });
  expect(await restoreFront(editor, { front: name, basedOn: 3, number: 9 })).toMatchObject({
    code: 'missing',
  });
});

test('who may not arrange is refused: with the reason where the front is seen, else as if it were not there', async () => {
  const { id, name } = await paper();
  const elsewhere = await section();
  const wanted = { front: name, basedOn: 0, pins: EMPTY };
  expect(await arrangeFront(await member('reporter'), wanted)).toMatchObject({ code: 'forbidden' });
  for (const actor of [
    await member('editor', elsewhere.id),
    await member('contributor'),
    await member('moderator'),
  ]) {
    expect(await arrangeFront(actor, wanted)).toMatchObject({ code: 'missing' });
    expect(await frontDesk(actor, name)).toMatchObject({ code: 'missing' });
    expect(await frontHistory(actor, name, 1)).toMatchObject({ code: 'missing' });
  }
  good(await arrangeFront(await member('editor', id), wanted));
});

test('a story that an editor may not see cannot be pinned by that editor; one that is pinned stays', async () => {
  const { id, name } = await paper();
  const elsewhere = await section();
  const secret = await draft(elsewhere.id, { headline: 'A secret of the other section' });
  const local = await member('editor', id);
  expect(await arrange(local, name, leading(secret.storyId))).toMatchObject({ code: 'missing' });
  good(await arrange(await member('editor'), name, leading(secret.storyId)));
  const desk = good(await frontDesk(local, name));
  expect(JSON.stringify(desk)).not.toContain('A secret');
  good(await arrange(local, name, leading(secret.storyId)));
});

test.each([
  ['no front', { front: 'nowhere', basedOn: 0, pins: EMPTY }],
  ['a section that is not there', { front: 'section:nothere', basedOn: 0, pins: EMPTY }],
  ['no pins', { front: 'home', basedOn: 0 }],
  ['a story twice', { front: 'home', basedOn: 0, pins: { ...leading('a'), seconds: ['a'] } }],
  ['too many seconds', { front: 'home', basedOn: 0, pins: { ...EMPTY, seconds: Array(9) } }],
  ['a number that is none', { front: 'home', basedOn: -1, pins: EMPTY }],
  ['a story that is not there', { front: 'home', basedOn: 0, pins: leading('nothere') }],
])('nonsense is refused: %s', async (_, input) => {
  const answer = await arrangeFront(await member('admin'), input);
  expect(answer.ok ? 'ok' : answer.code).toMatch(/invalid|missing|conflict/);
});

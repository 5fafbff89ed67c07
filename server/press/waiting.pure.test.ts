import { beforeEach, expect, test } from 'vitest';
import { now } from '#lib/clock.ts';
import { Ledger, soon } from '#lib/ledger.ts';
import { type Answer, Press } from '#server/press/press.ts';
import { Sheet } from '#server/press/sheet.ts';
import { holdClock } from '#tests/fixtures.ts';

const COMMENTS = soon('comments:a');
const STORY = 'story:a';

let clock: ReturnType<typeof holdClock>;
let ledger: Ledger;
let press: Press;
let comments: number;
let renders: number;

beforeEach(() => {
  clock = holdClock();
  ledger = new Ledger();
  press = new Press({ ledger, on: true, now, later: () => undefined });
  comments = 0;
  renders = 0;
});

function arrives(): void {
  comments += 1;
  ledger.touch([COMMENTS]);
}

async function printed(words: string, begun = ledger.generation): Promise<Answer> {
  const of = { status: 200, type: 'text/html', compress: true, lines: [], begun };
  const sheet = new Sheet({ ...of, tags: [STORY, COMMENTS], body: Buffer.from(words) });
  return { kind: 'sheet', sheet, keep: 'page' };
}

async function readStory(): Promise<string> {
  const held = press.peek('/a');
  if (held) return held.in('identity').body.toString();
  const answer = await press.answer('/a', () => {
    renders += 1;
    return printed(`${comments} comments`);
  });
  return answer.kind === 'sheet' ? answer.sheet.in('identity').body.toString() : answer.kind;
}

test('a comment on a quiet page is there for the next reader', async () => {
  expect(await readStory()).toBe('0 comments');
  clock.forward(1_000);
  arrives();
  expect(await readStory()).toBe('1 comments');
});

test('however many comments arrive and readers ask, the page is made once a second', async () => {
  await readStory();
  for (let tick = 0; tick < 2_000; tick += 1) {
    arrives();
    await readStory();
    clock.forward(5);
  }
  expect(renders).toBe(1 + 9);
});

test('nobody reads a page that is more than a second behind', async () => {
  const arrivedAt: number[] = [];
  for (let tick = 0; tick < 1_000; tick += 1) {
    arrives();
    arrivedAt.push(clock.at.getTime());
    const shown = Number((await readStory()).split(' ')[0]);
    const firstUnseen = arrivedAt[shown];
    if (firstUnseen !== undefined) expect(clock.at.getTime() - firstUnseen).toBeLessThan(1_000);
    clock.forward(7);
  }
});

test('what the newsroom publishes meanwhile is there at once, and so is what it takes away', async () => {
  await readStory();
  arrives();
  expect(await readStory()).toBe('0 comments');
  ledger.touch([STORY]);
  expect(await readStory()).toBe('1 comments');
  arrives();
  ledger.touch([COMMENTS, STORY]);
  expect(await readStory()).toBe('2 comments');
});

test('who comes while the page is being made waits for that making, if only comments came', async () => {
  const gate = Promise.withResolvers<Answer>();
  let made = 0;
  const make = () => {
    made += 1;
    return gate.promise;
  };
  const begun = ledger.generation;
  const first = press.answer('/a', make);
  arrives();
  const second = press.answer('/a', make);
  gate.resolve(await printed('begun before it came', begun));
  await Promise.all([first, second]);
  expect(made).toBe(1);
  expect(await readStory()).toBe('begun before it came');
  clock.forward(1_000);
  expect(await readStory()).toBe('1 comments');
});

test('a making that an edit overtakes is not shared, whatever comments came besides', async () => {
  const gate = Promise.withResolvers<Answer>();
  const begun = ledger.generation;
  const before = press.answer('/a', () => gate.promise);
  ledger.touch([STORY]);
  arrives();
  expect(await readStory()).toBe('1 comments');
  gate.resolve(await printed('old words', begun));
  await before;
  expect(await readStory()).toBe('1 comments');
});

test('a clock that is set back does not hold a page longer', async () => {
  await readStory();
  arrives();
  clock.forward(-3_600_000);
  expect(await readStory()).toBe('1 comments');
});

test('a page that was made small meanwhile is no younger for it', async () => {
  let refine: () => void = () => undefined;
  const later = (work: () => void) => {
    refine = work;
  };
  press = new Press({ ledger, on: true, now, later });
  await readStory();
  const rough = press.peek('/a');
  clock.forward(1_000);
  refine();
  while (press.peek('/a') === rough) await new Promise(setImmediate);
  expect(await readStory()).toBe('0 comments');
  arrives();
  expect(await readStory()).toBe('1 comments');
});

test('comments that arrive do not let made-up addresses be asked for again and again', async () => {
  let asked = 0;
  const make = async (): Promise<Answer> => {
    asked += 1;
    return { kind: 'status', status: 404, keep: 'briefly' };
  };
  for (let tick = 0; tick < 100; tick += 1) {
    arrives();
    await press.answer('/made-up', make);
    clock.forward(20);
  }
  expect(asked).toBe(2);
});

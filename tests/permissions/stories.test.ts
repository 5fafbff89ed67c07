import { beforeAll, expect, test, vi } from 'vitest';
import { system } from '#features/people/actor.ts';
import { addGuest } from '#features/people/commands.ts';
import type { Refusal, Result } from '#lib/result.ts';
import { holdClock } from '#tests/fixtures.ts';
import { section } from '#tests/newsroom.ts';
import type { Person } from '#tests/permissions/others.ts';
import { type Somebody, signedIn } from '#tests/permissions/people.ts';
import { CLASSES, type Class, cellsOf, STATES, STORIES } from '#tests/permissions/stories.ts';
import { STORY_ACTS, type Told } from '#tests/permissions/story-acts.ts';
import { told } from '#tests/permissions/telling.ts';
import { tried } from '#tests/permissions/trying.ts';
import { good } from '#tests/results.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 240_000 });

const TEST = system('test');
const people = new Map<Person, Somebody>();
/** The stories that a person has and those that they have not, one a state. */
const stories = new Map<string, Told[]>();

beforeAll(async () => {
  holdClock();
  const sections = { here: (await section()).id, elsewhere: (await section()).id };
  const guestId = good(await addGuest(TEST, 'A. Guest')).id;
  const others: Told[] = [];
  for (const state of STATES) others.push(await told(sections.here, guestId, state));
  stories.set('others', others);
  for (const person of Object.values(CLASSES).flat()) {
    const somebody = await signedIn(person, sections);
    people.set(person, somebody);
    const own: Told[] = [];
    for (const state of STATES) {
      own.push(await told(sections.here, somebody.authorId || guestId, state));
    }
    stories.set(`own ${person}`, own);
  }
});

const LETTERS: Partial<Record<Refusal['code'], string>> = {
  forbidden: 'n',
  illegal: 's',
  missing: '0',
};

function letterOf(result: Result<unknown>): string {
  if (result.ok) return 'Y';
  // A refusal without its reason is as bad as a wrong one.
  return result.why.length > 10 ? (LETTERS[result.code] ?? `(${result.code}: ${result.why})`) : '?';
}

for (const [act, row] of Object.entries(STORIES)) {
  test(`${act}: each role, own story and others’, in each state`, async () => {
    const run = STORY_ACTS[act];
    if (!run) throw new Error(`nobody knows how to ${act}`);
    const expected: string[] = [];
    const found: string[] = [];
    for (const [name, list] of Object.entries(CLASSES)) {
      const cells = cellsOf(row, name as Class);
      for (const person of list) {
        const { actor } = people.get(person) ?? { actor: TEST };
        for (const whose of ['own', 'others'] as const) {
          const of = stories.get(whose === 'own' ? `own ${person}` : 'others') ?? [];
          const letters: string[] = [];
          for (const story of of) letters.push(letterOf(await tried(() => run(actor, story))));
          expected.push(`${person}, ${whose}: ${cells[whose]}`);
          found.push(`${person}, ${whose}: ${letters.join('')}`);
        }
      }
    }
    expect(found).toEqual(expected);
  });
}

test('every act that can be tried stands in the table, and every act of the table is tried', () => {
  expect(Object.keys(STORY_ACTS).toSorted()).toEqual(Object.keys(STORIES).toSorted());
});

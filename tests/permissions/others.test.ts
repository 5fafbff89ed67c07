import { readFileSync } from 'node:fs';
import { glob } from 'node:fs/promises';
import { beforeAll, expect, test, vi } from 'vitest';
import { system } from '#features/people/actor.ts';
import type { Result } from '#lib/result.ts';
import { section } from '#tests/newsroom.ts';
import { documentOf } from '#tests/permissions/document.ts';
import { ACTIONS, COMMAND_LINE, ROUTES, TAKEN_IN } from '#tests/permissions/doors.ts';
import { OTHER_ACTS, type World } from '#tests/permissions/other-acts.ts';
import { OTHERS, PEOPLE, type Person } from '#tests/permissions/others.ts';
import { type Somebody, signedIn } from '#tests/permissions/people.ts';
import { STORIES } from '#tests/permissions/stories.ts';
import { tried } from '#tests/permissions/trying.ts';
import { world as worldOfTheTable } from '#tests/permissions/world.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 240_000 });

const people = new Map<Person, Somebody>();
let world: World;

beforeAll(async () => {
  world = await worldOfTheTable();
  const sections = { here: world.sectionId, elsewhere: (await section()).id };
  for (const person of PEOPLE) people.set(person, await signedIn(person, sections));
});

/** Whether the person may; what is then wrong with the input, or the state, is another question. */
function letterOf(result: Result<unknown>): string {
  if (result.ok || !['forbidden', 'missing'].includes(result.code)) return 'Y';
  if (result.why.length <= 10) return '?';
  return result.code === 'missing' ? '0' : 'n';
}

for (const [act, expected] of Object.entries(OTHERS)) {
  test(`${act}: each person`, async () => {
    const run = OTHER_ACTS[act];
    if (!run) throw new Error(`nobody knows how to ${act}`);
    const found: string[] = [];
    for (const person of PEOPLE) {
      const { actor } = people.get(person) ?? { actor: system('test') };
      found.push(`${person}: ${letterOf(await tried(() => run(actor, world)))}`);
    }
    expect(found).toEqual(PEOPLE.map((person, n) => `${person}: ${expected[n]}`));
  });
}

test('every act that can be tried stands in the table, and every act of the table is tried', () => {
  expect(Object.keys(OTHER_ACTS).toSorted()).toEqual(Object.keys(OTHERS).toSorted());
});

test('every action, every route and every command of the command line is in the table', async () => {
  const actions: string[] = [];
  for await (const file of glob('features/*/actions.ts')) {
    const source = readFileSync(file, 'utf8');
    for (const [, name = ''] of source.matchAll(/^export (?:async function|const) (\w+)/gm)) {
      actions.push(name);
    }
  }
  expect(actions.toSorted()).toEqual(Object.keys(ACTIONS).toSorted());
  const routes: string[] = [TAKEN_IN];
  // What only reads for machines what everybody reads has nothing to be allowed.
  for await (const file of glob('app/**/route.ts', { exclude: ['app/(machines)/**'] }))
    routes.push(file);
  expect(routes.toSorted()).toEqual(Object.keys(ROUTES).toSorted());
  const commands: string[] = [];
  for await (const file of glob('scripts/commands/*.ts')) {
    const source = readFileSync(file, 'utf8');
    const [, outer] = /new Command\('([\w-]+)'\)/.exec(source) ?? [];
    const inner = [...source.matchAll(/\.command\('([\w-]+)'\)/g)].map(
      ([, name]) => `${outer} ${name}`,
    );
    if (outer) commands.push(...(inner.length > 0 ? inner : [outer]));
  }
  expect(commands.toSorted()).toEqual([...COMMAND_LINE].toSorted());
});

test('every action has somebody who knocks at it from outside', async () => {
  let knocking = '';
  for await (const file of glob('e2e/doors/*.ts')) knocking += readFileSync(file, 'utf8');
  const names = new Set(knocking.match(/\b\w+Action\b/g));
  expect(Object.keys(ACTIONS).filter((action) => !names.has(action))).toEqual([]);
});

test('every door leads to acts of the table', () => {
  const known = new Set([...Object.keys(STORIES), ...Object.keys(OTHERS)]);
  const acts = [...Object.values(ACTIONS), ...Object.values(ROUTES)].flatMap((behind) =>
    typeof behind === 'string' ? [] : behind,
  );
  expect(acts.filter((act) => !known.has(act))).toEqual([]);
  expect([...known].filter((act) => !acts.includes(act) && !PAGES.includes(act))).toEqual([]);
});

/** Seen on a page of the desk, or done on the command line only. */
const PAGES = [
  'read what happened',
  'see the staff',
  'read the audit log',
  'add somebody to the staff',
  'change the keys of addresses',
  'add the sample newsroom',
  'take away the sample newsroom',
];

test('docs/permissions.md says the same (npx vitest -u writes it anew)', async () => {
  await expect(documentOf()).toMatchFileSnapshot('../../docs/permissions.md');
});

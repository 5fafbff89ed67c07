import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { closeStores } from '#db/store.ts';
import { wrongForAnybody } from '#e2e/doors/anybody.ts';
import { Caller, callers, knocked } from '#e2e/doors/callers.ts';
import { COMMANDS } from '#e2e/doors/command-line.ts';
import { OTHER_DOORS } from '#e2e/doors/others.ts';
import { wrongInOwnAccounts } from '#e2e/doors/own-accounts.ts';
import { wrongWithSecrets } from '#e2e/doors/secrets.ts';
import { wrongInSight } from '#e2e/doors/seeing.ts';
import { STORY_DOORS } from '#e2e/doors/stories.ts';
import { wrongAt } from '#e2e/doors/trying-others.ts';
import { Newsroom } from '#e2e/doors/trying-stories.ts';
import { system } from '#features/people/actor.ts';
import { addGuest } from '#features/people/commands.ts';
import { newId } from '#lib/ids.ts';
import { actionNames } from '#scripts/e2e/actions.ts';
import { type Site, startSite } from '#scripts/e2e/site.ts';
import { draft, publish, section } from '#tests/newsroom.ts';
import { ACTIONS, COMMAND_LINE, ROUTES } from '#tests/permissions/doors.ts';
import type { World } from '#tests/permissions/other-acts.ts';
import { OTHERS, type Person } from '#tests/permissions/others.ts';
import { STORIES } from '#tests/permissions/stories.ts';
import { world } from '#tests/permissions/world.ts';
import { good } from '#tests/results.ts';

test.describe.configure({ mode: 'serial', timeout: 600_000 });

let folder: string;
let site: Site;
let people: Map<Person, Caller>;
let things: World;
let newsroom: Newsroom;

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-permissions-'));
  const dataDir = join(folder, 'site');
  site = await startSite(dataDir, { env: { DATABASE_URL: '', TRUST_PROXY: '1' } });
  Object.assign(process.env, { DATA_DIR: dataDir, DATABASE_URL: '' });
  things = await world();
  const { sectionId } = things;
  people = await callers(site.url, { here: sectionId, elsewhere: (await section()).id });
  const guest = good(await addGuest(system('test'), 'A. Guest'));
  newsroom = new Newsroom(people, sectionId, guest.id);
});

test.afterAll(async () => {
  await closeStores();
  await site?.stop();
  if (folder) rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
});

const caller = (person: Person) => people.get(person) ?? new Caller(person, null, fetch);

test('each door about stories answers each person, for own stories and others’, in each state, as the table says', async () => {
  for (const door of STORY_DOORS) {
    expect.soft(await newsroom.wrongAt(door), `${door.act}: ${door.by}`).toEqual([]);
  }
});

test('whoever was refused has left nothing behind', async () => {
  expect(await newsroom.traces()).toEqual([]);
});

test('each other door answers each person as the table says', async () => {
  for (const door of OTHER_DOORS) {
    expect.soft(await wrongAt(door, people, things), `${door.act}: ${door.by}`).toEqual([]);
  }
});

test('what is looked for finds only what the person may see', async () => {
  const [secret, open, topic] = [`secret${newId()}`, `open${newId()}`, `topic${newId()}`];
  const { sectionId } = things;
  const hidden = await draft(sectionId, { headline: secret });
  const shown = await draft(sectionId, { headline: open, topics: [topic] });
  await publish(shown);
  const told = {
    draft: { storyId: hidden.storyId, headline: secret },
    live: { storyId: shown.storyId, headline: open },
    topic,
  };
  expect(await wrongInSight(people, told)).toEqual([]);
});

test('nobody gets into the account of a colleague', async () => {
  const wrong = await wrongInOwnAccounts(
    caller('nobody signed in'),
    caller('reporter'),
    caller('admin'),
  );
  expect(wrong).toEqual([]);
});

test('a secret opens what it was made for, and a made-up one nothing', async () => {
  expect(await wrongWithSecrets(caller('nobody signed in'))).toEqual([]);
});

test('what is open to anybody tells nothing of anybody', async () => {
  expect(await wrongForAnybody(caller('nobody signed in'), caller('reporter'), things)).toEqual([]);
});

/** Takes minutes. */
const TRIED_APART = ['prove-privacy'];

test('the command line does all that it can for whoever has the machine', async () => {
  expect([...Object.keys(COMMANDS), ...TRIED_APART].toSorted()).toEqual(COMMAND_LINE.toSorted());
  const dataDir = join(folder, 'site');
  for (const [name, run] of Object.entries(COMMANDS)) {
    const { done, said } = run(dataDir, folder);
    expect.soft(done, `${name}: ${said}`).toBe(true);
  }
});

/** Done on the command line only. */
const WITHOUT_A_DOOR = [
  'add somebody to the staff',
  'add the sample newsroom',
  'take away the sample newsroom',
  'change the keys of addresses',
];

test('every action and every route was knocked at, and every act has a door', () => {
  expect(actionNames().toSorted()).toEqual(Object.keys(ACTIONS).toSorted());
  const doors = [...Object.keys(ACTIONS), ...Object.keys(ROUTES)];
  expect(doors.filter((door) => !knocked.has(door))).toEqual([]);
  const tried = new Set([...STORY_DOORS, ...OTHER_DOORS].map(({ act }) => act));
  const acts = [...Object.keys(STORIES), ...Object.keys(OTHERS)];
  expect(acts.filter((act) => !tried.has(act)).toSorted()).toEqual(WITHOUT_A_DOOR.toSorted());
});

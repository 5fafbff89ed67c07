import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from '@playwright/test';
import type { Difference } from '#scripts/proof/differences.ts';
import { type Proof, prove } from '#scripts/proof/prove.ts';
import { Twin } from '#scripts/proof/twin.ts';

test.describe.configure({ timeout: 600_000 });

const PLANT = join(import.meta.dirname, 'leaks/plant.ts');
/** As the file says them: what is planted there and not looked for here would prove nothing. */
const LEAKS = [...readFileSync(PLANT, 'utf8').matchAll(/^ {2}'([^']+)': /gm)].map(
  ([, name = '']) => name,
);

let folder: string;
let newsroom: string;

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-proof-spec-'));
  newsroom = join(folder, 'newsroom');
  const founder = await Twin.start(newsroom, { seed: 'spec', at: '2026-11-23T09:00:00.000Z' });
  await founder.order({ do: 'found' });
  await founder.stop();
});

test.afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));

test('two sites that differ in addresses alone cannot be told apart by anything', () => {
  const words = ['run', '-s', 'dateline', '--', 'prove-privacy', '--json'];
  // It ends with 1 if something differs, and says what.
  const { stdout } = spawnSync('npm', words, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  const proof = JSON.parse(stdout) as Proof;
  expect(proof.differences).toEqual([]);
  expect(proof.left).toEqual([]);
  expect(proof).toMatchObject({ held: true, provedOn: 'made-up' });
  expect(proof.observations).toBeGreaterThan(1_000);
});

/** What shows where nothing else does, and by what: one walk finds all of it. */
const APART: Record<string, (found: Difference) => boolean> = {
  'a line in the log': ({ what, one }) =>
    what === 'everything that was printed' && one.startsWith('A comment of'),
  'a file with its hash in the name': ({ what }) => what === 'names of files',
  'a cookie': ({ where, one }) => where === 'headers' && /set-cookie: who=/i.test(one),
  'a longer answer to HEAD': ({ what, one }) =>
    what.startsWith('HEAD') && /x-last: \d{1,3}(?!\w)/i.test(one),
  'a line in what has not changed': ({ one }) => /x-last: [0-9a-f]{32}/i.test(one),
  'a row of the audit log': ({ what, one }) => what === 'audit' && one.includes('"by'),
};

for (const leak of LEAKS.filter((name) => !(name in APART))) {
  test(`${leak} is found`, async () => {
    const proof = await planted(leak, { untilFirst: true });
    expect(proof.held).toBe(false);
    expect(proof.differences).not.toEqual([]);
  });
}

test(`each of these is found: ${Object.keys(APART).join('; ')}`, async () => {
  const { differences } = await planted(Object.keys(APART).join(', '), {});
  const found = Object.entries(APART).filter(([, shows]) => differences.some(shows));
  expect(found.map(([leak]) => leak)).toEqual(Object.keys(APART));
});

async function planted(leak: string, how: { untilFirst?: boolean }): Promise<Proof> {
  const before = process.env.NODE_OPTIONS;
  process.env.NODE_OPTIONS = `--import=${pathToFileURL(PLANT).href}`;
  process.env.PLANTED_LEAK = leak;
  try {
    return await prove({ copyOf: { dataDir: newsroom }, most: 2, ...how });
  } finally {
    if (before === undefined) delete process.env.NODE_OPTIONS;
    else process.env.NODE_OPTIONS = before;
    delete process.env.PLANTED_LEAK;
  }
}

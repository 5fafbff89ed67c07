import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from '@playwright/test';
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

for (const leak of LEAKS) {
  test(`${leak} is found`, async () => {
    const proof = await planted(leak);
    expect(proof.held).toBe(false);
    expect(proof.differences).not.toEqual([]);
  });
}

async function planted(leak: string): Promise<Proof> {
  const before = process.env.NODE_OPTIONS;
  process.env.NODE_OPTIONS = `--import=${pathToFileURL(PLANT).href}`;
  process.env.PLANTED_LEAK = leak;
  try {
    return await prove({ copyOf: newsroom, untilFirst: true, most: 2 });
  } finally {
    if (before === undefined) delete process.env.NODE_OPTIONS;
    else process.env.NODE_OPTIONS = before;
    delete process.env.PLANTED_LEAK;
  }
}

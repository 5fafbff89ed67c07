import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { TestProject } from 'vitest/node';
import { openPostgres } from '#db/internal/postgres.ts';
import { STORES } from '#db/store.ts';
import { TEMPLATE } from '#tests/names.ts';

/** Starts one PostgreSQL for the whole run, in a child that also takes it down if this run dies. */
export default async function startPostgres(project: TestProject): Promise<() => Promise<void>> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'postgres-server.ts')], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  const stop = async () => {
    child.stdin.end();
    await ended;
  };
  const first = await Promise.race([
    once(createInterface({ input: child.stdout }), 'line'),
    ended.then(() => undefined),
  ]);
  if (!first) throw new Error('PostgreSQL for the tests did not start: the lines above say why.');
  const url = String(first[0]);
  try {
    await makeTemplate(url);
  } catch (error) {
    await stop();
    throw error;
  }
  project.provide('postgres', url);
  return stop;
}

async function makeTemplate(url: string): Promise<void> {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`create database ${TEMPLATE}`);
  await client.end();
  const template = new URL(url);
  template.pathname = `/${TEMPLATE}`;
  // Roles have passwords that are made from a key: one of this run, not of the developer's own site.
  const dataDir = mkdtempSync(join(tmpdir(), 'dateline-template-'));
  const before = process.env.DATA_DIR;
  process.env.DATA_DIR = dataDir;
  try {
    for (const name of STORES) {
      const engine = openPostgres(template.href, name);
      await engine.ready().finally(() => engine.close());
    }
  } finally {
    if (before === undefined) delete process.env.DATA_DIR;
    else process.env.DATA_DIR = before;
    rmSync(dataDir, { recursive: true, force: true });
  }
}

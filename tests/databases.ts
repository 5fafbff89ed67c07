import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { inject, onTestFinished } from 'vitest';
import { dialect } from '#db/dialect.ts';

/** The environment of a process on a database where nothing was ever migrated. */
export async function emptyDatabase(): Promise<NodeJS.ProcessEnv> {
  const env = { ...process.env, DATA_DIR: mkdtempSync(join(inject('workplace'), 'empty-')) };
  const server = inject('postgres');
  if (dialect() === 'sqlite' || !server) return env;
  const name = `empty_${process.pid}`;
  await administer(server, `create database ${name}`);
  onTestFinished(() => administer(server, `drop database ${name} with (force)`));
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { ...env, DATABASE_URL: url.href };
}

/** Runs one statement on the run's PostgreSQL. */
export async function administer(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  await client.query(statement);
  await client.end();
}

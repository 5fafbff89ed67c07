import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, inject } from 'vitest';
import { forget } from '#lib/singleton.ts';
import { TEMPLATE } from '#tests/names.ts';

/**
 * Gives each test file a DATA_DIR and a database of its own, before it loads anything of the
 * project: the schema's dialect is chosen when its file is loaded.
 */
const dataDir = mkdtempSync(join(inject('workplace'), 'data-'));
const server = inject('postgres');
const database = `test_${process.pid}_${Date.now().toString(36)}`;

process.env.DATA_DIR = dataDir;
process.env.DATELINE_SAMPLE = '0';
for (const name of [
  'DATABASE_URL',
  'SITE_URL',
  'SMTP_URL',
  'S3_URL',
  'MAIL_FROM',
  'MAILER_KEYS',
  'OIDC_ISSUER',
  'OIDC_CLIENT_ID',
  'OIDC_CLIENT_SECRET',
  'TRUST_PROXY',
  'PRESS',
  'PORT',
  'HOST',
]) {
  delete process.env[name];
}
if (server) {
  await asAdministrator(server, `create database ${database} template ${TEMPLATE}`);
  const url = new URL(server);
  url.pathname = `/${database}`;
  process.env.DATABASE_URL = url.href;
}

afterAll(async () => {
  for (const name of ['dateline', 'identity', 'person-keys']) {
    await forget<{ close(): Promise<void> }>(`store ${name}`)?.close();
  }
  if (server) await asAdministrator(server, `drop database ${database} with (force)`);
});

async function asAdministrator(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(statement);
  await client.end();
}

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { getTableColumns, getTableName } from 'drizzle-orm';
import { expect, onTestFinished, test } from 'vitest';
import { dialect } from '#db/dialect.ts';
import { readIdentity } from '#db/identity.ts';
import { identities } from '#db/identity-schema.ts';
import { read } from '#db/store.ts';
import { system } from '#features/people/actor.ts';
import { changeCommentPolicy } from '#features/screening/commands.ts';
import { env } from '#lib/env.ts';
import { copySite } from '#scripts/proof/copying.ts';
import { discussedStory, shown } from '#tests/discussion.ts';
import { good } from '#tests/results.ts';
import { mainTables } from '#tests/tables.ts';

/** As both databases can say it. */
function plain(value: unknown): unknown {
  if (value instanceof Date) return value.getTime();
  if (typeof value === 'boolean') return Number(value);
  if (value instanceof Uint8Array) return Buffer.from(value).toString('hex');
  return value;
}

async function copied(): Promise<(store: string) => Database.Database> {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-copy-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const { dataDir, databaseUrl } = env();
  await copySite({ dataDir, ...(dialect() === 'postgres' ? { databaseUrl } : {}) }, folder);
  return (store) => {
    const database = new Database(join(folder, `${store}.db`), { readonly: true });
    onTestFinished(() => {
      database.close();
    });
    return database;
  };
}

test('every row of every table comes along as it is, from both databases', async () => {
  const { storyId } = await discussedStory();
  await shown(storyId, { text: 'Zażółć\ngęślą "jaźń" \\n 😀', name: 'Zoë' });
  const where = { of: 'story', id: storyId };
  good(await changeCommentPolicy(system('test'), where, { holdWords: ['a "word"'] }));
  const open = await copied();
  const copy = open('dateline');
  let rows = 0;
  for (const table of await mainTables()) {
    const columns = Object.entries(getTableColumns(table));
    const kept = (await read.select().from(table)) as Record<string, unknown>[];
    const expected = kept.map((row) =>
      columns.map(([key, { dataType }]) =>
        dataType === 'json' && row[key] !== null ? JSON.stringify(row[key]) : plain(row[key]),
      ),
    );
    const names = columns.map(([, column]) => `"${column.name}"`).join(', ');
    const found = copy
      .prepare(`select ${names} from "${getTableName(table)}"`)
      .raw()
      .all();
    const sorted = (all: unknown[][]) => all.map((row) => JSON.stringify(row.map(plain))).sort();
    expect(sorted(found as unknown[][]), getTableName(table)).toEqual(sorted(expected));
    rows += kept.length;
  }
  expect(rows).toBeGreaterThan(20);
  const sealed = await readIdentity().select({ sealed: identities.sealed }).from(identities);
  const found = open('identity').prepare('select sealed from identities').all() as typeof sealed;
  const said = (all: typeof sealed) => all.map(({ sealed }) => plain(sealed)).sort();
  expect(said(found)).toEqual(said(sealed));
  expect(sealed.length).toBeGreaterThan(0);
});

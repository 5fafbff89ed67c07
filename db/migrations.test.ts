import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type DrizzleSnapshotJSON,
  type DrizzleSQLiteSnapshotJSON,
  generateDrizzleJson,
  generateMigration,
  generateSQLiteDrizzleJson,
  generateSQLiteMigration,
} from 'drizzle-kit/api';
import { expect, test } from 'vitest';
import { dialect } from '#db/dialect.ts';
import * as identity from '#db/identity-schema.ts';
import { migrationsFolder } from '#db/internal/migrations.ts';
import * as personKeys from '#db/person-keys-schema.ts';
import { STORES, type StoreName } from '#db/store.ts';
import { mainTables } from '#tests/tables.ts';

const SCHEMAS: Record<StoreName, Record<string, unknown>> = {
  dateline: Object.fromEntries(Object.entries(await mainTables())),
  identity,
  'person-keys': personKeys,
};

/** What the migrations were made for, as the newest of them remembers it. */
function remembered<T>(name: StoreName): T {
  const meta = join(migrationsFolder(dialect(), name), 'meta');
  const journal = JSON.parse(readFileSync(join(meta, '_journal.json'), 'utf8')) as {
    entries: { tag: string }[];
  };
  const newest = journal.entries.at(-1)?.tag.slice(0, 4);
  return JSON.parse(readFileSync(join(meta, `${newest}_snapshot.json`), 'utf8')) as T;
}

/** The statements that are still missing from the migrations. */
async function missing(name: StoreName): Promise<string[]> {
  if (dialect() === 'postgres') {
    return generateMigration(
      remembered<DrizzleSnapshotJSON>(name),
      generateDrizzleJson(SCHEMAS[name]),
    );
  }
  return generateSQLiteMigration(
    remembered<DrizzleSQLiteSnapshotJSON>(name),
    await generateSQLiteDrizzleJson(SCHEMAS[name]),
  );
}

test.for(STORES)(
  'the migrations of %s make what its schema says (if not: npm run migrations)',
  async (name) => {
    expect(await missing(name)).toEqual([]);
  },
);

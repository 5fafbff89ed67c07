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
import * as comments from '#db/schema/comments.ts';
import * as corrections from '#db/schema/corrections.ts';
import * as decisions from '#db/schema/decisions.ts';
import * as desk from '#db/schema/desk.ts';
import * as fronts from '#db/schema/fronts.ts';
import * as people from '#db/schema/people.ts';
import * as pictures from '#db/schema/pictures.ts';
import * as planning from '#db/schema/planning.ts';
import * as previews from '#db/schema/previews.ts';
import * as readers from '#db/schema/readers.ts';
import * as site from '#db/schema/site.ts';
import * as stories from '#db/schema/stories.ts';
import * as writing from '#db/schema/writing.ts';
import { STORES, type StoreName } from '#db/store.ts';

const SCHEMAS = {
  dateline: {
    ...comments,
    ...corrections,
    ...decisions,
    ...desk,
    ...fronts,
    ...people,
    ...pictures,
    ...planning,
    ...previews,
    ...readers,
    ...site,
    ...stories,
    ...writing,
  },
  identity,
  'person-keys': personKeys,
} satisfies Record<StoreName, Record<string, unknown>>;

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

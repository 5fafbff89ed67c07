import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Dialect, dialect } from '#db/dialect.ts';
import { knownMigrations } from '#db/internal/migrations.ts';
import { dumpPostgres, fillPostgres, somebodyIsConnected } from '#db/internal/postgres-copies.ts';
import { bringToSqlite } from '#db/internal/postgres-to-sqlite.ts';
import { copySqlite, isUsed, putSqlite } from '#db/internal/sqlite-copies.ts';
import { type StoreName, sqliteFile } from '#db/store.ts';
import { env } from '#lib/env.ts';

/** What is needed to know whether a copy can be brought back here. */
export type CopyOf = { store: StoreName; file: string; dialect: Dialect; migration: number };

/**
 * Writes a copy of a store into the folder, as it is at one moment, while others go on working.
 * Inside of the copy everything fits together; two stores are copied one after the other.
 */
export async function copyStore(store: StoreName, folder: string): Promise<CopyOf> {
  const kind = dialect();
  const file = kind === 'postgres' ? `${store}.jsonl` : `${store}.db`;
  const target = join(folder, file);
  if (kind === 'postgres') await dumpPostgres(env().databaseUrl, store, target);
  else await copySqlite(sqliteFile(store), target);
  return { store, file, dialect: kind, migration: knownMigrations(kind, store) };
}

/**
 * A copy of a store of any site as a file of SQLite, at one moment: of the one in `dataDir`, or of one on
 * PostgreSQL, whose search index does not come along.
 */
export async function copyAsSqlite(
  store: StoreName,
  { dataDir, databaseUrl }: { dataDir: string; databaseUrl?: string },
  folder: string,
): Promise<void> {
  const target = join(folder, `${store}.db`);
  if (databaseUrl) return bringToSqlite(databaseUrl, store, target);
  const file = join(dataDir, `${store}.db`);
  if (existsSync(file)) await copySqlite(file, target);
}

/** Puts the copy in the place of what is there. Nobody may have the store open. */
export async function putStore(copy: CopyOf, folder: string): Promise<void> {
  const source = join(folder, copy.file);
  if (copy.dialect === 'postgres') await fillPostgres(env().databaseUrl, copy, source);
  else putSqlite(source, sqliteFile(copy.store));
}

/** True if a site, or anything else, has the stores open at this moment. */
export async function storesAreUsed(stores: readonly StoreName[]): Promise<boolean> {
  if (dialect() === 'postgres') return somebodyIsConnected(env().databaseUrl);
  return stores.some((store) => isUsed(sqliteFile(store)));
}

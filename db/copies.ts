import { join } from 'node:path';
import { type Dialect, dialect } from '#db/dialect.ts';
import { knownMigrations } from '#db/internal/migrations.ts';
import { dumpPostgres, fillPostgres, somebodyIsConnected } from '#db/internal/postgres-copies.ts';
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

import { chmodSync, closeSync, existsSync, mkdirSync, openSync, readSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { knownMigrations, migrationsFolder, newerDatabase } from '#db/internal/migrations.ts';
import type { StoreName } from '#db/store.ts';
import { errorCode, OperatorError } from '#lib/errors.ts';

type Connection = Database.Database;

/** Only while opening: processes that start together wait for the one that migrates. */
const OPENING_TIMEOUT_MS = 15_000;
const WAL_RETRY_MS = 10;
/** Blocks the event loop, so it is tiny; waiting for another writer is done in `beginImmediate`. */
const BUSY_TIMEOUT_MS = 2;

export function connect(
  file: string,
  readonly: boolean,
  patienceMs = OPENING_TIMEOUT_MS,
): Connection {
  // Even the settings below read the file, which another process may be making at this moment.
  const connection = new Database(file, { readonly, timeout: patienceMs });
  connection.pragma('foreign_keys = ON');
  connection.pragma('cache_size = -16000');
  connection.pragma('mmap_size = 0');
  // SQLite's own `lower` knows the case of ASCII letters only; PostgreSQL's knows all.
  connection.function('lower', { deterministic: true }, (text) =>
    typeof text === 'string' ? text.toLowerCase() : text,
  );
  connection.pragma(`busy_timeout = ${BUSY_TIMEOUT_MS}`);
  return connection;
}

/** Opens the file for writing, made or migrated as needed. */
export function openWriter(
  file: string,
  name: StoreName,
  patienceMs = OPENING_TIMEOUT_MS,
): Connection {
  let writer: Connection | undefined;
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    assertWhole(file);
    // The log beside it is made with the same rights as the file has then.
    closeToOthers(file);
    writer = connect(file, false, patienceMs);
    closeToOthers(file);
    writer.pragma(`busy_timeout = ${patienceMs}`);
    switchToWal(writer, patienceMs);
    // A commit that was answered survives a power cut: that is seen to in sqlite-flush.ts.
    writer.pragma('synchronous = NORMAL');
    // Moving the log into the file holds everything up, so it is done eight times as seldom.
    writer.pragma('wal_autocheckpoint = 8000');
    // What the law forces out is overwritten with zeros, and does not lie on in free pages.
    writer.pragma('secure_delete = ON');
    migrate(writer, file, name);
    writer.pragma(`busy_timeout = ${BUSY_TIMEOUT_MS}`);
    return writer;
  } catch (error) {
    writer?.close();
    throw explained(error, file);
  }
}

/** A group may be let in by `umask 007`; whoever else has an account on the machine may not. */
function closeToOthers(file: string): void {
  if (existsSync(file) && (statSync(file).mode & 0o007) !== 0) chmodSync(file, 0o600);
}

/**
 * The one statement that gives up at once, whatever the timeout, when another process does the same:
 * SQLite sees a deadlock in two that hold a read lock and want more. So it is tried again.
 */
function switchToWal(writer: Connection, patienceMs: number): void {
  const deadline = performance.now() + patienceMs;
  for (;;) {
    try {
      writer.pragma('journal_mode = WAL');
      return;
    } catch (error) {
      if (!errorCode(error).startsWith('SQLITE_BUSY') || performance.now() > deadline) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, WAL_RETRY_MS);
    }
  }
}

/** All that is missing in one transaction, which also makes processes that start together take turns. */
function migrate(writer: Connection, file: string, name: StoreName): void {
  writer.pragma('foreign_keys = OFF');
  writer.exec('BEGIN IMMEDIATE');
  try {
    writer.exec(
      'create table if not exists __drizzle_migrations (id integer primary key, hash text not null, created_at numeric)',
    );
    const { last } = writer
      .prepare('select coalesce(max(created_at), -1) as last from __drizzle_migrations')
      .get() as { last: number };
    if (last > knownMigrations('sqlite', name)) throw newerDatabase(file);
    const record = writer.prepare(
      'insert into __drizzle_migrations (hash, created_at) values (?, ?)',
    );
    for (const migration of readMigrationFiles({
      migrationsFolder: migrationsFolder('sqlite', name),
    })) {
      if (migration.folderMillis <= last) continue;
      for (const statement of migration.sql) writer.exec(statement);
      record.run(migration.hash, migration.folderMillis);
    }
    writer.exec('COMMIT');
  } catch (error) {
    if (writer.inTransaction) writer.exec('ROLLBACK');
    throw error;
  }
  writer.pragma('foreign_keys = ON');
}

/** A file that was cut short is found here, before a page that is not there is asked for. */
function assertWhole(file: string): void {
  if (!existsSync(file) || statSync(file).size === 0) return;
  const header = Buffer.alloc(100);
  const handle = openSync(file, 'r');
  try {
    readSync(handle, header, 0, 100, 0);
  } finally {
    closeSync(handle);
  }
  if (header.toString('latin1', 0, 16) !== 'SQLite format 3\0') throw damaged(file);
  // https://sqlite.org/fileformat2.html: page size at 16 (1 means 65536), pages at 28, and the
  // count is to be believed only if the number at 92 is the change counter at 24.
  const pageSize = header.readUInt16BE(16) === 1 ? 65536 : header.readUInt16BE(16);
  const counted = header.readUInt32BE(24) === header.readUInt32BE(92);
  const wal = existsSync(`${file}-wal`) && statSync(`${file}-wal`).size > 0;
  if (counted && !wal && header.readUInt32BE(28) * pageSize > statSync(file).size) {
    throw damaged(file);
  }
}

function damaged(file: string): OperatorError {
  return new OperatorError(`The database ${file} is damaged: restore it from a backup.`);
}

function explained(error: unknown, file: string): unknown {
  const code = errorCode(error);
  if (code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT')) return damaged(file);
  if (code.startsWith('SQLITE_BUSY')) {
    return new OperatorError(`The database ${file} is in use by another program that holds it.`);
  }
  if (
    code === 'SQLITE_CANTOPEN' ||
    code.startsWith('SQLITE_READONLY') ||
    ['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST', 'EISDIR'].includes(code)
  ) {
    return new OperatorError(`The database ${file} cannot be written to (${code}).`);
  }
  return error;
}

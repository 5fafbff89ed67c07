import { closeSync, existsSync, mkdirSync, openSync, readSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import Database from 'better-sqlite3';
import type { SQL } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import { knownMigrations, migrationsFolder, newerDatabase } from '#db/internal/migrations.ts';
import type { Engine, Reader, Tx } from '#db/store.ts';
import { errorCode, OperatorError } from '#lib/errors.ts';

type Connection = Database.Database;

/** Another process holds the file for the length of its transaction; after this we give up. */
const BUSY_LIMIT_MS = 15_000;
const FOREIGN_COMMIT_POLL_MS = 200;

/**
 * Two connections to one WAL file: a read-only one, and a writer behind a queue. The writer is never
 * shared between transactions that overlap, so that nobody's write falls into another's rollback.
 */
export function openSqlite(file: string, name: 'dateline' | 'identity'): Engine {
  const writer = openWriter(file, name);
  const reading = connect(file, true);
  const reader: Reader = drizzle({ client: reading });
  let tail: Promise<unknown> = Promise.resolve();

  async function exclusively<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    await beginImmediate(writer);
    const gate = { open: true };
    try {
      const value = await work(asTx(writer, gate));
      gate.open = false;
      writer.exec('COMMIT');
      return value;
    } catch (error) {
      gate.open = false;
      if (writer.inTransaction) writer.exec('ROLLBACK');
      throw error;
    }
  }

  return {
    reader,
    begin(work) {
      const turn = tail.then(() => exclusively(work));
      tail = turn.catch(() => undefined);
      return turn;
    },
    onForeignCommit(listener) {
      let version = dataVersion(writer);
      // The writer's own commits do not change its data_version; everybody else's do.
      const timer = setInterval(() => {
        if (writer.inTransaction) return;
        const current = dataVersion(writer);
        if (current === version) return;
        version = current;
        listener();
      }, FOREIGN_COMMIT_POLL_MS);
      timer.unref();
      return () => clearInterval(timer);
    },
    async close() {
      await tail;
      reading.close();
      writer.close();
    },
  };
}

/** A handle that refuses to work once its transaction is over, for code that forgot an `await`. */
function asTx(writer: Connection, gate: { open: boolean }): Tx {
  const guarded = {
    prepare(statement: string) {
      if (!gate.open) throw new Error('this transaction is over: something was not awaited in it');
      return writer.prepare(statement);
    },
  };
  const db = drizzle({ client: guarded as unknown as Connection });
  const run = db.run.bind(db);
  return Object.assign(db, {
    async run(statement: SQL) {
      run(statement);
    },
  }) as unknown as Tx;
}

async function beginImmediate(writer: Connection): Promise<void> {
  const deadline = performance.now() + BUSY_LIMIT_MS;
  for (let wait = 1; ; wait = Math.min(wait * 2, 50)) {
    try {
      writer.exec('BEGIN IMMEDIATE');
      return;
    } catch (error) {
      if (!errorCode(error).startsWith('SQLITE_BUSY') || performance.now() > deadline) throw error;
      await sleep(wait);
    }
  }
}

function connect(file: string, readonly: boolean): Connection {
  // The timeout blocks the event loop, so it is tiny; waiting is done in `beginImmediate`.
  const connection = new Database(file, { readonly, timeout: 20 });
  connection.pragma('foreign_keys = ON');
  connection.pragma('cache_size = -16000');
  connection.pragma('mmap_size = 0');
  return connection;
}

function dataVersion(connection: Connection): number {
  return connection.pragma('data_version', { simple: true }) as number;
}

function openWriter(file: string, name: 'dateline' | 'identity'): Connection {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  assertWhole(file);
  let writer: Connection | undefined;
  try {
    writer = connect(file, false);
    writer.pragma('journal_mode = WAL');
    writer.pragma('synchronous = NORMAL');
    migrateWhenFree(writer, file, name);
    return writer;
  } catch (error) {
    writer?.close();
    if (error instanceof OperatorError) throw error;
    const code = errorCode(error);
    if (code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT')) throw damaged(file);
    if (code === 'SQLITE_CANTOPEN' || code.startsWith('SQLITE_READONLY')) {
      throw new OperatorError(`The database ${file} cannot be written to.`);
    }
    throw error;
  }
}

function migrateWhenFree(writer: Connection, file: string, name: 'dateline' | 'identity'): void {
  writer.pragma('busy_timeout = 15000');
  const applied = writer
    .prepare("select name from sqlite_master where name = '__drizzle_migrations'")
    .get()
    ? (writer.prepare('select max(created_at) as last from __drizzle_migrations').get() as {
        last: number | null;
      })
    : { last: null };
  const known = knownMigrations('sqlite', name);
  if ((applied.last ?? 0) > known) throw newerDatabase(file);
  if ((applied.last ?? -1) < known) {
    migrate(drizzle({ client: writer }), { migrationsFolder: migrationsFolder('sqlite', name) });
  }
  writer.pragma('busy_timeout = 20');
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
  if (header.toString('latin1', 0, 15) !== 'SQLite format 3') throw damaged(file);
  // https://sqlite.org/fileformat2.html: page size at 16 (1 means 65536), pages at 28.
  const pageSize = header.readUInt16BE(16) === 1 ? 65536 : header.readUInt16BE(16);
  const wal = existsSync(`${file}-wal`) && statSync(`${file}-wal`).size > 0;
  if (!wal && header.readUInt32BE(28) * pageSize > statSync(file).size) throw damaged(file);
}

function damaged(file: string): OperatorError {
  return new OperatorError(`The database ${file} is damaged: restore it from a backup.`);
}

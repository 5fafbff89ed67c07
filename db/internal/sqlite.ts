import { setTimeout as sleep } from 'node:timers/promises';
import type Database from 'better-sqlite3';
import type { SQL } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { Gate } from '#db/internal/gate.ts';
import { connect, openWriter } from '#db/internal/sqlite-open.ts';
import type { Engine, Reader, StoreName, Tx } from '#db/store.ts';
import { errorCode } from '#lib/errors.ts';

type Connection = Database.Database;
type Statement = Database.Statement<unknown[], unknown>;

/** Another process holds the file for the length of its transaction; after this we give up. */
const BUSY_LIMIT_MS = 15_000;
const FOREIGN_COMMIT_POLL_MS = 200;

/**
 * Two connections to one WAL file: a read-only one, and a writer behind a queue. The writer is never
 * shared between transactions that overlap, so that nobody's write falls into another's rollback.
 */
export function openSqlite(file: string, name: StoreName, patienceMs?: number): Engine {
  const writer = openWriter(file, name, patienceMs);
  const reading = connect(file, true);
  const reader: Reader = drizzle({ client: reading });
  const polling = new Set<NodeJS.Timeout>();
  let tail: Promise<unknown> = Promise.resolve();

  return {
    ready: async () => undefined,
    reader,
    begin(work) {
      const turn = tail.then(() => exclusively(writer, work));
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
      }, FOREIGN_COMMIT_POLL_MS).unref();
      polling.add(timer);
      return () => {
        polling.delete(timer);
        clearInterval(timer);
      };
    },
    async close() {
      for (const timer of polling) clearInterval(timer);
      await tail;
      reading.close();
      writer.close();
    },
  };
}

async function exclusively<T>(writer: Connection, work: (tx: Tx) => Promise<T>): Promise<T> {
  await beginImmediate(writer);
  const gate = new Gate();
  try {
    const value = await work(asTx(writer, gate));
    gate.close();
    writer.exec('COMMIT');
    return value;
  } catch (error) {
    gate.abandon();
    if (writer.inTransaction) writer.exec('ROLLBACK');
    throw error;
  }
}

function asTx(writer: Connection, gate: Gate): Tx {
  const db = drizzle({ client: new GuardedConnection(writer, gate) as unknown as Connection });
  const run = db.run.bind(db);
  return Object.assign(db, {
    async run(statement: SQL) {
      run(statement);
    },
  }) as unknown as Tx;
}

/** As much of a connection as Drizzle uses, with each statement going through the gate. */
class GuardedConnection {
  readonly #writer: Connection;
  readonly #gate: Gate;

  constructor(writer: Connection, gate: Gate) {
    this.#writer = writer;
    this.#gate = gate;
  }

  prepare(text: string) {
    const statement = this.#guard(() => this.#writer.prepare<unknown[], unknown>(text));
    return this.#guarded(statement);
  }

  #guarded(statement: Statement) {
    return {
      run: (...values: unknown[]) => this.#guard(() => statement.run(...values)),
      all: (...values: unknown[]) => this.#guard(() => statement.all(...values)),
      get: (...values: unknown[]) => this.#guard(() => statement.get(...values)),
      raw: () => this.#guarded(statement.raw()),
    };
  }

  #guard<T>(step: () => T): T {
    this.#gate.enter();
    try {
      return step();
    } catch (error) {
      this.#gate.fail(error);
      throw error;
    }
  }
}

/** Waits its turn without blocking the event loop, which SQLite's own waiting would do. */
async function beginImmediate(writer: Connection): Promise<void> {
  const deadline = performance.now() + BUSY_LIMIT_MS;
  for (let wait = 1; ; wait = Math.min(wait * 2, 20)) {
    try {
      writer.exec('BEGIN IMMEDIATE');
      return;
    } catch (error) {
      if (!errorCode(error).startsWith('SQLITE_BUSY') || performance.now() > deadline) throw error;
      await sleep(wait);
    }
  }
}

function dataVersion(connection: Connection): number {
  return connection.pragma('data_version', { simple: true }) as number;
}

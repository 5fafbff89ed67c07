import type Database from 'better-sqlite3';
import type { SQL } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { CLIENT, type Client } from '#db/internal/client.ts';
import { Gate } from '#db/internal/gate.ts';
import { Flush } from '#db/internal/sqlite-flush.ts';
import { connect, openWriter } from '#db/internal/sqlite-open.ts';
import { Statements } from '#db/internal/sqlite-statements.ts';
import { Turns } from '#db/internal/sqlite-turns.ts';
import type { Engine, Reader, StoreName, Tx } from '#db/store.ts';

type Connection = Database.Database;

const FOREIGN_COMMIT_POLL_MS = 200;

/**
 * Two connections to one WAL file: a read-only one, and a writer behind a queue. The writer is never
 * shared between transactions that overlap, so that nobody's write falls into another's rollback.
 */
export function openSqlite(file: string, name: StoreName, patienceMs?: number): Engine {
  const writer = openWriter(file, name, patienceMs);
  const reading = connect(file, true);
  const client = asClient(new Statements(reading), freely);
  const reader: Reader = Object.assign(drizzle({ client }), { [CLIENT]: client });
  const statements = new Statements(writer);
  const flush = new Flush(file);
  const polling = new Set<NodeJS.Timeout>();
  const turns = new Turns(writer);

  return {
    ready: async () => undefined,
    reader,
    async begin(work, { brief = false } = {}) {
      const value = await turns.take(() => guarded(statements, work), brief);
      // The next one begins meanwhile; but nobody is told that it is done before it is safe.
      await flush.now();
      return value;
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
    scrub: () => turns.between(() => emptyWal(writer)),
    async close() {
      for (const timer of polling) clearInterval(timer);
      await turns.between(() => undefined);
      await flush.close();
      reading.close();
      writer.close();
    },
  };
}

async function guarded<T>(statements: Statements, work: (tx: Tx) => Promise<T>): Promise<T> {
  const gate = new Gate();
  try {
    const value = await work(asTx(statements, gate));
    gate.close();
    return value;
  } catch (error) {
    gate.abandon();
    throw error;
  }
}

function asTx(statements: Statements, gate: Gate): Tx {
  const guard: Guard = (step) => {
    gate.enter();
    try {
      return step();
    } catch (error) {
      gate.fail(error);
      throw error;
    }
  };
  const client = asClient(statements, guard);
  const db = drizzle({ client });
  const run = db.run.bind(db);
  return Object.assign(db, {
    [CLIENT]: client,
    async run(statement: SQL) {
      run(statement);
    },
    prepare(text: string) {
      return async (values: readonly unknown[]) => {
        guard(() => statements.plain(text).run(...values));
      };
    },
  }) as unknown as Tx;
}

type Guard = <T>(step: () => T) => T;
const freely: Guard = (step) => step();

/** As much of a connection as Drizzle uses, with each step of a statement going through the guard. */
function asClient(statements: Statements, guard: Guard): Connection {
  const steps = (statement: () => ReturnType<Statements['plain']>) => ({
    run: (...values: unknown[]) => guard(() => statement().run(...values)),
    all: (...values: unknown[]) => guard(() => statement().all(...values)),
    get: (...values: unknown[]) => guard(() => statement().get(...values)),
  });
  const client = {
    prepare: (text: string) => ({
      ...steps(() => statements.plain(text)),
      raw: () => steps(() => statements.raw(text)),
    }),
  };
  return client as unknown as Connection;
}

/** Statements that are put together now, and run each time on the client of that moment. */
export function overSqlite(current: () => Client): Tx {
  const client = {
    prepare(text: string) {
      const statement = () => (current() as unknown as Connection).prepare<unknown[]>(text);
      return {
        run: (...values: unknown[]) => statement().run(...values),
        all: (...values: unknown[]) => statement().all(...values),
        raw: () => ({
          all: (...values: unknown[]) =>
            statement()
              .raw()
              .all(...values),
        }),
      };
    },
  };
  return drizzle({ client: client as unknown as Connection }) as unknown as Tx;
}

/** What is deleted is overwritten at once in the file; in the log beside it older pages still lie. */
function emptyWal(writer: Connection): void {
  const [answer] = writer.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[];
  if (answer?.busy !== 0) throw new Error('somebody reads an older state of the database');
}

function dataVersion(connection: Connection): number {
  return connection.pragma('data_version', { simple: true }) as number;
}

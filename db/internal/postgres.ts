import type { SQL } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate } from 'drizzle-orm/node-postgres/migrator';
import pg from 'pg';
import { CLIENT, type Client } from '#db/internal/client.ts';
import { Gate } from '#db/internal/gate.ts';
import { knownMigrations, migrationsFolder, newerDatabase } from '#db/internal/migrations.ts';
import { listenForCommits } from '#db/internal/postgres-listen.ts';
import { urlOfStore } from '#db/internal/postgres-roles.ts';
import type { Engine, Reader, StoreName, Tx } from '#db/store.ts';
import { errorCode, OperatorError } from '#lib/errors.ts';
import { newId } from '#lib/ids.ts';

/** One key for "somebody is migrating", so that two processes that start at once take turns. */
const MIGRATION_LOCK = 7_241_001;

type Pools = { writing: pg.Pool; reading: pg.Pool };

/** Two pools: one that PostgreSQL itself keeps from writing, and one for transactions. */
export function openPostgres(url: string, name: StoreName): Engine {
  const opening = openPools(url, name);
  // Whoever asks first sees the failure; without this, an early one would end the process unheard.
  opening.catch(() => undefined);
  const channel = `${asWord(name)}_commit`;
  const self = newId();
  const listening = new Set<() => void>();
  const asking = {
    async query(...args: Parameters<pg.Pool['query']>): Promise<unknown> {
      const { reading } = await opening;
      return reading.query(...args);
    },
  };

  return {
    ready: async () => void (await opening),
    reader: Object.assign(drizzle({ client: asking as unknown as pg.Pool }), {
      [CLIENT]: asking,
    }) as unknown as Reader,
    async begin(work) {
      const { writing } = await opening;
      return exclusively(writing, work, { channel, self });
    },
    onForeignCommit(listener) {
      const stop = listenForCommits(url, channel, (writer) => {
        if (writer !== self) listener();
      });
      listening.add(stop);
      return () => {
        listening.delete(stop);
        stop();
      };
    },
    async scrub() {
      const { writing } = await opening;
      await writing.query('vacuum');
    },
    async close() {
      for (const stop of listening) stop();
      const pools = await opening.catch(() => undefined);
      await Promise.all([pools?.writing.end(), pools?.reading.end()]);
    },
  };
}

async function openPools(given: string, name: StoreName): Promise<Pools> {
  const url = await urlOfStore(given, name);
  const writing = new pg.Pool({ connectionString: url, max: 8 });
  const reading = new pg.Pool({
    connectionString: url,
    max: 8,
    async onConnect(client) {
      await client.query('set default_transaction_read_only = on');
    },
  });
  // A connection that breaks while nobody uses it is replaced by the pool at the next query.
  for (const pool of [writing, reading]) pool.on('error', () => undefined);
  try {
    await migrateOnce(writing, name);
  } catch (error) {
    await Promise.all([writing.end(), reading.end()]);
    throw error;
  }
  return { writing, reading };
}

/** As PostgreSQL can call something without quotes. */
function asWord(name: StoreName): string {
  return name.replace('-', '_');
}

/** One transaction on a connection of its own; other processes hear of its commit. */
async function exclusively<T>(
  pool: pg.Pool,
  work: (tx: Tx) => Promise<T>,
  { channel, self }: { channel: string; self: string },
): Promise<T> {
  const client = await pool.connect();
  const gate = new Gate();
  try {
    await client.query('begin');
    const value = await work(asTx(client, gate));
    gate.close();
    await client.query('select pg_notify($1, $2)', [channel, self]);
    await client.query('commit');
    client.release();
    return value;
  } catch (error) {
    gate.abandon();
    await client.query('rollback').then(
      () => client.release(),
      (broken: Error) => client.release(broken),
    );
    throw error;
  }
}

function asTx(client: pg.PoolClient, gate: Gate): Tx {
  const passing = async <T>(step: () => Promise<T>): Promise<T> => {
    gate.enter();
    try {
      return await step();
    } catch (error) {
      gate.fail(error);
      throw error;
    }
  };
  const guarded = {
    query: (...args: Parameters<pg.PoolClient['query']>): Promise<unknown> =>
      passing(async () => client.query(...args)),
  };
  const db = drizzle({ client: guarded as unknown as pg.PoolClient });
  return Object.assign(db, {
    [CLIENT]: guarded,
    async run(statement: SQL) {
      await db.execute(statement);
    },
    prepare(text: string) {
      return async (values: readonly unknown[]) => {
        await passing(() => client.query(text, [...values]));
      };
    },
  }) as unknown as Tx;
}

/** Statements that are put together now, and run each time on the client of that moment. */
export function overPostgres(current: () => Client): Tx {
  const client = {
    query: (...args: Parameters<pg.Pool['query']>): unknown =>
      (current() as unknown as pg.Pool).query(...args),
  };
  return drizzle({ client: client as unknown as pg.Pool }) as unknown as Tx;
}

async function migrateOnce(pool: pg.Pool, name: StoreName): Promise<void> {
  let client: pg.PoolClient;
  try {
    client = await pool.connect();
  } catch (error) {
    const why = errorCode(error) || (error instanceof Error ? error.message : 'unknown');
    throw new OperatorError(`PostgreSQL cannot be reached at DATABASE_URL (${why}).`);
  }
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const migrationsTable = `__${asWord(name)}_migrations`;
    const table = `drizzle.${migrationsTable}`;
    const exists = await client.query('select to_regclass($1) as found', [table]);
    const last = exists.rows[0].found
      ? Number((await client.query(`select max(created_at) as last from ${table}`)).rows[0].last)
      : 0;
    if (last > knownMigrations('postgres', name)) throw newerDatabase('at DATABASE_URL');
    await migrate(drizzle({ client }), {
      migrationsFolder: migrationsFolder('postgres', name),
      migrationsTable,
    });
  } finally {
    await client.query('select pg_advisory_unlock($1)', [MIGRATION_LOCK]).catch(() => undefined);
    client.release();
  }
}

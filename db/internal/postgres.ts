import { type SQL, sql } from 'drizzle-orm';
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import { migrate } from 'drizzle-orm/node-postgres/migrator';
import pg from 'pg';
import { knownMigrations, migrationsFolder, newerDatabase } from '#db/internal/migrations.ts';
import type { Engine, Reader, Tx } from '#db/store.ts';
import { errorCode, OperatorError } from '#lib/errors.ts';

/** One key for "somebody is migrating", so that two processes that start at once take turns. */
const MIGRATION_LOCK = 7_241_001;
const CHANNEL = 'dateline_commit';

/** Two pools: one that PostgreSQL itself keeps from writing, and one for transactions. */
export function openPostgres(url: string, name: 'dateline' | 'identity'): Engine {
  const writing = new pg.Pool({ connectionString: url, max: 8 });
  const reading = new pg.Pool({
    connectionString: url,
    max: 8,
    options: '-c default_transaction_read_only=on',
  });
  for (const pool of [writing, reading]) pool.on('error', () => undefined);
  const ready = migrateOnce(writing, name);
  // Whoever asks first sees the failure; without this, an early one would end the process unheard.
  ready.catch(() => undefined);
  const db = drizzle({ client: writing });

  return {
    reader: drizzle({ client: afterReady(reading, ready) }) as unknown as Reader,
    async begin(work) {
      await ready;
      return db.transaction(async (tx) => {
        const value = await work(asTx(tx));
        await tx.execute(sql`select pg_notify(${CHANNEL}, ${String(process.pid)})`);
        return value;
      });
    },
    onForeignCommit(listener) {
      const listening = new pg.Client({ connectionString: url });
      listening.on('error', () => undefined);
      listening.on('notification', ({ payload }) => {
        if (payload !== String(process.pid)) listener();
      });
      const connected = listening.connect().then(() => listening.query(`listen ${CHANNEL}`));
      connected.catch(() => undefined);
      return () => void listening.end().catch(() => undefined);
    },
    async close() {
      await ready.catch(() => undefined);
      await Promise.all([writing.end(), reading.end()]);
    },
  };
}

/** A pool whose queries wait until the schema is there. */
function afterReady(pool: pg.Pool, ready: Promise<void>): pg.Pool {
  return new Proxy(pool, {
    get(target, key) {
      const value: unknown = Reflect.get(target, key);
      if (key === 'query') {
        return async (...args: unknown[]) => {
          await ready;
          return Reflect.apply(value as (...a: unknown[]) => unknown, target, args);
        };
      }
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}

function asTx(tx: Pick<NodePgDatabase, 'execute'>): Tx {
  return Object.assign(tx, {
    async run(statement: SQL) {
      await tx.execute(statement);
    },
  }) as unknown as Tx;
}

async function migrateOnce(pool: pg.Pool, name: 'dateline' | 'identity'): Promise<void> {
  let client: pg.PoolClient;
  try {
    client = await pool.connect();
  } catch (error) {
    const why = errorCode(error) || (error instanceof Error ? error.message : 'unknown');
    throw new OperatorError(`PostgreSQL cannot be reached at DATABASE_URL (${why}).`);
  }
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const table = `drizzle.__${name}_migrations`;
    const exists = await client.query('select to_regclass($1) as found', [table]);
    const last = exists.rows[0].found
      ? Number((await client.query(`select max(created_at) as last from ${table}`)).rows[0].last)
      : 0;
    if (last > knownMigrations('postgres', name)) throw newerDatabase('at DATABASE_URL');
    await migrate(drizzle({ client }), {
      migrationsFolder: migrationsFolder('postgres', name),
      migrationsTable: `__${name}_migrations`,
    });
  } finally {
    await client.query('select pg_advisory_unlock($1)', [MIGRATION_LOCK]).catch(() => undefined);
    client.release();
  }
}

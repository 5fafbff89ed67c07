import { AsyncLocalStorage } from 'node:async_hooks';
import { join } from 'node:path';
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import { dialect } from '#db/dialect.ts';
import { CLIENT, type Client, clientOf } from '#db/internal/client.ts';
import { openPostgres } from '#db/internal/postgres.ts';
import { openSqlite } from '#db/internal/sqlite.ts';
import { env } from '#lib/env.ts';
import { forget, onePerProcess } from '#lib/singleton.ts';

type Db = BetterSQLite3Database<Record<string, never>>;

/** What a read may do. There is no insert, update or delete, in the types and at run time. */
export type Reader = Pick<Db, 'select' | 'selectDistinct' | '$with' | 'with'>;

/** What work inside `transaction` may do. */
export type Tx = Pick<
  Db,
  'select' | 'selectDistinct' | '$with' | 'with' | 'insert' | 'update' | 'delete'
> & {
  /** A handwritten statement: full text only. */
  run(statement: ReturnType<typeof import('drizzle-orm').sql>): Promise<void>;
  /** The same in the database's own words, to be run very often with other values. */
  prepare(text: string): (values: readonly unknown[]) => Promise<void>;
};

/**
 * `brief`: of those of which many come at once. It may share its commit with others that are brief;
 * what goes wrong in one of them is undone alone.
 */
export type Manner = { brief?: boolean };

/** What a database engine gives the store: a read-only handle and one transaction at a time. */
export type Engine = {
  /** Settles when the database is open and migrated, or says why it cannot be. */
  ready(): Promise<void>;
  reader: Reader;
  begin<T>(work: (tx: Tx) => Promise<T>, how?: Manner): Promise<T>;
  /** Calls back when another process has committed, at the latest 250 ms after it did. */
  onForeignCommit(listener: () => void): () => void;
  /** Leaves nothing of overwritten and deleted rows where the database has its files. */
  scrub(): Promise<void>;
  close(): Promise<void>;
};

/** A file of its own on SQLite, tables of its own in one database on PostgreSQL. */
export const STORES = ['dateline', 'identity', 'person-keys'] as const;
export type StoreName = (typeof STORES)[number];

type Running = {
  tx: Tx;
  doomed: boolean;
  beforeCommit: Map<unknown, (tx: Tx) => Promise<void>>;
  afterCommit: Map<unknown, () => void>;
};

/** What was committed stays so: a listener that fails is reported, and the others still hear of it. */
function announce(listener: () => void): void {
  try {
    listener();
  } catch (error) {
    process.emitWarning(error instanceof Error ? error : String(error));
  }
}

export class Store {
  readonly #engine: Engine;
  readonly #running = new AsyncLocalStorage<Running>();

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  /** To be awaited once at every start: what is wrong is said there, as an OperatorError. */
  ready(): Promise<void> {
    return this.#engine.ready();
  }

  reader(): Reader {
    return this.#running.getStore()?.tx ?? this.#engine.reader;
  }

  /**
   * Runs `work` in one transaction: all of it or none. A call inside another joins it, and a joined
   * call that throws takes the outer one down too, even if somebody catches what it threw.
   */
  async transaction<T>(work: (tx: Tx) => Promise<T>, how?: Manner): Promise<T> {
    const outer = this.#running.getStore();
    if (outer) {
      try {
        return await work(outer.tx);
      } catch (error) {
        outer.doomed = true;
        throw error;
      }
    }
    const afterCommit = new Map<unknown, () => void>();
    const value = await this.#engine.begin(async (tx) => {
      const running: Running = { tx, doomed: false, beforeCommit: new Map(), afterCommit };
      const result = await this.#running.run(running, async () => {
        const value = await work(tx);
        for (const last of running.beforeCommit.values()) await last(tx);
        return value;
      });
      if (running.doomed) throw new Error('a nested transaction failed, so this one cannot commit');
      return result;
    }, how);
    for (const listener of afterCommit.values()) announce(listener);
    return value;
  }

  /**
   * Runs once, as the last part of the transaction that is under way: for what is derived from rows
   * that the rest of it may still change. Of several under one `key` the last one runs.
   */
  beforeCommit(work: (tx: Tx) => Promise<void>, key: unknown): void {
    this.#inside().beforeCommit.set(key, work);
  }

  /**
   * Runs once, after the transaction that is under way has committed; not at all if it does not. Of
   * several under one `key` the last one runs.
   */
  afterCommit(listener: () => void, key: unknown = listener): void {
    this.#inside().afterCommit.set(key, listener);
  }

  #inside(): Running {
    const running = this.#running.getStore();
    if (!running) throw new Error('beforeCommit and afterCommit are for work inside a transaction');
    return running;
  }

  onForeignCommit(listener: () => void): () => void {
    return this.#engine.onForeignCommit(listener);
  }

  scrub(): Promise<void> {
    return this.#engine.scrub();
  }

  close(): Promise<void> {
    return this.#engine.close();
  }
}

/** Opens and migrates. */
export function openStore(name: StoreName): Store {
  if (dialect() === 'postgres') return new Store(openPostgres(env().databaseUrl, name));
  return new Store(openSqlite(sqliteFile(name), name));
}

export function sqliteFile(name: StoreName): string {
  const { databaseUrl, dataDir } = env();
  return name === 'dateline' ? databaseUrl.replace(/^file:/, '') : join(dataDir, `${name}.db`);
}

export function store(): Store {
  return onePerProcess('store dateline', () => openStore('dateline'));
}

/** Closes what this process opened, if anything: its last act. */
export async function closeStores(): Promise<void> {
  for (const name of STORES) await forget<Store>(`store ${name}`)?.close();
}

/**
 * Leaves nothing of overwritten and deleted rows in the database's files. Throws if somebody is reading
 * what was before: to be tried again.
 */
export function scrubStore(): Promise<void> {
  return store().scrub();
}

/** Reads what is committed; inside a transaction, also what that transaction wrote. */
export const read: Reader & { readonly [CLIENT]: Client } = {
  get [CLIENT]() {
    return clientOf(store().reader());
  },
  select: ((...args: []) =>
    store()
      .reader()
      .select(...args)) as Reader['select'],
  selectDistinct: ((...args: []) =>
    store()
      .reader()
      .selectDistinct(...args)) as Reader['selectDistinct'],
  $with: ((...args: [string]) =>
    store()
      .reader()
      .$with(...args)) as Reader['$with'],
  with: ((...args: []) =>
    store()
      .reader()
      .with(...args)) as Reader['with'],
};

export function transaction<T>(work: (tx: Tx) => Promise<T>, how?: Manner): Promise<T> {
  return store().transaction(work, how);
}

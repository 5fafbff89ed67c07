import { AsyncLocalStorage } from 'node:async_hooks';
import { type Placeholder, sql } from 'drizzle-orm';
import { dialect } from '#db/dialect.ts';
import { type Client, clientOf } from '#db/internal/client.ts';
import { overPostgres } from '#db/internal/postgres.ts';
import { overSqlite } from '#db/internal/sqlite.ts';
import type { Reader, Tx } from '#db/store.ts';

/**
 * Names a value that is filled in when the statement runs. A moment that is compared with a column has to
 * be told how it is stored: `gt(column, sql.param(the('at'), column))`.
 */
export type The<V> = (name: keyof V & string) => Placeholder;

/** For a row that is written: each of these columns by its own name. */
export function each<K extends string>(
  the: (name: K) => Placeholder,
  ...columns: K[]
): Record<K, Placeholder> {
  return Object.fromEntries(columns.map((column) => [column, the(column)])) as Record<
    K,
    Placeholder
  >;
}

type Values = Record<string, unknown>;
type Made<R> = { prepare(): { execute(values: Values): PromiseLike<R> } };

/**
 * A query that is put together once in a process and not each time that it is asked: Drizzle takes
 * longer to write a small query than SQLite to answer it. Asked of `read` or of a transaction.
 */
export function prepared<V extends Values, R>(
  make: (on: Reader, the: The<V>) => Made<R>,
): (from: Reader, values: V) => Promise<R> {
  return once(make);
}

/** The same for a statement that writes. */
export function preparedWrite<V extends Values, R>(
  make: (on: Tx, the: The<V>) => Made<R>,
): (tx: Tx, values: V) => Promise<R> {
  return once(make);
}

/** Whose statement is running: what was put together belongs to no connection. */
const running = new AsyncLocalStorage<Client>();

function once<V extends Values, R>(make: (on: Tx, the: The<V>) => Made<R>) {
  let statement: ReturnType<Made<R>['prepare']> | undefined;
  return async (from: Reader, values: V): Promise<R> => {
    statement ??= make(template(), (name) => sql.placeholder(name)).prepare();
    const made = statement;
    return running.run(clientOf(from), async () => made.execute(values));
  };
}

let known: Tx | undefined;

function template(): Tx {
  const current = () => {
    const client = running.getStore();
    if (!client) throw new Error('a prepared statement ran on nothing');
    return client;
  };
  known ??= dialect() === 'postgres' ? overPostgres(current) : overSqlite(current);
  return known;
}

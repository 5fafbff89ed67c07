import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { finished } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import pg from 'pg';
import { migrationsFolder } from '#db/internal/migrations.ts';
import { urlOfStore } from '#db/internal/postgres-roles.ts';
import type { StoreName } from '#db/store.ts';

const BATCH = 500;
export const SCHEMAS: Record<StoreName, string> = {
  dateline: 'public',
  identity: 'identity',
  'person-keys': 'person_keys',
};

/** Begins the rows of a table; every line after it is a row, until the next of these. */
export type TableLine = { table: string; columns: string[] };

/** Every row as a line of JSON, all from one moment. No program besides this one is needed. */
export async function dumpPostgres(url: string, store: StoreName, file: string): Promise<void> {
  const schema = SCHEMAS[store];
  const out = createWriteStream(file, { mode: 0o600 });
  const write = async (line: string) => {
    if (!out.write(`${line}\n`)) await once(out, 'drain');
  };
  await connected(await urlOfStore(url, store), async (client) => {
    await client.query('begin transaction isolation level repeatable read read only');
    for (const { table, columns } of await tablesOf(client, schema)) {
      await write(JSON.stringify({ table, columns } satisfies TableLine));
      await rowsOf(client, schema, table, write);
    }
    await client.query('commit');
  });
  out.end();
  await finished(out);
}

/** Hands over every row of a table, one after the other, as a line of JSON. */
export async function rowsOf(
  client: pg.Client,
  schema: string,
  table: string,
  take: (line: string) => Promise<void>,
): Promise<void> {
  const from = `${pg.escapeIdentifier(schema)}.${pg.escapeIdentifier(table)}`;
  await client.query(`declare rows cursor for select to_json(t)::text as row from ${from} as t`);
  for (;;) {
    const { rows } = await client.query(`fetch ${BATCH} from rows`);
    // A line break in JSON text stands between its words only, never inside of one.
    for (const { row } of rows) await take(String(row).replace(/\n/g, ' '));
    if (rows.length < BATCH) break;
  }
  await client.query('close rows');
}

type Copy = { store: StoreName; migration: number };

/**
 * Makes the tables as they were when the copy was made and fills them, all in one transaction. What
 * has changed in the schema since is done by the next who opens the store.
 */
export async function fillPostgres(url: string, copy: Copy, file: string): Promise<void> {
  const schema = SCHEMAS[copy.store];
  await connected(await urlOfStore(url, copy.store), async (client) => {
    await client.query('begin');
    await makeAnew(client, copy);
    let into: TableLine | undefined;
    let rows: string[] = [];
    const flush = async () => {
      if (into && rows.length > 0) await insert(client, schema, into, rows);
      rows = [];
    };
    for await (const line of createInterface({ input: createReadStream(file) })) {
      const begins = /^\{"table":/.test(line) ? (JSON.parse(line) as TableLine) : undefined;
      if (begins?.columns) {
        await flush();
        into = begins;
      } else rows.push(line);
      if (rows.length === BATCH) await flush();
    }
    await flush();
    await client.query('commit');
  });
}

async function insert(
  client: pg.Client,
  schema: string,
  { table, columns }: TableLine,
  rows: readonly string[],
): Promise<void> {
  const into = `${pg.escapeIdentifier(schema)}.${pg.escapeIdentifier(table)}`;
  const names = columns.map((column) => pg.escapeIdentifier(column)).join(', ');
  await client.query(
    `insert into ${into} (${names}) select ${names} from json_populate_recordset(null::${into}, $1::json)`,
    [`[${rows.join(',')}]`],
  );
}

async function makeAnew(client: pg.Client, { store, migration }: Copy): Promise<void> {
  const schema = SCHEMAS[store];
  const log = `drizzle.__${store.replace('-', '_')}_migrations`;
  const tables = await tablesOf(client, schema);
  for (const { table } of tables) {
    await client.query(
      `drop table ${pg.escapeIdentifier(schema)}.${pg.escapeIdentifier(table)} cascade`,
    );
  }
  if (schema !== 'public') await client.query(`drop schema if exists ${schema}`);
  await client.query(`delete from ${log}`);
  const all = readMigrationFiles({ migrationsFolder: migrationsFolder('postgres', store) });
  for (const one of all.filter(({ folderMillis }) => folderMillis <= migration)) {
    for (const statement of one.sql) await client.query(statement);
    await client.query(`insert into ${log} (hash, created_at) values ($1, $2)`, [
      one.hash,
      one.folderMillis,
    ]);
  }
}

/** In an order in which what is pointed at comes first. */
export async function tablesOf(client: pg.Client, schema: string): Promise<TableLine[]> {
  const { rows } = await client.query<TableLine & { needs: string[] }>(
    `select c.relname as table,
       (select json_agg(attname order by attnum) from pg_attribute
        where attrelid = c.oid and attnum > 0 and not attisdropped) as columns,
       (select coalesce(json_agg(f.relname), '[]') from pg_constraint k
        join pg_class f on f.oid = k.confrelid
        where k.conrelid = c.oid and k.contype = 'f' and f.oid <> c.oid) as needs
     from pg_class c where c.relnamespace = to_regnamespace($1) and c.relkind = 'r'
     order by c.relname`,
    [schema],
  );
  const ordered: TableLine[] = [];
  const placed = new Set<string>();
  while (ordered.length < rows.length) {
    const free = rows.filter(
      (row) => !placed.has(row.table) && row.needs.every((name) => placed.has(name)),
    );
    if (free.length === 0) throw new Error('tables point at each other in a circle');
    for (const { table, columns } of free) {
      placed.add(table);
      ordered.push({ table, columns });
    }
  }
  return ordered;
}

/** A connection that was closed is still listed for a moment. */
const LOOKS = 20;
const LOOK_MS = 100;

export async function somebodyIsConnected(url: string): Promise<boolean> {
  return connected(url, async (client) => {
    for (let look = 1; look <= LOOKS; look += 1) {
      const { rows } = await client.query(
        `select 1 from pg_stat_activity where datname = current_database()
         and pid <> pg_backend_pid() and backend_type = 'client backend'`,
      );
      if (rows.length === 0) return false;
      await sleep(LOOK_MS);
    }
    return true;
  });
}

export async function connected<T>(
  url: string,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

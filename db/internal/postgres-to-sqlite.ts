import type Database from 'better-sqlite3';
import type pg from 'pg';
import {
  connected,
  rowsOf,
  SCHEMAS,
  type TableLine,
  tablesOf,
} from '#db/internal/postgres-copies.ts';
import { urlOfStore } from '#db/internal/postgres-roles.ts';
import { openWriter } from '#db/internal/sqlite-open.ts';
import type { StoreName } from '#db/store.ts';

type Connection = Database.Database;

/**
 * Brings the rows that a store has on PostgreSQL, as they are at one moment, into a new file of SQLite.
 * Tables that are made from others, as the index of the search is, stay empty.
 */
export async function bringToSqlite(url: string, store: StoreName, file: string): Promise<void> {
  const writer = openWriter(file, store);
  try {
    await connected(await urlOfStore(url, store), async (client) => {
      await client.query('begin transaction isolation level repeatable read read only');
      writer.exec('begin; pragma defer_foreign_keys = on');
      for (const of of await tablesOf(client, SCHEMAS[store])) {
        if (isOrdinary(writer, of.table)) await bringTable(client, writer, SCHEMAS[store], of);
      }
      writer.exec('commit');
      await client.query('commit');
    });
  } finally {
    writer.close();
  }
}

function isOrdinary(writer: Connection, table: string): boolean {
  const made = writer
    .prepare(
      `select 1 from sqlite_master where type = 'table' and name = ? and sql like 'create table%'`,
    )
    .get(table);
  return made !== undefined;
}

async function bringTable(
  client: pg.Client,
  writer: Connection,
  schema: string,
  of: TableLine,
): Promise<void> {
  const types = await typesOf(client, schema, of.table);
  const names = of.columns.map((column) => `"${column}"`).join(', ');
  const places = of.columns.map(() => '?').join(', ');
  const put = writer.prepare(`insert into "${of.table}" (${names}) values (${places})`);
  await rowsOf(client, schema, of.table, async (line) => {
    const row = JSON.parse(line) as Record<string, unknown>;
    put.run(...of.columns.map((column) => asSqlite(row[column], types.get(column))));
  });
}

async function typesOf(
  client: pg.Client,
  schema: string,
  table: string,
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await client.query<{ name: string; type: string }>(
    `select column_name as name, data_type as type from information_schema.columns
     where table_schema = $1 and table_name = $2`,
    [schema, table],
  );
  return new Map(rows.map(({ name, type }) => [name, type]));
}

/** How db/columns.sqlite.ts stores what `to_json` says of a column of this type. */
function asSqlite(value: unknown, type: string | undefined): unknown {
  if (value === null || value === undefined) return null;
  switch (type) {
    case 'boolean':
      return value ? 1 : 0;
    case 'json':
      return JSON.stringify(value);
    case 'timestamp with time zone':
      return Date.parse(String(value));
    case 'bytea':
      return Buffer.from(String(value).slice(2), 'hex');
    default:
      return value;
  }
}

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { dialect } from '#db/dialect.ts';
import { env } from '#lib/env.ts';

/**
 * Where a marked word is still kept: in the bytes of every file of DATA_DIR, the database's with its
 * log too, and on PostgreSQL in every row of every table.
 */
export async function leftovers(mark: string): Promise<string[]> {
  const found = filesWith(mark);
  if (dialect() === 'postgres') found.push(...(await tablesWith(mark)));
  return found.toSorted();
}

function filesWith(mark: string): string[] {
  const needle = mark.toLowerCase();
  return readdirSync(env().dataDir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .filter((entry) => {
      const bytes = readFileSync(join(entry.parentPath, entry.name));
      return bytes.toString('latin1').toLowerCase().includes(needle);
    })
    .map((entry) => entry.name);
}

async function tablesWith(mark: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: env().databaseUrl });
  await client.connect();
  try {
    const tables = await client.query<{ name: string }>(`
      select format('%I.%I', table_schema, table_name) as name from information_schema.tables
      where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`);
    const found: string[] = [];
    for (const { name } of tables.rows) {
      const rows = await client.query(`select 1 from ${name} as t where t::text ilike $1 limit 1`, [
        `%${mark}%`,
      ]);
      if (rows.rowCount) found.push(name);
    }
    return found;
  } finally {
    await client.end();
  }
}

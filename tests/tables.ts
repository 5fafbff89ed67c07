import { readdirSync } from 'node:fs';
import { is, Table } from 'drizzle-orm';
import type { settings } from '#db/schema/site.ts';

export type AnyTable = typeof settings;

const FOLDER = new URL('../db/schema/', import.meta.url);

/** Every table of the main store: whoever adds one need not think of the tests that look at all. */
export async function mainTables(): Promise<AnyTable[]> {
  const names = readdirSync(FOLDER).map((file) => file.replace(/\.ts$/, ''));
  const modules = await Promise.all(
    names.map((name): Promise<Record<string, unknown>> => import(`../db/schema/${name}.ts`)),
  );
  const tables = modules.flatMap((schema) =>
    Object.values(schema).filter((one) => is(one, Table)),
  ) as AnyTable[];
  return [...new Set(tables)];
}

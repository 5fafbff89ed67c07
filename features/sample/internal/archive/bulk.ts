import { getTableColumns, getTableName } from 'drizzle-orm';
import { dialect } from '#db/dialect.ts';
import type { stories } from '#db/schema/stories.ts';
import type { Tx } from '#db/store.ts';

/** Values that one statement may carry; SQLite's limit is 32,766, PostgreSQL's 65,535. */
const MAX_VALUES = 4_000;

type AnyTable = typeof stories;
type Prepared = ReturnType<Tx['prepare']>;

/**
 * Inserts very many rows in one transaction. A statement is prepared once for each number of rows,
 * and not by Drizzle, whose way of filling in values would take longer than the database itself.
 */
export class Bulk {
  readonly #tx: Tx;
  readonly #prepared = new Map<string, Prepared>();

  constructor(tx: Tx) {
    this.#tx = tx;
  }

  async insert<T extends { $inferInsert: object }>(
    into: T,
    rows: readonly Required<T['$inferInsert']>[],
  ): Promise<void> {
    const table = into as unknown as AnyTable;
    const columns = Object.entries(getTableColumns(table));
    let size = Math.max(1, Math.floor(MAX_VALUES / columns.length));
    for (let start = 0; start < rows.length; start += size) {
      while (size > rows.length - start) size >>= 1;
      const values: unknown[] = [];
      const some = rows.slice(start, start + size) as readonly Record<string, unknown>[];
      for (const row of some) {
        for (const [key, column] of columns) {
          const value = row[key] ?? null;
          values.push(value === null ? null : column.mapToDriverValue(value));
        }
      }
      await this.#statement(table, some.length)(values);
    }
  }

  #statement(table: AnyTable, rows: number): Prepared {
    const name = `${getTableName(table)} ${rows}`;
    const known = this.#prepared.get(name);
    if (known) return known;
    const prepared = this.#tx.prepare(insertion(table, rows));
    this.#prepared.set(name, prepared);
    return prepared;
  }
}

function insertion(table: AnyTable, rows: number): string {
  const columns = Object.values(getTableColumns(table)).map(({ name }) => `"${name}"`);
  const numbered = dialect() === 'postgres';
  let last = 0;
  const gap = () => {
    last += 1;
    return numbered ? `$${last}` : '?';
  };
  const row = () => `(${columns.map(gap).join(', ')})`;
  const all = Array.from({ length: rows }, row).join(', ');
  return `insert into "${getTableName(table)}" (${columns.join(', ')}) values ${all}`;
}

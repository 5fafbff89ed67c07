import { getTableColumns, getTableName, sql } from 'drizzle-orm';
import type { stories } from '#db/schema/stories.ts';
import type { Tx } from '#db/store.ts';

/** Values that one statement may carry; SQLite's limit is 32,766, PostgreSQL's 65,535. */
const MAX_VALUES = 1_000;

type AnyTable = typeof stories;
type Prepared = { execute(values: Record<string, unknown>): PromiseLike<unknown> };

/**
 * Inserts very many rows in one transaction. A statement is prepared once for each number of rows:
 * building it anew for every insert would take longer than all the rest.
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
    const size = Math.max(1, Math.floor(MAX_VALUES / columns.length));
    for (let start = 0; start < rows.length; start += size) {
      const values: unknown[] = [];
      const some = rows.slice(start, start + size) as readonly Record<string, unknown>[];
      for (const row of some) {
        for (const [key, column] of columns) {
          const value = row[key] ?? null;
          values.push(value === null ? null : column.mapToDriverValue(value));
        }
      }
      // Placeholders are named by number, so that an array holds their values.
      const named = values as unknown as Record<string, unknown>;
      await this.#statement(table, some.length).execute(named);
    }
  }

  #statement(table: AnyTable, rows: number): Prepared {
    const columns = Object.keys(getTableColumns(table));
    const name = `${getTableName(table)} ${rows}`;
    const known = this.#prepared.get(name);
    if (known) return known;
    const row = (n: number) =>
      Object.fromEntries(
        columns.map((key, column) => {
          const placeholder = sql.placeholder(String(n * columns.length + column));
          return [key, sql`${sql.param(placeholder)}`];
        }),
      );
    const all = Array.from({ length: rows }, (_, n) => row(n));
    const insert = this.#tx.insert(table).values(all as never);
    const prepared = (insert as unknown as { prepare(): Prepared }).prepare();
    this.#prepared.set(name, prepared);
    return prepared;
  }
}

import Database from 'better-sqlite3';
import { commenters } from '#e2e/leaks/knowing.ts';

type Rows = unknown[][];

/** Changes what the main store's statements give back. */
export function changeRows(change: (sql: string, rows: Rows) => Rows): void {
  changeStatements((sql, statement) => {
    const all = statement.all.bind(statement);
    statement.all = (...values: unknown[]) => {
      const rows = all(...values);
      return Array.isArray(rows[0]) ? change(sql, rows as Rows) : rows;
    };
  });
}

/** Changes what statements are asked with. */
export function changeValues(change: (sql: string, values: unknown[]) => unknown[]): void {
  changeStatements((sql, statement) => {
    const [all, run] = [statement.all.bind(statement), statement.run.bind(statement)];
    statement.all = (...values: unknown[]) => all(...change(sql, values));
    statement.run = (...values: unknown[]) => run(...change(sql, values));
  });
}

function changeStatements(change: (sql: string, statement: Database.Statement<unknown[]>) => void) {
  const { prepare } = Database.prototype;
  Database.prototype.prepare = function (this: Database.Database, sql: string) {
    const statement = prepare.call(this, sql);
    if (!this.name.endsWith('identity.db')) change(sql, statement);
    return statement;
  } as typeof prepare;
}

/** Puts something else in the place of the random names of commenters, wherever they are read. */
export function renameCommenters(
  name: (known: { address: string; identity: string }) => string,
): void {
  changeRows((sql, rows) => {
    if (!/^select\b.*"commenter_id"/.test(sql) || !sql.includes('"comment_revisions"')) return rows;
    const known = commenters();
    return rows.map((row) =>
      row.map((cell) => {
        const commenter = typeof cell === 'string' ? known.get(cell) : undefined;
        return commenter ? name(commenter) : cell;
      }),
    );
  });
}

/** Puts the comments of a story into the order of their writers' addresses. */
export function sortByAddress(): void {
  changeRows((sql, rows) => {
    if (!sql.includes('"thread_id" in (')) return rows;
    const known = commenters();
    const addressOf = (row: unknown[]) =>
      row.map((cell) => known.get(String(cell))?.address ?? '').join('');
    return rows.toSorted((one, other) => (addressOf(one) < addressOf(other) ? -1 : 1));
  });
}

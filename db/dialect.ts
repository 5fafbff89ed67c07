import { type Placeholder, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import { errorCode } from '#lib/errors.ts';

export type Dialect = 'sqlite' | 'postgres';

/** Chosen once per process by `DATABASE_URL`; the schema and the store follow it. */
export function dialect(): Dialect {
  return /^postgres(ql)?:/.test(process.env.DATABASE_URL ?? '') ? 'postgres' : 'sqlite';
}

/** Drizzle wraps what a driver throws; the driver's own error is the `cause`. */
function driverCode(error: unknown): string {
  const own = errorCode(error);
  if (own || !(error instanceof Error) || !error.cause) return own;
  return driverCode(error.cause);
}

/** True for a violated unique index or primary key, which each database names in its own way. */
export function isUniqueViolation(error: unknown): boolean {
  const code = driverCode(error);
  return (
    code === '23505' ||
    code === 'SQLITE_CONSTRAINT_UNIQUE' ||
    code === 'SQLITE_CONSTRAINT_PRIMARYKEY'
  );
}

/** Contains, whatever the case of the letters; `needle` is text, not a pattern. */
export function containsText(column: SQLWrapper, needle: string): SQL {
  return sql`lower(${column}) like ${patternOf(needle.toLowerCase())} escape '\\'`;
}

/** The same for a column that is kept folded: four times as quick, since nothing is folded again. */
export function containsFolded(column: SQLWrapper, folded: string): SQL {
  return sql`${column} like ${patternOf(folded)} escape '\\'`;
}

function patternOf(needle: string): string {
  return `%${needle.replace(/[\\%_]/g, '\\$&')}%`;
}

/** Newest first with rows that have no moment last, in both databases. */
export function newestFirst(column: SQLWrapper): SQL {
  return dialect() === 'postgres' ? sql`${column} desc nulls last` : sql`${column} desc`;
}

/** Among the values that fill a placeholder, however many: `inArray` for a prepared statement. */
export function isAmong(column: SQLWrapper, values: Placeholder): SQL {
  if (dialect() === 'postgres') return sql`${column} = any(${values})`;
  return sql`${column} in (select value from json_each(${sql.param(values, AS_JSON)}))`;
}

const AS_JSON = { mapToDriverValue: (values: unknown) => JSON.stringify(values) };

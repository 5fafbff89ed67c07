import { sql } from 'drizzle-orm';
import {
  blob,
  index,
  integer,
  primaryKey,
  real,
  sqliteTable,
  text as sqliteText,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core';

export const table = sqliteTable;
/** On SQLite the addresses and the keys of persons have files of their own instead. */
export const identitySchema = undefined;
export const identityTable = sqliteTable;
export const personKeysSchema = undefined;
export const personKeysTable = sqliteTable;
export const text = (name: string) => sqliteText(name);
export const int = (name: string) => integer(name);
export const float = (name: string) => real(name);
export const bool = (name: string) => integer(name, { mode: 'boolean' });
/** A moment, to the millisecond. */
export const instant = (name: string) => integer(name, { mode: 'timestamp_ms' });
export const json = <T>(name: string) => sqliteText(name, { mode: 'json' }).$type<T>();
export const bytes = (name: string) => blob(name, { mode: 'buffer' });
/** A word from a closed list; the types hold it, and the commands are the only writers. */
export const oneOf = <const T extends readonly [string, ...string[]]>(name: string, words: T) =>
  sqliteText(name, { enum: words as unknown as [T[number], ...T[number][]] });
export { index, primaryKey, sql, uniqueIndex };

import { sql } from 'drizzle-orm';
import {
  boolean,
  customType,
  doublePrecision,
  index,
  integer,
  json as pgJson,
  pgSchema,
  pgTable,
  text as pgText,
  primaryKey,
  timestamp,
  uniqueIndex,
} from 'drizzle-orm/pg-core';

const bytea = customType<{ data: Buffer }>({ dataType: () => 'bytea' });

export const table = pgTable;
export const identitySchema = pgSchema('identity');
export const identityTable = identitySchema.table;
export const personKeysSchema = pgSchema('person_keys');
export const personKeysTable = personKeysSchema.table;
export const text = (name: string) => pgText(name);
export const int = (name: string) => integer(name);
export const float = (name: string) => doublePrecision(name);
export const bool = (name: string) => boolean(name);
export const instant = (name: string) =>
  timestamp(name, { precision: 3, withTimezone: true, mode: 'date' });
export const json = <T>(name: string) => pgJson(name).$type<T>();
export const bytes = (name: string) => bytea(name);
export const oneOf = <const T extends readonly [string, ...string[]]>(name: string, words: T) =>
  pgText(name, { enum: words as unknown as [T[number], ...T[number][]] });
export { index, primaryKey, sql, uniqueIndex };

import * as postgres from '#db/columns.postgres.ts';
import * as sqlite from '#db/columns.sqlite.ts';
import { dialect } from '#db/dialect.ts';

/**
 * The vocabulary that the schema is written in. SQLite's types are canonical, so that nothing that
 * only PostgreSQL has can be leaned on by accident; the cast is what makes one schema serve both.
 */
const columns = dialect() === 'postgres' ? (postgres as unknown as typeof sqlite) : sqlite;

export const {
  table,
  identitySchema,
  identityTable,
  personKeysSchema,
  personKeysTable,
  text,
  int,
  float,
  bool,
  instant,
  json,
  bytes,
  oneOf,
  index,
  uniqueIndex,
  primaryKey,
} = columns;

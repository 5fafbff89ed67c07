import { dialect } from '#db/dialect.ts';
import * as postgres from '#features/search/internal/postgres.ts';
import * as sqlite from '#features/search/internal/sqlite.ts';

/** The one interface over both full-text engines. */
export const { put, putNew, drop, empty, settle, scrubStep, finds } =
  dialect() === 'postgres' ? postgres : sqlite;

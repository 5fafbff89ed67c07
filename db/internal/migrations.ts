import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Dialect } from '#db/dialect.ts';
import type { StoreName } from '#db/store.ts';
import { OperatorError } from '#lib/errors.ts';

/** The project's folder: every command of Dateline is run from it, Next's bundle included. */
const ROOT = process.cwd();

export function migrationsFolder(dialect: Dialect, name: StoreName): string {
  return join(ROOT, 'db', 'migrations', name, dialect);
}

/** When the newest migration that this program knows was made (its `when`, in milliseconds). */
export function knownMigrations(dialect: Dialect, name: StoreName): number {
  const journal = JSON.parse(
    readFileSync(join(migrationsFolder(dialect, name), 'meta', '_journal.json'), 'utf8'),
  ) as { entries: { when: number }[] };
  return Math.max(...journal.entries.map((entry) => entry.when));
}

export function newerDatabase(where: string): OperatorError {
  return new OperatorError(
    `The database ${where} was made by a newer Dateline: start that version, or restore a backup.`,
  );
}

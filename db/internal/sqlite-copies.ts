import { chmodSync, copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { errorCode } from '#lib/errors.ts';

/** SQLite's own way of copying what others are writing to. */
export async function copySqlite(file: string, target: string): Promise<void> {
  const from = new Database(file, { readonly: true, fileMustExist: true });
  try {
    await from.backup(target);
  } finally {
    from.close();
  }
  chmodSync(target, 0o600);
}

/** Only whoever is alone with a file may take it out of the mode that several can work in. */
export function isUsed(file: string): boolean {
  if (!existsSync(file)) return false;
  const alone = new Database(file, { timeout: 100 });
  try {
    return alone.pragma('journal_mode = DELETE', { simple: true }) !== 'delete';
  } catch (error) {
    if (errorCode(error).startsWith('SQLITE_BUSY')) return true;
    throw error;
  } finally {
    alone.close();
  }
}

/** The whole file or nothing: it is written beside and then takes the place. */
export function putSqlite(source: string, file: string): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const beside = `${file}.restored`;
  copyFileSync(source, beside);
  chmodSync(beside, 0o600);
  for (const log of ['-wal', '-shm']) rmSync(`${file}${log}`, { force: true });
  renameSync(beside, file);
}

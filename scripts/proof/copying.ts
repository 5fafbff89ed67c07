import { copyFileSync, cpSync, existsSync, linkSync, mkdirSync, readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import Database from 'better-sqlite3';
import { errorCode } from '#lib/errors.ts';

/** Both sites begin as this one, with its keys: what they are to differ in is put in afterwards. */
export function copyAll(from: string, to: string): void {
  cpSync(from, to, { recursive: true });
}

const STORES = ['dateline.db', 'identity.db'];

/**
 * A copy of a running site in the state of this moment: its rows and its pictures. Its keys stay where
 * they are, so that nothing that is sealed in the copy can be opened by anybody.
 */
export async function copySite(from: string, to: string): Promise<void> {
  mkdirSync(to, { recursive: true, mode: 0o700 });
  for (const name of STORES) {
    const file = join(from, name);
    if (!existsSync(file)) continue;
    const database = new Database(file, { readonly: true });
    try {
      await database.backup(join(to, name));
    } finally {
      database.close();
    }
  }
  const media = join(from, 'media');
  if (existsSync(media)) share(media, join(to, 'media'));
}

/** Files that are replaced and never changed: each needs no room of its own where the system can do that. */
function share(from: string, to: string): void {
  for (const entry of readdirSync(from, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    const copy = join(to, relative(from, file));
    mkdirSync(dirname(copy), { recursive: true, mode: 0o700 });
    try {
      linkSync(file, copy);
    } catch (error) {
      if (!['EXDEV', 'EPERM', 'ENOTSUP'].includes(errorCode(error))) throw error;
      copyFileSync(file, copy);
    }
  }
}

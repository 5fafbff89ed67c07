import { copyFileSync, cpSync, existsSync, linkSync, mkdirSync, readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { copyAsSqlite } from '#db/copies.ts';
import { errorCode } from '#lib/errors.ts';

/** Both sites begin as this one, with its keys: what they are to differ in is put in afterwards. */
export function copyAll(from: string, to: string): void {
  cpSync(from, to, { recursive: true });
}

/** A site that is copied: where its files are and, if it is on PostgreSQL, its database. */
export type CopiedSite = { dataDir: string; databaseUrl?: string };

/**
 * A copy of a running site in the state of this moment: its rows and its pictures. Its keys stay where
 * they are, so that nothing that is sealed in the copy can be opened by anybody.
 */
export async function copySite(from: CopiedSite, to: string): Promise<void> {
  mkdirSync(to, { recursive: true, mode: 0o700 });
  for (const store of ['dateline', 'identity'] as const) await copyAsSqlite(store, from, to);
  const media = join(from.dataDir, 'media');
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

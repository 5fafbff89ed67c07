import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import { STORES } from '#db/store.ts';
import { env } from '#lib/env.ts';
import { OperatorError } from '#lib/errors.ts';

/** What every ordinary backup has. Persons' keys are kept apart, and only the newest of them. */
export const ORDINARY = ['dateline', 'identity'] as const;

const Copy = z.object({
  store: z.enum(STORES),
  file: z.string().regex(/^[a-z-]+\.(db|jsonl)$/),
  dialect: z.enum(['sqlite', 'postgres']),
  migration: z.number(),
  sha256: z.string(),
});

/** What stands in `manifest.json` of a backup, and of what is kept apart from it. */
const Manifest = z.object({ madeAt: z.coerce.date(), copies: z.array(Copy) });

export type Manifest = z.infer<typeof Manifest>;

export function readManifest(folder: string): Manifest {
  const file = join(folder, 'manifest.json');
  if (!existsSync(file)) throw new OperatorError(`${folder} is not a backup: it has no manifest.`);
  try {
    return Manifest.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    throw new OperatorError(`${file} is damaged.`);
  }
}

export async function digestOfFile(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}

/** Where the last backup of this site went: `dateline doctor` tells it. */
const Last = z.object({ madeAt: z.coerce.date(), folder: z.string(), apart: z.string() });

export type LastBackup = z.infer<typeof Last>;

export const lastBackupFile = () => join(env().dataDir, 'last-backup');

export function lastBackup(): LastBackup | null {
  if (!existsSync(lastBackupFile())) return null;
  return Last.parse(JSON.parse(readFileSync(lastBackupFile(), 'utf8')));
}

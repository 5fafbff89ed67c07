import { statfsSync } from 'node:fs';
import { env } from '#lib/env.ts';

/** How many bytes the folder of all state can still grow by, for whoever this program runs as. */
export function freeOnDisk(): number {
  const { bavail, bsize } = statfsSync(env().dataDir);
  return bavail * bsize;
}

import { closeStores } from '#db/store.ts';

/**
 * Runs Dateline's own commands as one more process on the database of a running site. The site hears
 * of what they changed as it hears of the command line.
 */
export async function onDatabase<T>(dataDir: string, work: () => Promise<T>): Promise<T> {
  const before = process.env.DATA_DIR;
  process.env.DATA_DIR = dataDir;
  try {
    return await work();
  } finally {
    await closeStores();
    if (before === undefined) delete process.env.DATA_DIR;
    else process.env.DATA_DIR = before;
  }
}

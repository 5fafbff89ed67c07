import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { inBucket } from '#lib/bucket.ts';
import { env } from '#lib/env.ts';
import { errorCode } from '#lib/errors.ts';
import { newId } from '#lib/ids.ts';

/** The one door to files that are not rows: pictures and what is made of them. */
export type Storage = {
  /** All of the bytes or none: a reader never meets half a file. */
  put(key: string, bytes: Uint8Array): Promise<void>;
  get(key: string): Promise<Buffer | null>;
  /** Takes away what is there; nothing there is no error. */
  delete(key: string): Promise<void>;
};

/** Words of a key: nothing that could climb out of the folder or hide in it. */
const KEY = /^[a-z0-9][a-z0-9._-]*(?:\/[a-z0-9][a-z0-9._-]*)*$/;

/** Whatever keeps the files never sees a key that is none. */
function checked(storage: Storage): Storage {
  const check = (key: string): string => {
    if (!KEY.test(key) || key.includes('..')) throw new Error('not a key of the storage');
    return key;
  };
  return {
    put: async (key, bytes) => storage.put(check(key), bytes),
    get: async (key) => storage.get(check(key)),
    delete: async (key) => storage.delete(check(key)),
  };
}

function inFolder(folder: string): Storage {
  const fileOf = (key: string): string => join(folder, key);
  return {
    async put(key, bytes) {
      const file = fileOf(key);
      await mkdir(dirname(file), { recursive: true, mode: 0o700 });
      const unfinished = `${file}.${newId()}.part`;
      try {
        const handle = await open(unfinished, 'wx', 0o600);
        try {
          await handle.writeFile(bytes);
          await handle.sync();
        } finally {
          await handle.close();
        }
        await rename(unfinished, file);
      } catch (error) {
        await rm(unfinished, { force: true });
        throw error;
      }
    },
    async get(key) {
      try {
        return await readFile(fileOf(key));
      } catch (error) {
        if (errorCode(error) === 'ENOENT') return null;
        throw error;
      }
    },
    async delete(key) {
      await rm(fileOf(key), { force: true });
    },
  };
}

/** On the disk, or in a bucket where `S3_URL` says so. */
export function storage(): Storage {
  const { s3Url, dataDir } = env();
  return checked(s3Url ? inBucket(s3Url) : inFolder(join(dataDir, 'media')));
}

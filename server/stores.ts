import { accessSync, constants, mkdirSync } from 'node:fs';
import { identityStore } from '#db/identity.ts';
import { settings } from '#db/schema/site.ts';
import { read, store } from '#db/store.ts';
import { env } from '#lib/env.ts';
import { OperatorError } from '#lib/errors.ts';
import { forget } from '#lib/singleton.ts';

/** Opens and migrates both stores, and asks the first one something, so that a fault shows now. */
export async function openStores(): Promise<void> {
  const { dataDir } = env();
  try {
    mkdirSync(dataDir, { recursive: true });
    accessSync(dataDir, constants.W_OK | constants.X_OK);
  } catch {
    throw new OperatorError(`DATA_DIR ${dataDir} cannot be written to.`);
  }
  store();
  identityStore();
  await read.select({ key: settings.key }).from(settings).limit(1);
}

export async function closeStores(): Promise<void> {
  for (const name of ['store', 'identity']) {
    await forget<{ close(): Promise<void> }>(name)?.close();
  }
}

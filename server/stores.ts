import { accessSync, constants, mkdirSync } from 'node:fs';
import { identityStore } from '#db/identity.ts';
import { personKeysStore } from '#db/person-keys.ts';
import { store } from '#db/store.ts';
import { env } from '#lib/env.ts';
import { OperatorError } from '#lib/errors.ts';

/** Opens and migrates all stores: what is wrong with a database is said now. */
export async function openStores(): Promise<void> {
  const { dataDir } = env();
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    accessSync(dataDir, constants.W_OK | constants.X_OK);
  } catch {
    throw new OperatorError(`DATA_DIR ${dataDir} cannot be written to.`);
  }
  for (const opened of [store(), identityStore(), personKeysStore()]) await opened.ready();
}

import { type Manner, openStore, type Reader, type Store, type Tx } from '#db/store.ts';
import { onePerProcess } from '#lib/singleton.ts';

/**
 * The store of addresses, apart from everything else: a file of its own, or a schema of its own on
 * PostgreSQL. It does not commit together with the main store; see docs/decisions/0005.
 */
export function identityStore(): Store {
  return onePerProcess('store identity', () => openStore('identity'));
}

export function readIdentity(): Reader {
  return identityStore().reader();
}

export function identityTransaction<T>(work: (tx: Tx) => Promise<T>, how?: Manner): Promise<T> {
  return identityStore().transaction(work, how);
}

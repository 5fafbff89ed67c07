import { type Manner, openStore, type Reader, type Store, type Tx } from '#db/store.ts';
import { onePerProcess } from '#lib/singleton.ts';

/**
 * The store of persons' keys, apart from the addresses that they close: ordinary backups leave it out,
 * so that a key that was destroyed is in none of them. It commits by itself; see docs/decisions/0005.
 */
export function personKeysStore(): Store {
  return onePerProcess('store person-keys', () => openStore('person-keys'));
}

export function readPersonKeys(): Reader {
  return personKeysStore().reader();
}

export function personKeysTransaction<T>(work: (tx: Tx) => Promise<T>, how?: Manner): Promise<T> {
  return personKeysStore().transaction(work, how);
}

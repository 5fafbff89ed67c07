import { join } from 'node:path';
import { type Address, indexUnder } from '#features/addresses/address.ts';
import { destroyKey, keyFor, keysFolder, versionsOf } from '#lib/keys.ts';

export type BlindIndex = { version: number; index: string };

const NAME = 'identity-index';

/** Those in use, oldest first: more than one only while a rotation is under way. */
export function indexVersions(): number[] {
  const known = versionsOf(NAME);
  return known.length > 0 ? known : [1];
}

/** What the address is found by under each key in use, the newest last. */
export function blindIndexes(address: Address): [BlindIndex, ...BlindIndex[]] {
  const [first = 1, ...others] = indexVersions();
  const under = (version: number) => ({
    version,
    index: indexUnder(keyFor(`${NAME}-${version}`), address),
  });
  return [under(first), ...others.map(under)];
}

/** From now on addresses are indexed with one more key; they are found by the older ones as well. */
export function makeIndexKey(version: number): void {
  keyFor(`${NAME}-${version}`);
}

export function destroyIndexKeys(versions: readonly number[]): void {
  for (const version of versions) destroyKey(join(keysFolder(), `${NAME}-${version}`));
}

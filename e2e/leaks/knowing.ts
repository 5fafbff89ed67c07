import crypto, { type BinaryLike, type Hmac } from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import Database from 'better-sqlite3';

/** What a careless program would keep: addresses as they came, and whose they are. */
const byIndex = new Map<string, string>();
const listeners: ((address: string, before: boolean) => void)[] = [];

/** Calls back with every address that arrives, and whether it came before. */
export function onAddress(listener: (address: string, before: boolean) => void): void {
  listeners.push(listener);
}

/** Listens where addresses are turned into indexes, which all of them are. */
export function listenForAddresses(): void {
  const { createHmac } = crypto;
  crypto.createHmac = (algorithm, key, options) => {
    const hmac = createHmac(algorithm, key, options);
    const update = hmac.update.bind(hmac) as (data: BinaryLike) => Hmac;
    const digest = hmac.digest.bind(hmac) as (encoding: 'hex') => string;
    let address = '';
    Object.assign(hmac, {
      update(data: BinaryLike) {
        if (typeof data === 'string' && /^[^@\s"]+@[^@\s"]+$/.test(data)) address = data;
        update(data);
        return hmac;
      },
      digest(encoding: 'hex') {
        const index = digest(encoding);
        if (address) arrived(address, index);
        return index;
      },
    });
    return hmac;
  };
  syncBuiltinESMExports();
}

function arrived(address: string, index: string): void {
  const before = byIndex.has(index);
  byIndex.set(index, address);
  for (const listener of listeners) listener(address, before);
}

export function knownAddresses(): string[] {
  return [...new Set(byIndex.values())];
}

/** The address behind each random name, and the person behind it. */
export function commenters(): Map<string, { address: string; identity: string }> {
  const database = new Database(join(process.env.DATA_DIR ?? '', 'identity.db'), {
    readonly: true,
  });
  try {
    const rows = database
      .prepare(
        `select commenter_id, identity_id, blind_index from appearances
         join identities on identities.id = appearances.identity_id`,
      )
      .raw()
      .all() as [string, string, string][];
    return new Map(
      rows.map(([name, identity, index]) => [
        name,
        { identity, address: byIndex.get(index) ?? '' },
      ]),
    );
  } finally {
    database.close();
  }
}

export function hashed(text: string): string {
  return crypto.createHash('md5').update(text).digest('hex');
}

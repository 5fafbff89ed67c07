import { randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { env } from '#lib/env.ts';
import { errorCode } from '#lib/errors.ts';
import { onePerProcess } from '#lib/singleton.ts';

const keys = onePerProcess('keys', () => new Map<string, Buffer>());

/** The purposes that have a key of their own; one key never serves two. */
export type KeyPurpose = 'audit' | 'identity-index-1' | 'session' | 'mailer-seed';

/**
 * 32 secret bytes from `DATA_DIR/keys/{purpose}`, made at the first call. Two processes that start at
 * once agree, because only one of them can create the file.
 */
export function keyFor(purpose: KeyPurpose): Buffer {
  const folder = join(env().dataDir, 'keys');
  const file = join(folder, purpose);
  const known = keys.get(file);
  if (known) return known;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  try {
    writeFileSync(file, randomBytes(32).toString('base64'), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error;
  }
  chmodSync(file, 0o600);
  const key = Buffer.from(readFileSync(file, 'utf8'), 'base64');
  keys.set(file, key);
  return key;
}

import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { env } from '#lib/env.ts';
import { errorCode, OperatorError } from '#lib/errors.ts';
import { onePerProcess } from '#lib/singleton.ts';

const keys = onePerProcess('keys', () => new Map<string, Buffer>());

const KEY_BYTES = 32;

/** The purposes that have a key of their own; one key never serves two. */
export type KeyPurpose =
  | 'audit'
  | 'identity-index-1'
  | 'session'
  | 'mailer-seed'
  | 'second-factor'
  | 'recovery';

/**
 * 32 secret bytes from `DATA_DIR/keys/{purpose}`, made at the first call. Processes that start at
 * once agree on one, and a crash never leaves half a key.
 */
export function keyFor(purpose: KeyPurpose): Buffer {
  const file = join(env().dataDir, 'keys', purpose);
  const known = keys.get(file);
  if (known) return known;
  if (!existsSync(file)) makeKey(file);
  chmodSync(file, 0o600);
  const key = Buffer.from(readFileSync(file, 'utf8'), 'base64');
  if (key.length !== KEY_BYTES) {
    throw new OperatorError(`The key ${file} is damaged: restore it from a backup.`);
  }
  keys.set(file, key);
  return key;
}

/** False if the key was never made, or was lost: what it once signed cannot be checked then. */
export function hasKey(purpose: KeyPurpose): boolean {
  return existsSync(join(env().dataDir, 'keys', purpose));
}

/** Written beside and then linked to its name, which only one process can do. */
function makeKey(file: string): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const beside = `${file}.${process.pid}`;
  writeFileSync(beside, randomBytes(KEY_BYTES).toString('base64'), { mode: 0o600, flush: true });
  try {
    linkSync(beside, file);
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error;
  } finally {
    rmSync(beside);
  }
}

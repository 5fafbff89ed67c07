import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
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
  | `identity-index-${number}`
  | 'postgres-roles'
  | 'session'
  | 'second-factor'
  | 'recovery'
  | 'proof-of-work';

/**
 * 32 secret bytes from `DATA_DIR/keys/{purpose}`, made at the first call. Processes that start at
 * once agree on one, and a crash never leaves half a key.
 */
export function keyFor(purpose: KeyPurpose): Buffer {
  return keyIn(join(keysFolder(), purpose));
}

export function keysFolder(): string {
  return join(env().dataDir, 'keys');
}

/** The same for a file that is elsewhere. */
export function keyIn(file: string): Buffer {
  const known = keys.get(file);
  if (known) return known;
  if (!existsSync(file)) makeKey(file);
  closeToOthers(file);
  const key = Buffer.from(readFileSync(file, 'utf8'), 'base64');
  if (key.length !== KEY_BYTES) {
    throw new OperatorError(`The key ${file} is damaged: restore it from a backup.`);
  }
  keys.set(file, key);
  return key;
}

/** False if the key was never made, or was lost: what it once signed cannot be checked then. */
export function hasKey(purpose: KeyPurpose): boolean {
  return existsSync(join(keysFolder(), purpose));
}

/** A group may be let in, which is how a mailer with a user of its own reads what it needs. */
function closeToOthers(file: string): void {
  if ((statSync(file).mode & 0o007) !== 0) chmodSync(file, 0o600);
}

/** The versions of a key that has several, oldest first: `seal-1`, `seal-2`. */
export function versionsOf(name: string, folder = keysFolder()): number[] {
  return namesIn(folder)
    .flatMap((file) => (file.startsWith(`${name}-`) ? Number(file.slice(name.length + 1)) : []))
    .filter(Number.isSafeInteger)
    .sort((one, other) => one - other);
}

/** The build would take a folder that it does not know for the whole project. */
function namesIn(folder: string): string[] {
  if (!existsSync(/*turbopackIgnore: true*/ folder)) return [];
  return readdirSync(/*turbopackIgnore: true*/ folder);
}

/** Takes a key away for ever. */
export function destroyKey(file: string): void {
  rmSync(file, { force: true });
  keys.delete(file);
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

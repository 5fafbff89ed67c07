import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { env } from '#lib/env.ts';
import { errorCode, OperatorError } from '#lib/errors.ts';
import { keysFolder } from '#lib/keys.ts';

/** What is sealed for it can be opened by the mailer only. */
export type PublicKey = { version: number; key: Buffer };

const KEY_BYTES = 32;

export const publicKeyFile = () => join(keysFolder(), 'mailer-public');

/** Null if there is none yet. Read at each call: the mailer may have made a newer one. */
export function writtenPublicKey(): PublicKey | null {
  let text: string;
  try {
    text = readFileSync(publicKeyFile(), 'utf8');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  }
  const [version = '', base64 = ''] = text.trim().split(' ');
  const key = Buffer.from(base64, 'base64');
  if (!/^[1-9]\d*$/.test(version) || key.length !== KEY_BYTES) {
    throw new OperatorError(
      `The key ${publicKeyFile()} is damaged: take it away and start the mailer, which writes it.`,
    );
  }
  return { version: Number(version), key };
}

/** From before the mailer was a process of its own: it takes the key over. */
export function hasOldMailerKey(): boolean {
  return existsSync(join(keysFolder(), 'mailer-seed'));
}

/** True if the private key is where this user cannot get at it: that is somebody else's mailer. */
export function mailerKeysElsewhere(): boolean {
  const written = writtenPublicKey();
  if (!written || hasOldMailerKey()) return false;
  try {
    accessSync(join(env().mailerKeys, `seal-${written.version}`), constants.R_OK);
    return false;
  } catch {
    return true;
  }
}

/** At the very first call the mailer makes its keys, in a process of its own. */
export function publicKey(): PublicKey {
  const written = writtenPublicKey();
  if (written) return written;
  const { status, stderr } = spawnSync(
    process.execPath,
    [join(process.cwd(), 'server', 'mailer.ts'), '--keys'],
    { encoding: 'utf8', stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const made = status === 0 ? writtenPublicKey() : null;
  if (!made) throw new OperatorError(stderr.trim() || 'The mailer could not make its keys.');
  return made;
}

import { cpSync, existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sodium from 'libsodium-wrappers';
import { env } from '#lib/env.ts';
import { errorCode, OperatorError } from '#lib/errors.ts';
import { destroyKey, keyIn, keysFolder, versionsOf } from '#lib/keys.ts';
import { publicKeyFile, writtenPublicKey } from '#lib/mailer-public.ts';

/** The mailer's half of the keys. Only its process loads this file: `npm run lint` sees to it. */
export type KeyPair = { publicKey: Uint8Array; privateKey: Uint8Array };

export const sealKeyFile = (version: number) => join(env().mailerKeys, `seal-${version}`);

export function sealVersions(): number[] {
  return versionsOf('seal', env().mailerKeys);
}

/** Of a key that is there: one that was lost is not made anew, since it would open nothing. */
export async function keyPair(version: number): Promise<KeyPair> {
  const file = sealKeyFile(version);
  if (!existsSync(file)) throw new OperatorError(`The mailer’s key ${file} is not there.`);
  await sodium.ready;
  return sodium.crypto_box_seed_keypair(keyIn(file));
}

/**
 * Makes what is missing: the first private key, and beside the web process's keys the public half of
 * the newest. A private key that was made before and is not here is never made anew.
 */
export async function makeMailerKeys(): Promise<void> {
  takeOverOldKey();
  const newest = sealVersions().at(-1);
  if (newest === undefined && writtenPublicKey()) {
    throw new OperatorError(
      `The mailer’s private key is not in ${env().mailerKeys}: set MAILER_KEYS to the folder that has it, or bring it back from a backup.`,
    );
  }
  if (newest === undefined) keyIn(sealKeyFile(1));
  await publish(newest ?? 1);
}

/** One more private key; from now on everything is sealed for it. */
export async function makeSealKey(version: number): Promise<void> {
  keyIn(sealKeyFile(version));
  await publish(version);
}

/** Until the mailer was a process of its own, its key lay beside the web process's. */
function takeOverOldKey(): void {
  const old = join(keysFolder(), 'mailer-seed');
  if (!existsSync(old)) return;
  const file = sealKeyFile(1);
  mkdirSync(env().mailerKeys, { recursive: true, mode: 0o700 });
  cpSync(old, file, { force: false });
  // Another key in its place is not thrown away for it: whoever runs the site has to choose.
  if (keyIn(file).equals(keyIn(old))) destroyKey(old);
}

/** Takes away private keys that nothing was sealed for. */
export function destroySealKeys(versions: readonly number[]): void {
  for (const version of versions) destroyKey(sealKeyFile(version));
}

async function publish(version: number): Promise<void> {
  const { publicKey } = await keyPair(version);
  const written = writtenPublicKey();
  if (written && written.version >= version) return;
  const line = `${version} ${Buffer.from(publicKey).toString('base64')}\n`;
  const file = publicKeyFile();
  const beside = `${file}.${process.pid}`;
  try {
    mkdirSync(keysFolder(), { recursive: true, mode: 0o700 });
    writeFileSync(beside, line, { mode: 0o644, flush: true });
    renameSync(beside, file);
  } catch (error) {
    throw new OperatorError(
      `The mailer may not write ${file} (${errorCode(error)}): put this line into it: ${line.trim()}`,
    );
  }
}

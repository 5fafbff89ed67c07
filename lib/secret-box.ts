import { createCipheriv, createDecipheriv } from 'node:crypto';
import { hmac } from '#lib/digests.ts';
import { randomSalt } from '#lib/ids.ts';
import { type KeyPurpose, keyFor } from '#lib/keys.ts';

const NONCE = 12;
const TAG = 16;

/**
 * Seals a secret that the program itself needs again (AES-256-GCM): a stolen database has no use of
 * it. `context` says whose it is; moved into another row it cannot be opened.
 */
export function sealSecret(purpose: KeyPurpose, secret: string, context: string): Buffer {
  const nonce = randomSalt(NONCE);
  const cipher = createCipheriv('aes-256-gcm', keyFor(purpose), nonce);
  cipher.setAAD(Buffer.from(context));
  const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
}

/** Throws if it was changed, is somebody else's, or was sealed with another key. */
export function openSecret(purpose: KeyPurpose, box: Buffer, context: string): string {
  const decipher = createDecipheriv('aes-256-gcm', keyFor(purpose), box.subarray(0, NONCE));
  decipher.setAAD(Buffer.from(context));
  decipher.setAuthTag(box.subarray(NONCE, NONCE + TAG));
  const opened = [decipher.update(box.subarray(NONCE + TAG)), decipher.final()];
  return Buffer.concat(opened).toString('utf8');
}

/** For what is compared and never read again, and is short enough to be tried out without a key. */
export function keyedDigest(purpose: KeyPurpose, text: string): string {
  return hmac(keyFor(purpose), text, 'hex');
}

import { randomBytes } from 'node:crypto';
import sodium from 'libsodium-wrappers';

const KEY_BYTES = 32;
const NONCE_BYTES = 24;

/** Never repeatable, whatever else is made to be: nobody may be able to guess one. */
export function newPersonKey(): Buffer {
  return randomBytes(KEY_BYTES);
}

/** Closes what is sealed for the mailer once more, under the key of the person whose it is. */
export async function closed(personKey: Uint8Array, sealed: Uint8Array): Promise<Buffer> {
  await sodium.ready;
  const nonce = randomBytes(NONCE_BYTES);
  return Buffer.concat([nonce, sodium.crypto_secretbox_easy(sealed, nonce, personKey)]);
}

/** What is inside is still sealed for the mailer. Throws if it was changed or is somebody else's. */
export async function unclosed(personKey: Uint8Array, box: Uint8Array): Promise<Buffer> {
  await sodium.ready;
  const nonce = box.subarray(0, NONCE_BYTES);
  return Buffer.from(
    sodium.crypto_secretbox_open_easy(box.subarray(NONCE_BYTES), nonce, personKey),
  );
}

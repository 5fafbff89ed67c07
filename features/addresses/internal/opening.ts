import sodium from 'libsodium-wrappers';
import { PADDED } from '#features/addresses/address.ts';
import { keyPair } from '#lib/mailer-keys.ts';

/**
 * The one place where an address can be read. Nothing that the web process loads leads here, which
 * `npm run lint` sees to, and without the mailer's private key it could do nothing with it.
 */
export async function opened(sealed: Uint8Array, version: number): Promise<string> {
  const { publicKey, privateKey } = await keyPair(version);
  const padded = sodium.crypto_box_seal_open(sealed, publicKey, privateKey);
  return Buffer.from(sodium.unpad(padded, PADDED)).toString('utf8');
}

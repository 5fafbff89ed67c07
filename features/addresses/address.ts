import { randomBytes } from 'node:crypto';
import { domainToASCII } from 'node:url';
import { inspect } from 'node:util';
import sodium from 'libsodium-wrappers';
import { isThrowAwayDomain } from '#features/addresses/internal/throw-away.ts';
import { hmac } from '#lib/digests.ts';

const HIDDEN = '[hidden]';
const MAX_BYTES = 254;
const MAX_LOCAL_BYTES = 64;
/** Every address is padded to this before it is sealed, so that its length does not show either. */
export const PADDED = 256;

let reveal: (address: Address) => string;

/**
 * An address that cannot be printed. Whatever turns it into text gets `[hidden]`; only the functions
 * of this file, which seal it or make an index of it, can reach what is inside.
 */
export class Address {
  readonly #value: string;

  private constructor(value: string) {
    this.#value = value;
  }

  static {
    reveal = (address) => address.#value;
  }

  /** Null if this is no address that mail could be sent to. */
  static parse(typed: string): Address | null {
    const value = normalize(typed);
    return value === null ? null : new Address(value);
  }

  toString(): string {
    return HIDDEN;
  }

  toJSON(): string {
    return HIDDEN;
  }

  [Symbol.toPrimitive](): string {
    return HIDDEN;
  }

  [inspect.custom](): string {
    return HIDDEN;
  }
}

const ATOM = "[\\p{L}\\p{M}\\p{N}!#$%&'*+/=?^_`{|}~-]+";
const LOCAL = new RegExp(`^${ATOM}(?:\\.${ATOM})*$`, 'u');
const TYPED_DOMAIN = /^[\p{L}\p{M}\p{N}-]+(?:\.[\p{L}\p{M}\p{N}-]+)+$/u;
const DOMAIN = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])$/;

/** One spelling for what reaches one mailbox: without outer spaces, NFC, lower case, punycode. */
function normalize(typed: string): string | null {
  const text = typed.trim().normalize('NFC');
  const at = text.lastIndexOf('@');
  const local = text.slice(0, Math.max(at, 0)).toLowerCase();
  const typedDomain = text.slice(at + 1);
  if (!LOCAL.test(local) || !TYPED_DOMAIN.test(typedDomain)) return null;
  const domain = domainToASCII(typedDomain);
  const value = `${local}@${domain}`;
  if (!DOMAIN.test(domain) || Buffer.byteLength(local) > MAX_LOCAL_BYTES) return null;
  return Buffer.byteLength(value) > MAX_BYTES ? null : value;
}

/**
 * For whoever has the private key, which is the mailer. Padded, so that not even the length shows. This
 * is libsodium's sealed box, with random bytes from Node: libsodium's own come four at a time here.
 */
export async function sealedFor(publicKey: Uint8Array, address: Address): Promise<Buffer> {
  await sodium.ready;
  const padded = sodium.pad(Buffer.from(reveal(address), 'utf8'), PADDED);
  const secret = randomBytes(sodium.crypto_box_SECRETKEYBYTES);
  const once = sodium.crypto_scalarmult_base(secret);
  const both = Buffer.concat([once, publicKey]);
  const nonce = sodium.crypto_generichash(sodium.crypto_box_NONCEBYTES, both, null);
  return Buffer.concat([once, sodium.crypto_box_easy(padded, nonce, publicKey, secret)]);
}

/** Only a yes or a no leaves, and it is for moderators: see features/screening/phases/throw-away.ts. */
export function isAtThrowAway(address: Address): boolean {
  const [, domain = ''] = reveal(address).split('@');
  return isThrowAwayDomain(domain);
}

/** The same address gives the same index, and without the key nothing can be tried against it. */
export function indexUnder(key: Buffer, address: Address): string {
  return hmac(key, reveal(address), 'hex');
}

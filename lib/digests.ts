import { createHash, createHmac, createSecretKey, type KeyObject } from 'node:crypto';

/** How secrets of links are kept: sha256 in hex. They are random, so no salt is needed. */
export function digestOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

const secrets = new WeakMap<Uint8Array, KeyObject>();

/** HMAC-SHA-256. A key that comes again is not made ready again, which takes longer than the digest. */
export function hmac(key: Uint8Array, text: string, as: 'hex' | 'base64url'): string {
  const secret = secrets.get(key) ?? createSecretKey(key);
  secrets.set(key, secret);
  return createHmac('sha256', secret).update(text).digest(as);
}

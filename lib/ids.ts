import { randomBytes } from 'node:crypto';
import { onePerProcess } from '#lib/singleton.ts';

/** The only source of randomness, so that a test can make it repeatable with `setRandom`. */
type RandomSource = (bytes: number) => Buffer;

const holder = onePerProcess<{ random: RandomSource }>('ids', () => ({ random: randomBytes }));

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

/** 100 random bits in 20 characters of Crockford's base 32: safe in addresses, easy to read aloud. */
export function newId(): string {
  let id = '';
  for (const byte of holder.random(20)) id += ALPHABET[byte & 31];
  return id;
}

/** A secret for a link or a session: 256 random bits, 43 characters of base64url. */
export function newToken(): string {
  return holder.random(32).toString('base64url');
}

export function randomSalt(bytes: number): Buffer {
  return holder.random(bytes);
}

export function setRandom(random: RandomSource): void {
  holder.random = random;
}

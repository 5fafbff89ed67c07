import { now } from '#lib/clock.ts';
import { hmac } from '#lib/digests.ts';
import { randomSalt } from '#lib/ids.ts';
import { onePerProcess } from '#lib/singleton.ts';

const DAY_MS = 24 * 3_600_000;

const memory = onePerProcess<{ day: number; key: Buffer }>('key-of-today', () => ({
  day: Number.NaN,
  key: Buffer.alloc(0),
}));

/** A key that nobody knows, in this process only, thrown away every day. */
export function keyOfToday(): Buffer {
  const day = Math.floor(now().getTime() / DAY_MS);
  if (memory.day !== day) {
    memory.day = day;
    memory.key = randomSalt(32);
  }
  return memory.key;
}

/** A place or a text as it is remembered for limits. Nothing of it is ever written down. */
export function blurred(...parts: string[]): string {
  return hmac(keyOfToday(), JSON.stringify(parts), 'base64url');
}

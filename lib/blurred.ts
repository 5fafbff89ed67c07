import { createHmac } from 'node:crypto';
import { now } from '#lib/clock.ts';
import { dayIn } from '#lib/dates.ts';
import { randomSalt } from '#lib/ids.ts';
import { onePerProcess } from '#lib/singleton.ts';

const memory = onePerProcess<{ day: string; key: Buffer }>('key-of-today', () => ({
  day: '',
  key: Buffer.alloc(0),
}));

/** A key that nobody knows, in this process only, thrown away every day. */
export function keyOfToday(): Buffer {
  const day = dayIn(now(), 'UTC');
  if (memory.day !== day) {
    memory.day = day;
    memory.key = randomSalt(32);
  }
  return memory.key;
}

/** A place or a text as it is remembered for limits. Nothing of it is ever written down. */
export function blurred(...parts: string[]): string {
  return createHmac('sha256', keyOfToday()).update(JSON.stringify(parts)).digest('base64');
}

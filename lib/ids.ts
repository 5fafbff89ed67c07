import { AsyncLocalStorage } from 'node:async_hooks';
import { createHash, randomFillSync } from 'node:crypto';
import { onePerProcess } from '#lib/singleton.ts';

/** The only source of randomness, so that work can be made repeatable with `drawingFrom`. */
type RandomSource = (bytes: number) => Buffer;

const repeatable = onePerProcess('ids', () => new AsyncLocalStorage<RandomSource>());

const pool = onePerProcess('pool of chance', () => ({ size: 4_096, left: Buffer.alloc(0) }));

/** Asked for many at a time: an id needs so few that asking takes longer than making them. */
function fromPool(bytes: number): Buffer {
  const { size } = pool;
  if (pool.left.length < bytes) pool.left = randomFillSync(Buffer.alloc(Math.max(size, bytes)));
  const drawn = Buffer.from(pool.left.subarray(0, bytes));
  pool.left.fill(0, 0, bytes);
  pool.left = pool.left.subarray(bytes);
  return drawn;
}

/** Where chance is held still, each is asked for alone: else it would hang on how many were before it. */
export function drawEachAlone(): void {
  Object.assign(pool, { size: 0, left: Buffer.alloc(0) });
}

function draw(bytes: number): Buffer {
  return (repeatable.getStore() ?? fromPool)(bytes);
}

const LENGTH = 20;
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

/** 100 random bits in 20 characters of Crockford's base 32: safe in addresses, easy to read aloud. */
export function newId(): string {
  return spelledOut(draw(LENGTH));
}

function spelledOut(bytes: Uint8Array): string {
  let id = '';
  for (const byte of bytes) id += ALPHABET[byte & 31];
  return id;
}

/** The same id for the same text every time, for what is known by its name. No secret. */
export function idFrom(text: string): string {
  return spelledOut(createHash('sha256').update(text).digest().subarray(0, LENGTH));
}

/** A secret for a link or a session: 256 random bits, 43 characters of base64url. */
export function newToken(): string {
  return draw(32).toString('base64url');
}

export function randomSalt(bytes: number): Buffer {
  return draw(bytes);
}

/** Does `work` with ids from `random`, for what has to be the same each time. Never for secrets. */
export function drawingFrom<T>(random: RandomSource, work: () => Promise<T>): Promise<T> {
  return repeatable.run(random, work);
}

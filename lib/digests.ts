import { createHash } from 'node:crypto';

/** How secrets of links are kept: sha256 in hex. They are random, so no salt is needed. */
export function digestOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

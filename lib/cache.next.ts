import { cacheLife, cacheTag } from 'next/cache';

/** The half of `cache.ts` that Next's bundle gets. */
export function keepUntilTouched(...tags: string[]): void {
  cacheLife('max');
  if (tags.length > 0) cacheTag(...tags);
}

import { cacheLife, cacheTag } from 'next/cache';

/**
 * Says, inside a `'use cache'` function, which tags make its result stale; nothing else does. Outside
 * Next's bundle (tests, command line, server) there is no cache and nothing to say.
 */
export function keepUntilTouched(...tags: string[]): void {
  if (process.env.DATELINE_BUNDLED !== '1') return;
  cacheLife('max');
  if (tags.length > 0) cacheTag(...tags);
}

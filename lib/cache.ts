/**
 * Says, inside a `'use cache'` function, which tags make its result stale; nothing else does. This is
 * the half for tests, the command line and the server, where there is no cache and nothing to say;
 * package.json's `imports` gives Next's bundle `cache.next.ts` instead.
 */
export function keepUntilTouched(..._tags: string[]): void {}

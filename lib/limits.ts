import type { RateLimiterMemory } from 'rate-limiter-flexible';

/**
 * Counts one attempt on each of the limits; false as soon as one is used up. A limiter rejects with
 * what is no Error when it is; of which class cannot be asked, because a limiter that is one per
 * process may have been made by another copy of the package than this file's.
 */
export async function within(
  limits: readonly (readonly [limiter: RateLimiterMemory, key: string])[],
): Promise<boolean> {
  try {
    for (const [limiter, key] of limits) await limiter.consume(key);
    return true;
  } catch (error) {
    if (error instanceof Error) throw error;
    return false;
  }
}

import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { onePerProcess } from '#lib/singleton.ts';

const MINUTES_15 = 15 * 60;

/** Wrong passwords: ten a quarter of an hour for one address, fifty from one place. */
const limits = onePerProcess('sign-in-limits', () => ({
  account: new RateLimiterMemory({ points: 10, duration: MINUTES_15, keyPrefix: 'account' }),
  place: new RateLimiterMemory({ points: 50, duration: MINUTES_15, keyPrefix: 'place' }),
}));

/** Counts one attempt. False when there were too many; the right password does not help then. */
export async function mayTry(email: string, place: string): Promise<boolean> {
  try {
    await limits.account.consume(email);
    await limits.place.consume(place);
    return true;
  } catch (error) {
    if (error instanceof RateLimiterRes) return false;
    throw error;
  }
}

/** A right password: the account's count starts anew. */
export async function forgive(email: string): Promise<void> {
  await limits.account.delete(email);
}

import { RateLimiterMemory } from 'rate-limiter-flexible';
import { within } from '#lib/limits.ts';
import { onePerProcess } from '#lib/singleton.ts';

const MINUTES_15 = 15 * 60;

/**
 * Attempts in a quarter of an hour: ten for one account from one place, so that a stranger elsewhere
 * cannot lock an editor out; fifty from one place; two hundred for one account from everywhere.
 */
const limits = onePerProcess('sign-in-limits', () => ({
  pair: new RateLimiterMemory({ points: 10, duration: MINUTES_15, keyPrefix: 'pair' }),
  place: new RateLimiterMemory({ points: 50, duration: MINUTES_15, keyPrefix: 'place' }),
  account: new RateLimiterMemory({ points: 200, duration: MINUTES_15, keyPrefix: 'account' }),
}));

/** Counts one attempt. False when there were too many; the right password does not help then. */
export function mayTry(email: string, place: string): Promise<boolean> {
  return within([
    [limits.place, place],
    [limits.pair, pairOf(email, place)],
    [limits.account, email],
  ]);
}

/**
 * A right password: the counts of this account start anew, and the place has its attempt back, so that
 * an office behind one address can sign in all at once.
 */
export async function forgive(email: string, place: string): Promise<void> {
  await limits.pair.delete(pairOf(email, place));
  await limits.account.delete(email);
  await limits.place.reward(place);
}

function pairOf(email: string, place: string): string {
  return `${email} ${place}`;
}

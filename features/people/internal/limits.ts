import { RateLimiterMemory } from 'rate-limiter-flexible';
import { within } from '#lib/limits.ts';
import { onePerProcess } from '#lib/singleton.ts';

const MINUTES_15 = 15 * 60;
const HOUR = 3600;

/**
 * Attempts in a quarter of an hour: ten for one account from one place, so that a stranger elsewhere
 * cannot lock an editor out; fifty from one place; two hundred for one account from everywhere.
 */
const limits = onePerProcess('sign-in-limits', () => ({
  pair: new RateLimiterMemory({ points: 10, duration: MINUTES_15, keyPrefix: 'pair' }),
  place: new RateLimiterMemory({ points: 50, duration: MINUTES_15, keyPrefix: 'place' }),
  account: new RateLimiterMemory({ points: 200, duration: MINUTES_15, keyPrefix: 'account' }),
  code: new RateLimiterMemory({ points: 5, duration: MINUTES_15, keyPrefix: 'code' }),
  codes: new RateLimiterMemory({ points: 20, duration: HOUR, keyPrefix: 'codes' }),
  own: new RateLimiterMemory({ points: 10, duration: MINUTES_15, keyPrefix: 'own' }),
  forgot: new RateLimiterMemory({ points: 3, duration: HOUR, keyPrefix: 'forgot' }),
  forgotPlace: new RateLimiterMemory({ points: 20, duration: HOUR, keyPrefix: 'forgot-place' }),
}));

/** Counts one attempt. False when there were too many; the right password does not help then. */
export function mayTry(email: string, place: string): Promise<boolean> {
  return within([
    [limits.place, place],
    [limits.pair, pairOf(email, place)],
    [limits.account, email],
  ]);
}

/** Counts one code of somebody whose password was right: five from one place, then an hour's twenty. */
export function mayTryCode(personId: string, place: string): Promise<boolean> {
  return within([
    [limits.code, pairOf(personId, place)],
    [limits.codes, personId],
  ]);
}

/** Counts one sign-in that names nobody before it is checked. */
export function mayTryFrom(place: string): Promise<boolean> {
  return within([[limits.place, place]]);
}

/** A right passkey: the place has the attempt back, and the one for its challenge. */
export async function forgiveFrom(place: string): Promise<void> {
  await limits.place.reward(place, 2);
}

/** A right code: the counts start anew. */
export async function forgiveCodes(personId: string, place: string): Promise<void> {
  await limits.code.delete(pairOf(personId, place));
  await limits.codes.delete(personId);
}

/** Counts one proof that is asked of somebody who is signed in. */
export function mayTryOwn(personId: string): Promise<boolean> {
  return within([[limits.own, personId]]);
}

/** Counts one mail that is asked for, whether or not anybody has the address. */
export function mayForget(email: string, place: string): Promise<boolean> {
  return within([
    [limits.forgotPlace, place],
    [limits.forgot, email],
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

import { RateLimiterMemory } from 'rate-limiter-flexible';
import { blurred } from '#lib/blurred.ts';
import { within } from '#lib/limits.ts';
import { networkOf } from '#lib/network.ts';
import { onePerProcess } from '#lib/singleton.ts';

const HOUR_S = 3_600;

/** What one place may do besides commenting. A school is one place, a script that clicks is another. */
const limits = onePerProcess('comment-reader-limits', () => ({
  recommending: [limiter('r-minute', 60, 60), limiter('r-hour', 600, HOUR_S)],
  /** Browsers that show no cookie can be any number of browsers, so for one comment they are few. */
  unknownBrowsers: [limiter('r-unknown', 10, 24 * HOUR_S)],
  reporting: [limiter('s-minute', 10, 60), limiter('s-hour', 60, HOUR_S)],
  changing: [limiter('c-minute', 30, 60), limiter('c-hour', 300, HOUR_S)],
  previewing: [limiter('p-minute', 60, 60)],
}));

function limiter(keyPrefix: string, points: number, duration: number): RateLimiterMemory {
  return new RateLimiterMemory({ keyPrefix, points, duration });
}

/** Counts one act from a place. False when there were too many. */
export function mayNow(
  act: keyof typeof limits,
  place: string,
  ...about: string[]
): Promise<boolean> {
  const key = blurred(act, networkOf(place), ...about);
  return within(limits[act].map((one) => [one, key] as const));
}

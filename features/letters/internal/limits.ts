import { blurred } from '#lib/blurred.ts';
import { now } from '#lib/clock.ts';
import { networkOf } from '#lib/network.ts';
import { onePerProcess } from '#lib/singleton.ts';
import { Windows } from '#lib/windows.ts';

/** By network and never by address. A family or an office may all ask on one day. */
const hour = onePerProcess('held-limits', () => new Windows(10, 3_600_000));

/** Counts one link that is asked for. False when there were too many from that network. */
export function mayAsk(place: string): boolean {
  const key = blurred(networkOf(place));
  if (!hour.allows(key, now())) return false;
  hour.count(key, now());
  return true;
}

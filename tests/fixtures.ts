import { setClock } from '#lib/clock.ts';

/** Holds the clock still at `start`; it moves only by `forward`. */
export function holdClock(start = '2026-11-23T09:00:00.000Z') {
  const clock = {
    at: new Date(start),
    forward(milliseconds: number): Date {
      clock.at = new Date(clock.at.getTime() + milliseconds);
      return clock.at;
    },
  };
  setClock({ now: () => clock.at });
  return clock;
}

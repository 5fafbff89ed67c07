import { setClock } from '#lib/clock.ts';

/** Holds the clock still at `start`; it moves only by `forward`. */
export function holdClock(start = '2026-11-23T09:00:00.000Z') {
  let at = new Date(start);
  setClock({ now: () => at });
  return {
    forward(milliseconds: number): Date {
      at = new Date(at.getTime() + milliseconds);
      return at;
    },
  };
}

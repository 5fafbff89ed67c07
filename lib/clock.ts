import { onePerProcess } from '#lib/singleton.ts';

/** The only source of the present moment. A test holds it still with `setClock`. */
type Clock = { now: () => Date };

const holder = onePerProcess<{ clock: Clock }>('clock', () => ({
  clock: { now: () => new Date() },
}));

export function now(): Date {
  return holder.clock.now();
}

export function setClock(clock: Clock): void {
  holder.clock = clock;
}

import { AsyncLocalStorage } from 'node:async_hooks';
import { onePerProcess } from '#lib/singleton.ts';

/** The only source of the present moment. A test holds it still with `setClock`. */
type Clock = { now: () => Date };

const holder = onePerProcess<{ clock: Clock; past: AsyncLocalStorage<Date> }>('clock', () => ({
  clock: { now: () => new Date() },
  past: new AsyncLocalStorage(),
}));

export function now(): Date {
  return holder.past.getStore() ?? holder.clock.now();
}

export function setClock(clock: Clock): void {
  holder.clock = clock;
}

/** Does `work` as if it were then, for what is told of the past. Nobody else's clock stands still. */
export function asOf<T>(then: Date, work: () => Promise<T>): Promise<T> {
  return holder.past.run(then, work);
}

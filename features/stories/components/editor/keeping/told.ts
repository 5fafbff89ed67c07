'use client';

import { useSyncExternalStore } from 'react';

/** Something that changes while somebody types, and draws anew only what shows it. */
export class Told<T> {
  #now: T;
  readonly #listeners = new Set<() => void>();

  constructor(first: T) {
    this.#now = first;
  }

  readonly now = (): T => this.#now;

  /** The same again is no news. */
  tell(next: T): void {
    if (JSON.stringify(next) === JSON.stringify(this.#now)) return;
    this.#now = next;
    for (const listener of this.#listeners) listener();
  }

  readonly listen = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
}

export function useTold<T>({ listen, now }: Told<T>): T {
  return useSyncExternalStore(listen, now, now);
}

import { onePerProcess } from '#lib/singleton.ts';

/**
 * Remembers when each cache tag was last touched, so that whoever holds something made since `begun`
 * can ask whether it still holds. Time is counted in touches: what was begun at a generation is stale
 * if one of its tags was touched in a later one.
 */
export class Ledger {
  readonly #touches = new Map<string, number>();
  readonly #limit: number;
  /** Everything that was begun before this generation counts as touched. */
  #floor = 0;
  /** Grows with every touch: who saw the same generation need not ask again. */
  generation = 0;

  constructor(limit = 20_000) {
    this.#limit = limit;
  }

  touch(tags: readonly string[]): void {
    this.generation += 1;
    for (const tag of tags) {
      if (this.#touches.size >= this.#limit && !this.#touches.has(tag)) {
        this.#touches.clear();
        this.#floor = this.generation;
      }
      this.#touches.set(tag, this.generation);
    }
  }

  isStale(tags: readonly string[], begun: number): boolean {
    return begun < this.#floor || tags.some((tag) => (this.#touches.get(tag) ?? 0) > begun);
  }
}

/** The ledger of this process. */
export function ledger(): Ledger {
  return onePerProcess('ledger', () => new Ledger());
}

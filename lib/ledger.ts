import { onePerProcess } from '#lib/singleton.ts';

const SOON = 'soon:';

/**
 * A tag of what may be seen a second late: readers' comments arrive by the hundred, and a page that
 * shows them is made anew once a second and no more. Everything else that is touched counts at once.
 */
export function soon(tag: string): string {
  return `${SOON}${tag}`;
}

/** Whether what was made holds: no longer, for the moment, or as if nothing had happened. */
export type Freshness = 'stale' | 'soon stale' | 'fresh';

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
  /** The generation of the last touch that cannot wait. */
  urgent = 0;

  constructor(limit = 20_000) {
    this.#limit = limit;
  }

  touch(tags: readonly string[]): void {
    this.generation += 1;
    if (!tags.every(canWait)) this.urgent = this.generation;
    for (const tag of tags) {
      if (this.#touches.size >= this.#limit && !this.#touches.has(tag)) {
        this.#touches.clear();
        this.#floor = this.generation;
        this.urgent = this.generation;
      }
      this.#touches.set(tag, this.generation);
    }
  }

  isStale(tags: readonly string[], begun: number): boolean {
    return begun < this.#floor || tags.some((tag) => this.#isTouched(tag, begun));
  }

  freshness(tags: readonly string[], begun: number): Freshness {
    if (!this.isStale(tags, begun)) return 'fresh';
    const waits = tags.every((tag) => canWait(tag) || !this.#isTouched(tag, begun));
    return waits && begun >= this.#floor ? 'soon stale' : 'stale';
  }

  #isTouched(tag: string, begun: number): boolean {
    return (this.#touches.get(tag) ?? 0) > begun;
  }
}

function canWait(tag: string): boolean {
  return tag.startsWith(SOON);
}

/** The ledger of this process. */
export function ledger(): Ledger {
  return onePerProcess('ledger', () => new Ledger());
}

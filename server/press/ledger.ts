import { onePerProcess } from '#lib/singleton.ts';

/** How far an overtaken fill may be nested in others before its trace is lost: see `settle`. */
const MAX_ECHO = 3;

type Touch = { at: number; echo: number; depth: number };

/**
 * Remembers when each cache tag was last touched, so that whoever holds something rendered since
 * `begun` can ask whether it still holds. There is one per process, and all caches ask it.
 */
export class Ledger {
  readonly #touches = new Map<string, Touch>();
  readonly #moment: () => number;
  readonly #limit: number;
  /** Everything that began at this moment or before counts as touched. */
  #floor = Number.NEGATIVE_INFINITY;
  /** Grows with every touch: who saw the same generation need not ask again. */
  generation = 0;

  constructor(
    moment: () => number = () => performance.timeOrigin + performance.now(),
    limit = 20_000,
  ) {
    this.#moment = moment;
    this.#limit = limit;
  }

  /** Now, on the time scale that Next stamps its cache entries with. Never goes back. */
  moment(): number {
    return this.#moment();
  }

  touch(tags: readonly string[]): void {
    const at = this.#moment();
    for (const tag of tags) this.#note(tag, { at, echo: at, depth: 0 });
  }

  isStale(tags: readonly string[], begun: number): boolean {
    if (begun <= this.#floor) return true;
    return tags.some((tag) => begun <= (this.#touches.get(tag)?.echo ?? Number.NEGATIVE_INFINITY));
  }

  /** The last time that one of the tags was touched, or 0. */
  lastTouch(tags: readonly string[]): number {
    const moments = tags.map((tag) => this.#touches.get(tag)?.echo ?? 0);
    return Math.max(0, this.#floor, ...moments);
  }

  /**
   * Called when a `'use cache'` fill has finished; true if it may be kept. Next lets a request join a
   * fill that is under way, even one that read before the edit which the request comes after. So a
   * fill that was overtaken makes everything stale that began until now and has its tags, and so, a
   * few times over, for fills that may have taken part of theirs from it.
   */
  settle(tags: readonly string[], begun: number): boolean {
    if (!this.isStale(tags, begun)) return true;
    const echo = this.#moment();
    for (const tag of tags) {
      const touch = this.#touches.get(tag);
      if (!touch || begun > touch.echo) continue;
      const depth = begun <= touch.at ? 1 : touch.depth + 1;
      if (depth <= MAX_ECHO) this.#note(tag, { at: touch.at, echo, depth });
    }
    return false;
  }

  #note(tag: string, touch: Touch): void {
    this.generation += 1;
    if (this.#touches.size >= this.#limit && !this.#touches.has(tag)) {
      this.#touches.clear();
      this.#floor = this.#moment();
    }
    this.#touches.set(tag, touch);
  }
}

/** The ledger of this process. */
export function ledger(): Ledger {
  return onePerProcess('press.ledger', () => new Ledger());
}

type Counted = { since: number; count: number };

/** More places than that in one window are a flood from everywhere, and the oldest are forgotten. */
const MOST_KEYS = 20_000;

/**
 * Counts by key, each in a window of its own that begins with the first. Takes no more memory than for
 * so many keys, whoever comes, and knows the time only by being told.
 */
export class Windows {
  readonly #points: number;
  readonly #ms: number;
  readonly #keys: number;
  readonly #counted = new Map<string, Counted>();

  constructor(points: number, ms: number, keys = MOST_KEYS) {
    this.#points = points;
    this.#ms = ms;
    this.#keys = keys;
  }

  get size(): number {
    return this.#counted.size;
  }

  /** True if one more is within the limit at this moment. It is not counted by asking. */
  allows(key: string, at: Date): boolean {
    return (this.#current(key, at)?.count ?? 0) < this.#points;
  }

  count(key: string, at: Date): void {
    const current = this.#current(key, at);
    if (current) {
      current.count += 1;
      return;
    }
    this.#counted.delete(key);
    this.#forget(at);
    this.#counted.set(key, { since: at.getTime(), count: 1 });
  }

  /** A clock that was set back begins a new window. */
  #current(key: string, at: Date): Counted | undefined {
    const known = this.#counted.get(key);
    return known && Math.abs(at.getTime() - known.since) < this.#ms ? known : undefined;
  }

  /** The windows stand in the order in which they began. */
  #forget(at: Date): void {
    for (const [key, { since }] of this.#counted) {
      const over = Math.abs(at.getTime() - since) >= this.#ms;
      if (!over && this.#counted.size < this.#keys) return;
      this.#counted.delete(key);
    }
  }
}

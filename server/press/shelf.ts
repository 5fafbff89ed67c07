/** Holds things up to a number of bytes; what was used least recently makes room. */
export class Shelf<T extends { readonly size: number }> {
  readonly #things = new Map<string, T>();
  readonly #capacity: number;
  #bytes = 0;

  constructor(capacity: number) {
    this.#capacity = capacity;
  }

  get bytes(): number {
    return this.#bytes;
  }

  get count(): number {
    return this.#things.size;
  }

  get(key: string): T | undefined {
    const thing = this.#things.get(key);
    if (thing === undefined) return undefined;
    this.#things.delete(key);
    this.#things.set(key, thing);
    return thing;
  }

  /** A thing that is larger than a quarter of the shelf is not put there: it would empty it. */
  put(key: string, thing: T): void {
    this.remove(key);
    const size = weight(key, thing);
    if (size > this.#capacity / 4) return;
    this.#things.set(key, thing);
    this.#bytes += size;
    for (const [oldest] of this.#things) {
      if (this.#bytes <= this.#capacity) return;
      this.remove(oldest);
    }
  }

  remove(key: string): void {
    const thing = this.#things.get(key);
    if (thing === undefined) return;
    this.#things.delete(key);
    this.#bytes -= weight(key, thing);
  }

  clear(): void {
    this.#things.clear();
    this.#bytes = 0;
  }
}

/** What the map, the key and the object around the bytes weigh, roughly: small things count too. */
const OVERHEAD = 512;

function weight(key: string, thing: { readonly size: number }): number {
  return thing.size + key.length * 2 + OVERHEAD;
}

const PAIRS = pairs('0123456789abcdefghjkmnpqrstvwxyz');

/** Every pair of two signs, so that an id is ten draws and not twenty. */
function pairs(alphabet: string): string[] {
  return [...alphabet].flatMap((a) => [...alphabet].map((b) => a + b));
}

/** Chance that is the same for the same seed (sfc32 by Chris Doty-Humphrey), and fast. */
export class Dice {
  #a: number;
  #b: number;
  #c: number;
  #counter = 1;
  #spare: number | null = null;

  constructor(seed: string) {
    let hash = 2_166_136_261;
    const words = [0, 1, 2].map((salt) => {
      for (const sign of `${salt}/${seed}`) {
        hash = Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 16_777_619);
      }
      return hash >>> 0;
    });
    [this.#a = 0, this.#b = 0, this.#c = 0] = words;
    for (let n = 0; n < 12; n += 1) this.bits();
  }

  /** 32 bits. */
  bits(): number {
    const sum = (((this.#a + this.#b) | 0) + this.#counter) | 0;
    this.#counter = (this.#counter + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = (this.#c << 21) | (this.#c >>> 11);
    this.#c = (this.#c + sum) | 0;
    return sum >>> 0;
  }

  /** From 0 up to, not including, 1. */
  part(): number {
    return this.bits() / 4_294_967_296;
  }

  /** A whole number from 0 up to, not including, `below`. */
  below(below: number): number {
    return Math.floor(this.part() * below);
  }

  between(from: number, to: number): number {
    return from + this.below(to - from + 1);
  }

  happens(chance: number): boolean {
    return this.part() < chance;
  }

  pick<T>(from: readonly T[]): T {
    const chosen = from[this.below(from.length)];
    if (chosen === undefined) throw new Error('nothing to pick from');
    return chosen;
  }

  /** Around 0, most within 1 (Marsaglia's polar method). */
  normal(): number {
    const spare = this.#spare;
    this.#spare = null;
    if (spare !== null) return spare;
    for (;;) {
      const u = this.part() * 2 - 1;
      const v = this.part() * 2 - 1;
      const s = u * u + v * v;
      if (s === 0 || s >= 1) continue;
      const scale = Math.sqrt((-2 * Math.log(s)) / s);
      this.#spare = v * scale;
      return u * scale;
    }
  }
}

/**
 * Ids of the length of `newId`'s. They rise, so that each index grows at its end: with ids in no
 * order, a hundred thousand stories would rewrite the same pages for minutes.
 */
export class Ids {
  readonly #dice: Dice;
  #count = 0;

  constructor(seed: string) {
    this.#dice = new Dice(`${seed}/ids`);
  }

  next(): string {
    this.#count += 1;
    let rest = this.#count;
    let id = '';
    for (let n = 0; n < 3; n += 1) {
      id = PAIRS[rest & 1023] + id;
      rest >>>= 10;
    }
    for (let n = 0; n < 7; n += 1) id += PAIRS[this.#dice.bits() & 1023];
    return id;
  }

  /** The digest of a link that nobody has been given: 256 bits as hex. */
  digest(): string {
    let hex = '';
    for (let n = 0; n < 8; n += 1) hex += this.#dice.bits().toString(16).padStart(8, '0');
    return hex;
  }
}

/** Picks of which few come often and many seldom: the nth has the weight 1/n^steepness. */
export class PowerLaw<T> {
  readonly #things: readonly T[];
  readonly #sums: Float64Array;

  constructor(things: readonly T[], steepness: number) {
    this.#things = things;
    this.#sums = new Float64Array(things.length);
    let sum = 0;
    for (let n = 0; n < things.length; n += 1) {
      sum += 1 / (n + 1) ** steepness;
      this.#sums[n] = sum;
    }
  }

  pick(dice: Dice): T {
    const target = dice.part() * (this.#sums.at(-1) ?? 0);
    let [low, high] = [0, this.#sums.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#sums[middle] ?? 0) <= target) low = middle + 1;
      else high = middle;
    }
    const thing = this.#things[low];
    if (thing === undefined) throw new Error('nothing to pick from');
    return thing;
  }

  /** Up to `count` different ones. */
  some(dice: Dice, count: number): T[] {
    const chosen = new Set<T>();
    for (let n = 0; n < count * 3 && chosen.size < count; n += 1) chosen.add(this.pick(dice));
    return [...chosen];
  }
}

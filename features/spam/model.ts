import { SEED } from '#features/spam/seed.ts';
import { traitsOf, type Written } from '#features/spam/words.ts';

export type Kind = 'spam' | 'ham';
export type Counts = Record<Kind, number>;

/** So many places, whatever is learned: what the filter knows does not grow for ever. */
const PLACES = 2 ** 20;

/** Where a trait is counted. Others may be counted there too; of those that matter, few are. */
export function placeOf(key: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < key.length; at += 1) {
    hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return ((hash ^ (hash >>> 12)) >>> 0) % PLACES;
}

/** Each place that a text takes, once. */
export function placesOf(written: Written): number[] {
  return [...new Set(traitsOf(written).map(({ key }) => placeOf(key)))];
}

/** How the signals of a form count, by rule: what they are worth is not learned. */
const RULES: readonly (readonly [trait: string, counts: Counts])[] = [
  ['signal trap', { spam: 60, ham: 0 }],
  ['signal wrong proof', { spam: 20, ham: 0 }],
  ['signal fast', { spam: 6, ham: 1 }],
  ['signal proof', { spam: 2, ham: 8 }],
];

/** In how many texts of either kind each thing stood: those given with the program, and those learned. */
export class Model {
  /** How many texts were given with the program. */
  readonly given: Counts = { spam: SEED.spam.length, ham: SEED.ham.length };
  readonly #given = new Map<number, Counts>();
  readonly #learned = { spam: new Uint32Array(PLACES), ham: new Uint32Array(PLACES) };
  #texts: Counts = { spam: 0, ham: 0 };

  constructor() {
    for (const kind of ['spam', 'ham'] as const) {
      for (const text of SEED[kind]) {
        for (const place of placesOf({ text, name: '' })) this.#give(place, kind);
      }
    }
    for (const [trait, counts] of RULES) this.#given.set(placeOf(trait), counts);
  }

  /** All texts, the given and the learned. */
  get texts(): Counts {
    const { spam, ham } = this.#texts;
    return { spam: this.given.spam + spam, ham: this.given.ham + ham };
  }

  at(place: number): Counts {
    const given = this.#given.get(place);
    const { spam, ham } = this.#learned;
    return {
      spam: (given?.spam ?? 0) + (spam[place] ?? 0),
      ham: (given?.ham ?? 0) + (ham[place] ?? 0),
    };
  }

  /** What a row says of a place. */
  set(place: number, { spam, ham }: Counts): void {
    this.#learned.spam[place] = spam;
    this.#learned.ham[place] = ham;
  }

  setTexts({ spam, ham }: Counts): void {
    this.#texts = { spam, ham };
  }

  #give(place: number, kind: Kind): void {
    const counts = this.#given.get(place) ?? { spam: 0, ham: 0 };
    counts[kind] += 1;
    this.#given.set(place, counts);
  }
}

import type { Draft } from '#features/stories/components/editor/fields.ts';

/** Unsaved text on this device, with the revision that it was written on. */
export type Aside = { at: string; basedOn: string; draft: Draft };

/** How many texts are set aside for one story before the oldest goes. */
const LIMIT = 5;

/**
 * The device's own memory of a story: what is being typed now (`draft`), and texts that were set aside
 * (`asides`) because the page was left or another text was taken. Nothing here is ever sent by itself.
 */
export class DeviceMemory {
  readonly #key: string;

  constructor(personId: string, storyId: string) {
    this.#key = `dateline:${personId}:${storyId || 'new'}`;
  }

  /** False if the device has no room or lets nothing be kept. */
  keep(draft: Aside): boolean {
    return this.#write('draft', draft);
  }

  forget(): void {
    localStorage.removeItem(`${this.#key}:draft`);
  }

  /** What was being typed when the page was left; it counts as set aside from now on. */
  comeBack(isSaved: (draft: Draft) => boolean): Aside[] {
    const left = this.#read<Aside | null>('draft', null);
    if (left && !isSaved(left.draft)) this.setAside(left);
    this.forget();
    return this.asides();
  }

  asides(): Aside[] {
    return this.#read<Aside[]>('asides', []);
  }

  setAside(aside: Aside): Aside[] {
    this.#write('asides', [aside, ...this.asides()].slice(0, LIMIT));
    return this.asides();
  }

  drop(aside: Aside): Aside[] {
    const rest = this.asides().filter((other) => other.at !== aside.at);
    if (rest.length > 0) this.#write('asides', rest);
    else localStorage.removeItem(`${this.#key}:asides`);
    return rest;
  }

  #read<T>(part: string, otherwise: T): T {
    try {
      const text = localStorage.getItem(`${this.#key}:${part}`);
      return text ? (JSON.parse(text) as T) : otherwise;
    } catch {
      return otherwise;
    }
  }

  #write(part: string, value: unknown): boolean {
    try {
      localStorage.setItem(`${this.#key}:${part}`, JSON.stringify(value));
      return true;
    } catch {
      return false;
    }
  }
}

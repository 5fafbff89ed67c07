import type { Draft } from '#features/stories/components/editor/fields.ts';
import { inAPause } from '#features/stories/components/editor/keeping/pausing.ts';
import type { KeptText } from '#features/stories/views.ts';

/** What one editor holds now, on its way to the server; with no draft: that nothing is left to keep. */
export type Parcel = Omit<KeptText, 'draft' | 'at'> & { draft: Draft | null | unknown };

export type Outcome = 'kept' | 'unreached' | 'signed out' | { refused: string };

/** Where what was typed has got to. */
export type Delivery =
  | { at: 'server' }
  | { at: 'device'; why: 'on its way' | 'unreached' | 'signed out' }
  | { at: 'device'; why: 'refused'; words: string };

type Send = (parcel: Parcel, leaving: boolean) => Promise<Outcome>;
/** Runs later; what it returns calls it off. */
type Later = (ms: number, work: () => void) => () => void;

/** From the first change to sending it: with the way to the server well under two seconds. */
const PACE_MS = 700;
const LONGEST_WAIT_MS = 5_000;

/**
 * Takes what is typed to the server: one parcel at a time, of each editor only the newest, again and
 * again until it is there. It knows nothing of the editor, and the editor nothing of it.
 */
export class Courier {
  readonly #send: Send;
  readonly #tell: (delivery: Delivery) => void;
  readonly #later: Later;
  readonly #waiting = new Map<string, Parcel>();
  #flying = false;
  #callOff: (() => void) | undefined;
  #failures = 0;

  constructor(send: Send, tell: (delivery: Delivery) => void, wait: Later = inAPause) {
    this.#send = send;
    this.#tell = tell;
    this.#later = wait;
  }

  /** Takes a parcel in place of any older one of the same editor. */
  offer(parcel: Parcel): void {
    const before = this.#waiting.get(parcel.id);
    if (before && before.sequence > parcel.sequence) return;
    this.#waiting.set(parcel.id, parcel);
    if (this.#failures === 0) this.#tell({ at: 'device', why: 'on its way' });
    if (!this.#flying && !this.#callOff) this.#goIn(PACE_MS);
  }

  /** What waits for this editor is not wanted any more, because it was saved in another way. */
  forget(id: string): void {
    this.#waiting.delete(id);
  }

  /** Goes at once: the network is back, or somebody has signed in. */
  hurry(): void {
    if (this.#waiting.size === 0 || this.#flying) return;
    this.#callOff?.();
    this.#callOff = undefined;
    void this.#go();
  }

  /** The page is being left: what waits is sent now, beside what is under way. */
  leave(): void {
    for (const parcel of this.#waiting.values()) void this.#send(parcel, true);
  }

  stop(): void {
    this.#callOff?.();
    this.#callOff = undefined;
  }

  #goIn(ms: number): void {
    this.#callOff = this.#later(ms, () => {
      this.#callOff = undefined;
      void this.#go();
    });
  }

  async #go(): Promise<void> {
    const [parcel] = this.#waiting.values();
    if (!parcel) return;
    this.#flying = true;
    const outcome = await this.#send(parcel, false);
    this.#flying = false;
    const newest = this.#waiting.get(parcel.id) === parcel;
    if (outcome === 'kept' || typeof outcome === 'object') {
      if (newest) this.#waiting.delete(parcel.id);
      this.#failures = 0;
    } else this.#failures += 1;
    this.#report(outcome);
    if (this.#waiting.size > 0) this.#goIn(this.#wait());
  }

  #report(outcome: Outcome): void {
    if (typeof outcome === 'object') {
      this.#tell({ at: 'device', why: 'refused', words: outcome.refused });
    } else if (outcome !== 'kept') this.#tell({ at: 'device', why: outcome });
    else if (this.#waiting.size > 0) this.#tell({ at: 'device', why: 'on its way' });
    else this.#tell({ at: 'server' });
  }

  #wait(): number {
    if (this.#failures === 0) return PACE_MS;
    return Math.min(PACE_MS * 2 ** this.#failures, LONGEST_WAIT_MS);
  }
}

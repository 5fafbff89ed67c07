import { onTouched, touchedSince } from '#db/outbox.ts';
import { now } from '#lib/clock.ts';
import type { Ledger } from '#lib/ledger.ts';

/** How far back to look again: clocks of two machines differ, and a commit takes a while. */
const OVERLAP_MS = 60_000;

/**
 * Brings to the ledger what commands touched: at once what this process commits, so that an editor
 * sees the own change, and by looking into the outbox what others do.
 */
export class Touches {
  readonly #ledger: Ledger;
  readonly #seen = new Map<string, number>();
  #looked: Date;

  constructor(ledger: Ledger) {
    this.#ledger = ledger;
    this.#looked = now();
    onTouched((tags, eventId) => {
      ledger.touch(tags);
      this.#see(eventId);
    });
  }

  /** Applies what other processes touched since the last look. */
  async notice(): Promise<void> {
    const looking = now();
    const since = new Date(this.#looked.getTime() - OVERLAP_MS);
    for (const { id, tags } of await touchedSince(since)) {
      if (!this.#seen.has(id)) this.#ledger.touch(tags);
      this.#see(id);
    }
    this.#looked = looking;
    this.#forgetBefore(since);
  }

  /** Again at the end of the list: what the outbox still shows is not forgotten. */
  #see(eventId: string): void {
    this.#seen.delete(eventId);
    this.#seen.set(eventId, now().getTime());
  }

  #forgetBefore(moment: Date): void {
    for (const [id, at] of this.#seen) {
      if (at >= moment.getTime()) return;
      this.#seen.delete(id);
    }
  }
}

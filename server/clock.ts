import { drainOutbox, onWaiting, sweepOutbox } from '#db/outbox.ts';
import { store } from '#db/store.ts';
import { siteSettings } from '#features/site/queries.ts';
import { dayTag } from '#features/site/tags.ts';
import { nextDue, publishDue } from '#features/stories/jobs.ts';
import { now } from '#lib/clock.ts';
import { dayIn } from '#lib/dates.ts';
import { loggable } from '#lib/errors.ts';
import { handleEvent } from '#server/events.ts';
import type { Ledger } from '#server/press/ledger.ts';
import type { Touches } from '#server/press/touches.ts';

/** However quiet it is, look again after this long: a notice from another process may be lost. */
const PATIENCE_MS = 5_000;
const KEEP_DONE_MS = 24 * 3600_000;

/** Runs what is due: publications of this moment, events of the outbox, the turn of the day. */
export class DueClock {
  readonly #ledger: Ledger;
  readonly #touches: Touches;
  #day = '';
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> | undefined;
  #again = false;
  #stopped = false;
  #stopListening: () => void = () => undefined;

  constructor(ledger: Ledger, touches: Touches) {
    this.#ledger = ledger;
    this.#touches = touches;
  }

  start(): void {
    onWaiting(() => this.wake());
    this.#stopListening = store().onForeignCommit(() => this.wake());
    this.wake();
  }

  /** Runs soon; once more if it is running already, for what came after it looked. */
  wake(): void {
    if (this.#stopped) return;
    if (this.#running) {
      this.#again = true;
      return;
    }
    clearTimeout(this.#timer);
    this.#running = this.#run();
  }

  /** Does what is due now, and returns when it is done. */
  async tick(): Promise<void> {
    await this.#touches.notice();
    await publishDue();
    await drainOutbox(handleEvent);
    await this.#turnDay();
  }

  /** Ends after what is being done. */
  async stop(): Promise<void> {
    this.#stopped = true;
    this.#stopListening();
    clearTimeout(this.#timer);
    await this.#running;
  }

  async #run(): Promise<void> {
    let wait = PATIENCE_MS;
    try {
      do {
        this.#again = false;
        await this.tick();
      } while (this.#again && !this.#stopped);
      const due = await nextDue();
      if (due) wait = Math.min(wait, Math.max(0, due.getTime() - now().getTime()));
    } catch (error) {
      console.error('The clock failed and will try again:', loggable(error));
    }
    this.#running = undefined;
    if (!this.#stopped) this.#timer = setTimeout(() => this.wake(), wait);
  }

  /** Pages that say what day it is are made anew when it changes, and old events are swept. */
  async #turnDay(): Promise<void> {
    const { timeZone } = await siteSettings();
    const day = dayIn(now(), timeZone);
    if (day === this.#day) return;
    if (this.#day !== '') this.#ledger.touch([dayTag()]);
    this.#day = day;
    await sweepOutbox(new Date(now().getTime() - KEEP_DONE_MS));
  }
}

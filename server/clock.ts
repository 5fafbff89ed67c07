import { drainOutbox, onWaiting, sweepOutbox } from '#db/outbox.ts';
import { store } from '#db/store.ts';
import { replayErasures } from '#features/addresses/erasing.ts';
import { sweepLetters } from '#features/addresses/jobs.ts';
import { followStory, sweepOrphans, takeInWords } from '#features/comments/jobs.ts';
import { bannerEnd, endBannerDue } from '#features/fronts/jobs.ts';
import { eraseTextsUnder, forgetAddresses, sweepLinksOfLetters } from '#features/letters/jobs.ts';
import { endRights, nextRightsEnd } from '#features/media/jobs.ts';
import { sweepStaffLinks } from '#features/people/jobs.ts';
import { siteSettings } from '#features/site/queries.ts';
import { dayTag } from '#features/site/tags.ts';
import { sweepAutosaves } from '#features/stories/autosave.ts';
import { nextDue, publishDue } from '#features/stories/jobs.ts';
import { now } from '#lib/clock.ts';
import { dayIn } from '#lib/dates.ts';
import { loggable } from '#lib/errors.ts';
import type { Ledger } from '#lib/ledger.ts';
import { handleEvent, TOGETHER } from '#server/events.ts';
import type { Touches } from '#server/press/touches.ts';

/** However quiet it is, look again after this long: a notice from another process may be lost. */
const PATIENCE_MS = 1_000;
const KEEP_DONE_MS = 24 * 3600_000;
/** An address that was seen this recently may belong to a comment that is just being stored. */
const BEING_WRITTEN_MS = 3600_000;

/** What this process leaves for later waits for the readers who come for what it did at once. */
const BREATH_MS = 150;

/** Runs what is due: publications, ends of rights, events of the outbox, the turn of the day. */
export class DueClock {
  readonly #ledger: Ledger;
  readonly #touches: Touches;
  readonly #sweep: () => Promise<void>;
  #day = '';
  #timer: NodeJS.Timeout | undefined;
  /** When the timer goes off, on the process's own clock. */
  #wakeAt = Number.POSITIVE_INFINITY;
  #running: Promise<void> | undefined;
  /** What other machines are asked for: it goes on beside everything that is due. */
  #asking: Promise<void> | undefined;
  /** What is swept once a day: with very many rows it takes seconds, and no publication waits for it. */
  #sweeping: Promise<void> | undefined;
  #again = false;
  #stopped = false;
  #stopListening: () => void = () => undefined;

  constructor(ledger: Ledger, touches: Touches, sweep = sweepAll) {
    this.#ledger = ledger;
    this.#touches = touches;
    this.#sweep = sweep;
  }

  start(): void {
    onWaiting(() => this.#wakeWithin(BREATH_MS));
    this.#stopListening = store().onForeignCommit(() => this.wake());
    this.wake();
  }

  /** Runs soon; once more if it is running already, for what came after it looked. */
  wake(): void {
    if (this.#stopped) return;
    clearTimeout(this.#timer);
    this.#wakeAt = Number.POSITIVE_INFINITY;
    if (this.#running) {
      this.#again = true;
      return;
    }
    this.#running = this.#run();
  }

  /** Does what is due now, to the end. */
  async tick(): Promise<void> {
    await this.#doDue();
    await this.#sweeping;
  }

  /** What fails is said and tried again; the rest is done all the same. */
  async #doDue(): Promise<void> {
    await this.#attempt(() => this.#touches.notice());
    await this.#attempt(publishDue);
    await this.#attempt(endRights);
    await this.#attempt(endBannerDue);
    await this.#attempt(() => drainOutbox(handleEvent, { together: TOGETHER }));
    await this.#attempt(() => this.#turnDay());
  }

  /** Ends after what is being done. */
  async stop(): Promise<void> {
    this.#stopped = true;
    this.#stopListening();
    clearTimeout(this.#timer);
    await this.#running;
    await this.#asking;
    await this.#sweeping;
  }

  async #run(): Promise<void> {
    let wait = PATIENCE_MS;
    this.#asking ??= this.#attempt(() => drainOutbox(handleEvent, { lane: 'slow' })).then(() => {
      this.#asking = undefined;
    });
    do {
      this.#again = false;
      await this.#doDue();
    } while (this.#again && !this.#stopped);
    await this.#attempt(async () => {
      for (const next of [await nextDue(), await nextRightsEnd(), await bannerEnd()]) {
        const left = (next?.getTime() ?? 0) - now().getTime();
        if (left > 0) wait = Math.min(wait, left);
      }
    });
    this.#running = undefined;
    this.#wakeWithin(wait);
  }

  #wakeWithin(ms: number): void {
    const at = performance.now() + ms;
    if (this.#stopped || at >= this.#wakeAt) return;
    this.#wakeAt = at;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.wake(), ms);
  }

  async #attempt(job: () => Promise<unknown>): Promise<void> {
    try {
      await job();
    } catch (error) {
      console.error('The clock failed and will try again:', loggable(error));
    }
  }

  /** Pages that say what day it is are made anew when it changes. */
  async #turnDay(): Promise<void> {
    const { timeZone } = await siteSettings();
    const day = dayIn(now(), timeZone);
    if (day === this.#day) return;
    if (this.#day !== '') this.#ledger.touch([dayTag()]);
    this.#day = day;
    await this.#sweeping;
    this.#sweeping = this.#attempt(this.#sweep);
  }
}

/** Takes away what is left over, and catches up with what older versions did not keep. */
async function sweepAll(): Promise<void> {
  await sweepOutbox(new Date(now().getTime() - KEEP_DONE_MS));
  await sweepAutosaves();
  await sweepStaffLinks();
  await followStory();
  await takeInWords();
  await forgetAddresses();
  await sweepLinksOfLetters();
  await sweepOrphans(new Date(now().getTime() - BEING_WRITTEN_MS));
  await sweepLetters(new Date(now().getTime() - KEEP_DONE_MS));
  await eraseTextsUnder((await replayErasures()).textsOf);
}

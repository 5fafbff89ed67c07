import { setTimeout as sleep } from 'node:timers/promises';
import { identityStore } from '#db/identity.ts';
import { closeStores } from '#db/store.ts';
import { closeOlderAddresses } from '#features/addresses/jobs.ts';
import { sendDue } from '#features/addresses/mailing.ts';
import { moveToNewKeys } from '#features/addresses/rotating.ts';
import { forgetAddresses, LETTERS } from '#features/letters/jobs.ts';
import { loggable } from '#lib/errors.ts';
import { sayThatItRuns, sayThatItStopped } from '#lib/mailer-status.ts';
import { openStores } from '#server/stores.ts';

/** However quiet it is, look again after this long: letters that were to wait are due by then. */
const PATIENCE_MS = 5_000;
const BREATH_MS = 200;
/** Fifty letters a second: no mail server likes more, and readers need the processor. */
const MOST_AT_ONCE = 10;
/** How long an address is kept at most after its time is over. */
const FORGETTING_MS = 15_000;

/** Sends letters as they come, until a signal or the end of the process that started this one. */
export async function runMailer(): Promise<void> {
  await openStores();
  await closeOlderAddresses();
  sayThatItRuns();
  const loop = new Loop();
  const stopListening = identityStore().onForeignCommit(() => loop.wake());
  const stop = async () => {
    stopListening();
    await loop.stop();
    await closeStores();
    sayThatItStopped();
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop());
  process.on('disconnect', () => void stop());
  loop.wake();
}

class Loop {
  #running: Promise<void> | undefined;
  #again = false;
  #stopped = false;
  #forgotAt = Number.NEGATIVE_INFINITY;
  #timer: NodeJS.Timeout | undefined;

  wake(): void {
    if (this.#stopped) return;
    clearTimeout(this.#timer);
    this.#again = true;
    this.#running ??= this.#run();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    await this.#running;
  }

  /** Not after each letter: it looks at every address that is kept. */
  async #forget(): Promise<void> {
    const at = performance.now();
    if (at - this.#forgotAt < FORGETTING_MS) return;
    this.#forgotAt = at;
    await forgetAddresses();
  }

  async #run(): Promise<void> {
    while (this.#again && !this.#stopped) {
      this.#again = false;
      // While many comment at once, every commit wakes it: it looks a few times a second at most.
      await sleep(BREATH_MS);
      try {
        const sent = await sendDue(LETTERS, (said) => console.error(said), MOST_AT_ONCE);
        if (sent === MOST_AT_ONCE) this.#again = true;
        await this.#forget();
        await moveToNewKeys();
      } catch (error) {
        console.error('The mailer failed and will try again:', loggable(error));
      }
    }
    this.#running = undefined;
    if (!this.#stopped) this.#timer = setTimeout(() => this.wake(), PATIENCE_MS);
  }
}

import { closeSync, existsSync, fdatasync, openSync } from 'node:fs';
import { promisify } from 'node:util';

const sync = promisify(fdatasync);

/**
 * Brings what was committed to the disk, beside the thread that commits: one write of the disk serves
 * all that were committed before it began. SQLite's own way (`synchronous = FULL`) holds up the whole
 * process for as long as the disk takes, each time.
 */
export class Flush {
  readonly #log: string;
  #handle: number | undefined;
  #running: Promise<void> | undefined;
  #next: Promise<void> | undefined;

  constructor(file: string) {
    this.#log = `${file}-wal`;
  }

  /** Resolves once everything that is committed now would survive a power cut. */
  now(): Promise<void> {
    if (!this.#running) return this.#start();
    // The one that is under way may have begun before the last commit.
    this.#next ??= this.#running.then(
      () => this.#start(),
      () => this.#start(),
    );
    return this.#next;
  }

  async close(): Promise<void> {
    await this.#next?.catch(() => undefined);
    await this.#running?.catch(() => undefined);
    if (this.#handle !== undefined) closeSync(this.#handle);
    this.#handle = undefined;
  }

  #start(): Promise<void> {
    this.#next = undefined;
    const running = this.#sync().finally(() => {
      if (this.#running === running) this.#running = undefined;
    });
    this.#running = running;
    return running;
  }

  async #sync(): Promise<void> {
    // Before the first write there is no log, and nothing in it to be lost.
    if (this.#handle === undefined && !existsSync(this.#log)) return;
    this.#handle ??= openSync(this.#log, 'r+');
    await sync(this.#handle);
  }
}

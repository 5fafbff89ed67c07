import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import type Database from 'better-sqlite3';
import { errorCode } from '#lib/errors.ts';

type Connection = Database.Database;

/** Another process holds the file for the length of its transaction; after this we give up. */
const BUSY_LIMIT_MS = 15_000;
/** So many brief transactions share a commit at most: the first waits until the last is done. */
const MOST_TOGETHER = 16;

type Waiting = {
  /** Does the work, and throws if nothing of it may stay. */
  run: () => Promise<void>;
  brief: boolean;
  done: () => void;
  failed: (error: unknown) => void;
};

/**
 * Transactions on the one writer, one after the other. Brief ones that are waiting share a commit,
 * which takes longer than their work: each is behind a savepoint, so that what one of them does wrong
 * is undone alone. Nobody hears that its work is done before it is committed.
 */
export class Turns {
  readonly #writer: Connection;
  readonly #waiting: Waiting[] = [];
  #going: Promise<void> | undefined;

  constructor(writer: Connection) {
    this.#writer = writer;
  }

  /** Resolves once what `run` did is committed. */
  take<T>(run: () => Promise<T>, brief: boolean): Promise<T> {
    let value: T;
    // It runs as part of what its caller does, whoever the others are.
    const inPlace = AsyncLocalStorage.snapshot();
    return new Promise<T>((resolve, reject) => {
      this.#waiting.push({
        run: async () => {
          value = await inPlace(run);
        },
        brief,
        done: () => resolve(value),
        failed: reject,
      });
      this.#going ??= this.#go();
    });
  }

  /** Runs something between two transactions. */
  async between(act: () => void): Promise<void> {
    while (this.#going) await this.#going;
    act();
  }

  async #go(): Promise<void> {
    // Whoever comes in the same breath is there when the first has its turn.
    await undefined;
    for (let first = this.#waiting.shift(); first; first = this.#waiting.shift()) {
      await this.#together(first);
    }
    this.#going = undefined;
  }

  async #together(first: Waiting): Promise<void> {
    const taken = [first];
    const done: Waiting[] = [];
    try {
      await this.#begin();
      for (const next of taken) {
        const behindOthers = done.length > 0;
        if (behindOthers) this.#writer.exec('SAVEPOINT another');
        try {
          await next.run();
          if (behindOthers) this.#writer.exec('RELEASE another');
          done.push(next);
        } catch (error) {
          next.failed(error);
          if (!behindOthers) break;
          this.#writer.exec('ROLLBACK TO another');
          this.#writer.exec('RELEASE another');
        }
        const another = this.#another(next, done.length);
        if (another) taken.push(another);
      }
      if (done.length > 0) this.#writer.exec('COMMIT');
      for (const one of done) one.done();
    } catch (error) {
      for (const one of taken) one.failed(error);
    } finally {
      if (this.#writer.inTransaction) this.#writer.exec('ROLLBACK');
    }
  }

  #another(before: Waiting, done: number): Waiting | undefined {
    const [next] = this.#waiting;
    if (!before.brief || !next?.brief || done >= MOST_TOGETHER) return undefined;
    return this.#waiting.shift();
  }

  /** Waits its turn without blocking the event loop, which SQLite's own waiting would do. */
  async #begin(): Promise<void> {
    const deadline = performance.now() + BUSY_LIMIT_MS;
    for (let wait = 1; ; wait = Math.min(wait * 2, 20)) {
      try {
        this.#writer.exec('BEGIN IMMEDIATE');
        return;
      } catch (error) {
        const busy = errorCode(error).startsWith('SQLITE_BUSY');
        if (!busy || performance.now() > deadline) throw error;
        await sleep(wait);
      }
    }
  }
}

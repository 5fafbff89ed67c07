import { AsyncLocalStorage } from 'node:async_hooks';

/** What a queue of transactions asks of its connection. */
export type Committing<Tx> = {
  /** Waits its turn among the processes that write to the file. */
  begin(): Promise<void>;
  exec(statement: string): void;
  isOpen(): boolean;
  /** A handle for one piece of work, and how it ends: `close` throws if it must not be kept. */
  open(): { tx: Tx; close(): void; abandon(): void };
};

type Job<Tx> = {
  kind: 'alone' | 'patient' | 'now';
  run: (tx: Tx) => Promise<unknown>;
  resolve: (value: unknown) => void;
  reject: (error: unknown) => void;
};
type Outcome = { ok: true; value: unknown } | { ok: false; error: unknown };

/** Each waits for all to be done, so that the first is not kept for long. */
const MOST_TOGETHER = 64;
const MOST_MS = 25;
/** So long a patient one waits for company, while so many have come in so short a time. */
const COMPANY_MS = 25;
const BUSY = { arrivals: 8, withinMs: 200 };
const ALONE_MS = 250;

/**
 * One piece of work after the other on one connection, and one commit for all that wait: making sure
 * of a commit takes the disk longer than the work. Each is kept or undone by itself, and none is
 * answered before the commit that it is in.
 */
export class Commits<Tx> {
  readonly #on: Committing<Tx>;
  readonly #waiting: Job<Tx>[] = [];
  readonly #arrivals: number[] = [];
  #aloneUntil = 0;
  #running: Promise<void> | undefined;
  #hurry: () => void = () => undefined;

  constructor(on: Committing<Tx>) {
    this.#on = on;
  }

  /** Work in a transaction. A patient one may wait a moment for others, when there are many. */
  add<T>(work: (tx: Tx) => Promise<T>, { patient = false } = {}): Promise<T> {
    if (patient) this.#note();
    return this.#enqueue(patient ? 'patient' : 'now', work);
  }

  /** Something that must not be inside of a transaction. */
  alone(work: () => void): Promise<void> {
    return this.#enqueue('alone', async () => work());
  }

  /** Resolves when everything that waits has ended. */
  async idle(): Promise<void> {
    this.#hurry();
    while (this.#running) await this.#running;
  }

  #enqueue<T>(kind: Job<Tx>['kind'], work: (tx: Tx) => Promise<T>): Promise<T> {
    const { promise, resolve, reject } = Promise.withResolvers<T>();
    // Whoever asks may have a clock or a request of its own: see lib/clock.ts.
    const asAsked = AsyncLocalStorage.snapshot();
    this.#waiting.push({
      kind,
      run: (tx) => asAsked(work, tx),
      resolve: resolve as (value: unknown) => void,
      reject,
    });
    if (kind !== 'patient') this.#hurry();
    this.#running ??= this.#run();
    return promise;
  }

  async #run(): Promise<void> {
    // Not before whoever asked has gone on: what comes in the same moment goes together.
    await Promise.resolve();
    for (;;) {
      const gathered = await this.#gather();
      const [first] = this.#waiting;
      if (!first) break;
      if (first.kind === 'alone') {
        this.#waiting.shift();
        await first.run(undefined as Tx).then(first.resolve, first.reject);
        continue;
      }
      const together = await this.#commit();
      if (gathered && together === 1) this.#aloneUntil = performance.now() + ALONE_MS;
    }
    this.#running = undefined;
  }

  /** Waits for company, if everybody who is here has the patience and others are likely to come. */
  async #gather(): Promise<boolean> {
    const here = this.#waiting.length;
    if (here === 0 || here >= MOST_TOGETHER || !this.#isBusy()) return false;
    if (this.#waiting.some((job) => job.kind !== 'patient')) return false;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, COMPANY_MS);
      this.#hurry = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.#hurry = () => undefined;
    return true;
  }

  /** One transaction for what waits. Returns how many pieces of work were in it. */
  async #commit(): Promise<number> {
    const on = this.#on;
    try {
      await on.begin();
    } catch (error) {
      this.#waiting.shift()?.reject(error);
      return 0;
    }
    const done: { job: Job<Tx>; outcome: Outcome }[] = [];
    const until = performance.now() + MOST_MS;
    let failure: unknown;
    for (let [job] = this.#waiting; job && job.kind !== 'alone'; [job] = this.#waiting) {
      this.#waiting.shift();
      const outcome = await this.#one(job);
      done.push({ job, outcome });
      if (!outcome.ok) failure = outcome.error;
      if (!on.isOpen() || done.length >= MOST_TOGETHER || performance.now() > until) break;
    }
    try {
      // A full disk, for one, undoes the whole of it by itself.
      if (!on.isOpen()) throw failure;
      on.exec('COMMIT');
      for (const { job, outcome } of done) {
        if (outcome.ok) job.resolve(outcome.value);
        else job.reject(outcome.error);
      }
    } catch (error) {
      if (on.isOpen()) on.exec('ROLLBACK');
      for (const { job, outcome } of done) job.reject(outcome.ok ? error : outcome.error);
    }
    return done.length;
  }

  async #one(job: Job<Tx>): Promise<Outcome> {
    const on = this.#on;
    on.exec('SAVEPOINT one');
    const { tx, close, abandon } = on.open();
    try {
      const value = await job.run(tx);
      close();
      on.exec('RELEASE one');
      return { ok: true, value };
    } catch (error) {
      abandon();
      if (on.isOpen()) {
        on.exec('ROLLBACK TO one');
        on.exec('RELEASE one');
      }
      return { ok: false, error };
    }
  }

  #note(): void {
    this.#arrivals.push(performance.now());
    if (this.#arrivals.length > BUSY.arrivals) this.#arrivals.shift();
  }

  #isBusy(): boolean {
    const now = performance.now();
    const [oldest = 0] = this.#arrivals;
    const many = this.#arrivals.length === BUSY.arrivals && now - oldest < BUSY.withinMs;
    return many && now > this.#aloneUntil;
  }
}

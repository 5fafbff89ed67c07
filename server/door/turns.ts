/**
 * One after the other. Renders that share a thread are not done sooner by running at once: the first
 * is only kept as late as the last. What takes longer than `patienceMs` is overtaken, not stopped.
 */
export class Turns {
  readonly #patienceMs: number;
  #last: Promise<void> = Promise.resolve();

  constructor(patienceMs: number) {
    this.#patienceMs = patienceMs;
  }

  take<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#last.then(work);
    this.#last = this.#last.then(() => settledWithin(done, this.#patienceMs));
    return done;
  }
}

function settledWithin(work: Promise<unknown>, ms: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    const settled = () => {
      clearTimeout(timer);
      resolve();
    };
    work.then(settled, settled);
  });
}

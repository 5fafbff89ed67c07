/**
 * Lets statements through while their transaction is under way, and no longer: code that forgot an
 * `await` must not write into somebody else's transaction. A statement that failed dooms its
 * transaction whoever caught the error, as PostgreSQL does by itself and SQLite does not.
 */
export class Gate {
  #over = false;
  #failure: { error: unknown } | undefined;

  enter(): void {
    if (this.#over) throw new Error('this transaction is over: something was not awaited in it');
  }

  fail(error: unknown): void {
    this.#failure ??= { error };
  }

  /** Throws if the transaction must not commit. */
  close(): void {
    this.#over = true;
    if (this.#failure) {
      throw new Error('a statement failed in this transaction, so it cannot commit', {
        cause: this.#failure.error,
      });
    }
  }

  abandon(): void {
    this.#over = true;
  }
}

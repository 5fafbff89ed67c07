const lockOf = (id: string) => `dateline-editor-${id}`;

/** Says to this browser's other pages that an editor is open, until it is released or the page dies. */
export function holdAlive(id: string): () => void {
  const done = new AbortController();
  const held = new Promise<void>((resolve) =>
    done.signal.addEventListener('abort', () => resolve()),
  );
  // Where the address is not a safe one there are no locks: every kept text is offered then.
  navigator.locks?.request(lockOf(id), { signal: done.signal }, () => held).catch(() => undefined);
  return () => done.abort();
}

/** The editors that are open in this browser now: what they hold is not left over. */
export async function aliveEditors(): Promise<(id: string) => boolean> {
  const { held = [] } = (await navigator.locks?.query()) ?? {};
  const names = new Set(held.map((lock) => lock.name));
  return (id) => names.has(lockOf(id));
}

/**
 * One value per process under a name, however often a module is loaded: Next's bundle and `server/`
 * each have their own copy of every file, and two stores or two presses in one process would fight.
 */
export function onePerProcess<T extends object>(name: string, make: () => T): T {
  const key = Symbol.for(`dateline.${name}`);
  const shelf = globalThis as unknown as Record<symbol, T | undefined>;
  let value = shelf[key];
  if (!value) {
    value = make();
    shelf[key] = value;
  }
  return value;
}

/** Takes the value away, so that the next `onePerProcess` makes a new one. For shutdown and tests. */
export function forget(name: string): void {
  delete (globalThis as unknown as Record<symbol, unknown>)[Symbol.for(`dateline.${name}`)];
}

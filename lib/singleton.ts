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

/** Takes the value away and returns it; the next `onePerProcess` makes a new one. For shutdown. */
export function forget<T>(name: string): T | undefined {
  const shelf = globalThis as unknown as Record<symbol, T | undefined>;
  const key = Symbol.for(`dateline.${name}`);
  const value = shelf[key];
  delete shelf[key];
  return value;
}

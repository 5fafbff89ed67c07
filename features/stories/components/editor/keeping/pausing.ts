'use client';

/** Who types without a pause does not put it off for longer. */
const LONGEST_MS = 100;

/** Runs in so many milliseconds, when no key and no frame waits. What it returns calls it off. */
export function inAPause(ms: number, work: () => void): () => void {
  let idle = 0;
  const timer = setTimeout(() => {
    // Safari has no such pauses to offer.
    if (!('requestIdleCallback' in globalThis)) return work();
    idle = requestIdleCallback(work, { timeout: LONGEST_MS });
  }, ms);
  return () => {
    clearTimeout(timer);
    if (idle !== 0) cancelIdleCallback(idle);
  };
}

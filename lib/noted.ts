import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import type { z } from 'zod';

/**
 * Files of one line of JSON for each thing that must be remembered whatever becomes of the databases.
 * Each line begins on a new one, so that what a crash cut off spoils nothing that is written after it.
 */
export function noteDown(file: string, note: object): void {
  appendFileSync(file, `\n${JSON.stringify(note)}\n`, { mode: 0o600, flush: true });
}

/** What such a file says, in its order; a line that was cut off by a crash says nothing. */
export function notedIn<T>(file: string, shape: z.ZodType<T>): T[] {
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line) => {
      try {
        return [shape.parse(JSON.parse(line))];
      } catch {
        return [];
      }
    });
}

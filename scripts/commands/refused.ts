import type { Refusal, Result } from '#lib/result.ts';

/** A command's refusal on its way to the terminal. */
export class Refused extends Error {
  constructor({ why, fields }: Refusal) {
    const details = Object.entries(fields ?? {}).map(
      ([field, problem]) => `  ${field}: ${problem}`,
    );
    super([why, ...details].join('\n'));
  }
}

/** The value, or the refusal thrown for the one place that prints it. */
export function orRefused<T>(result: Result<T>): T {
  if (!result.ok) throw new Refused(result);
  return result.value;
}

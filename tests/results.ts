import type { Result } from '#lib/result.ts';

/** The value of a result that has to be good; the refusal is the failure's message. */
export function good<T>(result: Result<T>): T {
  if (!result.ok)
    throw new Error(
      `refused (${result.code}): ${result.why} ${JSON.stringify(result.fields ?? {})}`,
    );
  return result.value;
}

import { errorCode } from '#lib/errors.ts';

/** A failed statement brings its values along, and what was sealed must not get into the log. */
export async function withoutDetails<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw new Error(`An address could not be stored (${codeOf(error)}).`);
  }
}

function codeOf(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined;
  return errorCode(cause) || errorCode(error) || 'no code';
}

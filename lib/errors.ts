/**
 * A start-up or command-line failure that the operator can act on: printed as one sentence, exit 1.
 * Everything else that is thrown is a surprise and keeps its stack.
 */
export class OperatorError extends Error {
  override name = 'OperatorError';
}

/** Marks a branch that the types say cannot be reached. */
export function unreachable(value: never): never {
  throw new Error(`unreachable: ${JSON.stringify(value)}`);
}

/** The `code` of a Node or database error, or '' when it has none. */
export function errorCode(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('code' in error)) return '';
  return typeof error.code === 'string' ? error.code : '';
}

/**
 * A surprise as it may stand in a log: with where it happened, but without the values of a failed
 * query, which Drizzle puts into its message and which may be what somebody typed.
 */
export function loggable(error: unknown): string {
  if (!(error instanceof Error)) return `thrown: ${typeof error}`;
  const where = error.stack?.split('\n').filter((line) => /^ +at /.test(line)) ?? [];
  const query = 'query' in error && 'params' in error;
  const what = query ? 'a query failed' : error.message;
  const lines = [`${error.name}: ${what}`, ...where];
  if (error.cause !== undefined) lines.push(`because of ${loggable(error.cause)}`);
  return lines.join('\n');
}

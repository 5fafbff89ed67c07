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

/**
 * Expected outcomes are values. `code` is a closed set that each door translates once (see
 * `statusOf`), `why` is a sentence for the person, `fields` says which input it is about.
 */
export type Refusal = {
  ok: false;
  code: 'invalid' | 'forbidden' | 'missing' | 'conflict' | 'illegal' | 'limited' | 'full';
  why: string;
  fields?: Record<string, string>;
};

export type Result<T> = { ok: true; value: T } | Refusal;

export function ok<T>(value: T): { ok: true; value: T } {
  return { ok: true, value };
}

export function refuse(
  code: Refusal['code'],
  why: string,
  fields?: Record<string, string>,
): Refusal {
  return fields ? { ok: false, code, why, fields } : { ok: false, code, why };
}

/** Something in a form is wrong: a sentence for each field that it is about. */
export function incorrect(fields: Record<string, string>): Refusal {
  return refuse('invalid', 'Please correct the marked fields.', fields);
}

/** The HTTP status that each kind of refusal has at every door. */
export const statusOf: Record<Refusal['code'], number> = {
  invalid: 422,
  forbidden: 403,
  missing: 404,
  conflict: 409,
  illegal: 409,
  limited: 429,
  full: 503,
};

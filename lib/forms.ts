import type { Refusal } from '#lib/result.ts';

/** What an action answers to a form: an allowlist, made of sentences for the person only. */
export type FormState = {
  status: 'idle' | 'done' | 'refused';
  message: string;
  /** What is wrong, by the name of its field. */
  fields: Record<string, string>;
  /** Where to go next. */
  to?: string;
  /** A secret address that is shown this once. */
  link?: string;
};

export const IDLE: FormState = { status: 'idle', message: '', fields: {} };

/** Said, instead of going to the sign-in page, where that would lose what was typed. */
export const SIGNED_OUT: FormState = {
  status: 'refused',
  message: 'You are signed out. Sign in again in another window, then come back and repeat this.',
  fields: {},
};

export function refused({ why, fields = {} }: Omit<Refusal, 'ok' | 'code'>): FormState {
  return { status: 'refused', message: why, fields };
}

export function done(message = '', to?: string): FormState {
  return { status: 'done', message, fields: {}, ...(to ? { to } : {}) };
}

/** The text fields of a form by name; files and repeated names are not text. */
export function textFields(form: FormData): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const [name, value] of form) if (typeof value === 'string') fields[name] = value;
  return fields;
}

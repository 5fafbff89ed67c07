import { z } from 'zod';

/** Control characters but tab and line ends, and the unseen ones that hide or turn text around. */
const UNSEEN = /(?![\t\n\r])\p{Cc}|[\u200b\u2060\ufeff\u202a-\u202e\u2066-\u2069]/gu;

/** Something that eyes can see; a soft hyphen alone is not a headline. */
const SEEN = /[\p{L}\p{N}\p{P}\p{S}]/u;

/** What people type: no zero byte (neither database nor HTML bears one), no unseen control characters. */
function typed() {
  return z
    .string()
    .refine((text) => !text.includes('\u0000'), 'contains a character that cannot be stored')
    .refine((text) => text.isWellFormed(), 'contains a character that cannot be stored')
    .transform((text) => text.normalize('NFC').replace(UNSEEN, ''));
}

/** One line of text, with single spaces. `max` counts characters as people see them, not code units. */
export function lineOf(max: number, min = 0) {
  return typed()
    .transform((text) => text.replace(/\s+/g, ' ').trim())
    .pipe(bounded(min, max));
}

/** Text with line breaks: "\r\n" becomes "\n", outer blank lines go. */
export function textOf(max: number, min = 0) {
  return typed()
    .transform((text) => text.replace(/\r\n?/g, '\n').trim())
    .pipe(bounded(min, max));
}

function bounded(min: number, max: number) {
  return z
    .string()
    .refine((text) => min === 0 || SEEN.test(text), 'Please fill this in.')
    .refine((text) => [...text].length >= min || text.length === 0, `At least ${min} characters.`)
    .refine((text) => [...text].length <= max, `At most ${max} characters.`);
}

/** The first message for each field of a failed parse, for forms. */
export function fieldErrors(error: z.ZodError): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const issue of error.issues) fields[issue.path[0]?.toString() ?? 'form'] ??= issue.message;
  return fields;
}

import { z } from 'zod';
import { lineOf } from '#lib/text.ts';

const MAX_WORDS = 500;
const MAX_DAYS = 3_650;
const MAX_SLOW = 3_600;
const MOST_LINKS = 50;
const SHORTEST = 100;
const LONGEST = 5_000;

/** A number between two others; nothing typed means that the wider place says it. */
function numberFrom(min: number, max: number) {
  const say = `A whole number from ${min} to ${max}.`;
  return z
    .union([z.number(), z.string().trim()])
    .transform((typed) => (typed === '' ? undefined : Number(typed)))
    .pipe(z.number(say).int(say).min(min, say).max(max, say).optional());
}

/** One a line or with commas between them, or a list of them. What is empty falls out. */
const Words = z
  .union([
    z
      .string()
      .max(40_000, 'Too long.')
      .transform((text) => text.split(/[\n,،、，]/)),
    z.array(z.string()),
  ])
  .pipe(z.array(lineOf(100)).max(MAX_WORDS, `At most ${MAX_WORDS} lines.`))
  .transform((lines) => [...new Set(lines.filter((line) => /[\p{L}\p{N}\p{S}\p{P}]/u.test(line)))])
  .refine((lines) => lines.every((line) => line.replaceAll('*', '').length > 1), {
    message: 'A star alone, or a single letter, would match nearly everything.',
  })
  .refine((lines) => lines.every((line) => line.split('*').length <= 3), {
    message: 'At most two stars in a line.',
  });

/** `''` in a form's list means: as the wider place has it. */
function orWider<T extends z.ZodType>(choice: T) {
  return z.union([z.literal('').transform(() => undefined), choice]);
}

const yesOrNo = z.union([z.boolean(), z.enum(['yes', 'no']).transform((said) => said === 'yes')]);

/** What somebody may say of the comments of a place. */
export const PolicyInput = z
  .object({
    moderation: orWider(z.enum(['pre', 'post'], 'Please choose one of the list.')),
    firstComment: orWider(yesOrNo),
    closeAfterDays: numberFrom(0, MAX_DAYS),
    maxLength: numberFrom(SHORTEST, LONGEST),
    maxLinks: numberFrom(0, MOST_LINKS),
    slowSeconds: numberFrom(0, MAX_SLOW),
    holdWords: Words,
    spamWords: Words,
    rejectWords: Words,
  })
  .partial()
  .strict();

/** Which place: the site, a section or a story. */
export const ScopeInput = z.discriminatedUnion('of', [
  z.object({ of: z.literal('site') }),
  z.object({ of: z.literal('section'), id: z.string().min(1).max(40) }),
  z.object({ of: z.literal('story'), id: z.string().min(1).max(40) }),
]);

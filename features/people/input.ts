import { z } from 'zod';
import { ROLES } from '#db/schema/people.ts';
import { lineOf } from '#lib/text.ts';

/** Long enough that no rule about signs is needed (NIST SP 800-63B), short enough to hash. */
export const MIN_PASSWORD = 12;
const MAX_PASSWORD = 200;

const Email = lineOf(254, 1).pipe(
  z.email('This is not an email address.').transform((address) => address.toLowerCase()),
);

const Password = z
  .string()
  .refine((text) => text.length > 0, 'Please fill this in.')
  .refine((text) => [...text].length >= MIN_PASSWORD, `At least ${MIN_PASSWORD} characters.`)
  .refine((text) => text.length <= MAX_PASSWORD, `At most ${MAX_PASSWORD} characters.`)
  .refine((text) => !text.includes('\u0000'), 'contains a character that cannot be stored');

export const PersonInput = z.object({
  name: lineOf(100, 1),
  email: Email,
  role: z.enum(ROLES),
  password: Password.optional(),
});

export const SetUpInput = z.object({
  token: z.string().min(1).max(100),
  name: lineOf(100, 1),
  email: Email,
  password: Password,
});

/** What a sign-in may send. Anything wrong in it is simply a wrong sign-in. */
export const SignInInput = z.object({
  email: z.string().max(254).trim().toLowerCase(),
  password: z.string().max(MAX_PASSWORD),
});

export const ChangePasswordInput = z.object({
  current: z.string().max(MAX_PASSWORD),
  next: Password,
});

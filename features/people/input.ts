import { z } from 'zod';
import { ROLES } from '#db/schema/people.ts';
import { MAX_PASSWORD, MIN_PASSWORD } from '#features/people/password-length.ts';
import { lineOf } from '#lib/text.ts';

const Email = lineOf(254, 1).pipe(
  z.email('This is not an email address.').transform((address) => address.toLowerCase()),
);

/** How long it is; whether it is one that everybody tries is said by `weakness`. */
export const Password = z
  .string()
  .refine((text) => text.length > 0, 'Please fill this in.')
  .refine((text) => [...text].length >= MIN_PASSWORD, `At least ${MIN_PASSWORD} characters.`)
  .refine((text) => text.length <= MAX_PASSWORD, `At most ${MAX_PASSWORD} characters.`)
  .refine((text) => !text.includes('\u0000'), 'contains a character that cannot be stored')
  .refine((text) => text.isWellFormed(), 'contains a character that cannot be stored');

export const PersonInput = z.object({
  name: lineOf(100, 1),
  email: Email,
  role: z.enum(ROLES),
  password: Password.optional(),
});

/** Ours, or one that an authenticator made: never a character that a database cannot bear. */
export const Id = z.string().regex(/^[\w-]{1,1400}$/);

/** A role for the whole site, or for the section where one is named. */
const GrantInput = z.object({
  role: z.enum(ROLES),
  sectionId: z
    .union([Id, z.literal('')], 'There is no such section.')
    .transform((id) => id || null)
    .default(null),
});

export const InviteInput = GrantInput.extend({ email: Email });

/** Everything that somebody may do, in place of what they could before. */
export const RolesInput = z
  .array(GrantInput)
  .min(1, 'Somebody on the staff has a role.')
  .max(20, 'At most 20 roles.')
  .refine(
    (held) => new Set(held.map((grant) => JSON.stringify(grant))).size === held.length,
    'The same role stands there twice.',
  );

const Token = z.string().min(1).max(100);

export const JoinInput = z.object({ token: Token, name: lineOf(100, 1), password: Password });
export const ResetInput = z.object({ token: Token, password: Password });
export const ForgotInput = z.object({ email: Email });

export const SetUpInput = z.object({
  token: Token,
  name: lineOf(100, 1),
  email: Email,
  password: Password,
});

/** What a sign-in may send. Anything wrong in it is simply a wrong sign-in. */
export const SignInInput = z.object({
  email: z
    .string()
    .max(254)
    .refine((email) => !email.includes('\u0000') && email.isWellFormed())
    .trim()
    .toLowerCase(),
  password: z.string().max(MAX_PASSWORD),
});

export const ChangePasswordInput = z.object({
  current: z.string().max(MAX_PASSWORD),
  next: Password,
});

/** What a second step may send. Anything wrong in it is simply a wrong code. */
export const CodeInput = z.object({
  ticket: z.string().min(1).max(100),
  code: z.string().max(40),
});

/** What is known of whoever types a password; what is wrong in it is not known. */
export const KnownInput = z
  .object({ email: z.string().max(254).catch(''), name: z.string().max(100).catch('') })
  .catch({ email: '', name: '' });

/** What a browser says of a passkey: its shape here, its truth where it is verified. */
export const PasskeyAnswer = z.looseObject({
  id: Id,
  response: z.record(z.string(), z.unknown()),
});
export const PasskeyName = lineOf(60, 1);

/** What a provider of single sign-on says, as far as it is believed: a verified address only. */
export const SsoClaims = z.object({
  sub: z.string().min(1).max(255),
  email: Email,
  email_verified: z.literal(true),
  name: lineOf(100).catch('').default(''),
});

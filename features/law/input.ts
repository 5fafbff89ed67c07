import { z } from 'zod';
import { DISCLOSURE_VERDICTS } from '#db/schema/letters.ts';
import { lineOf, textOf } from '#lib/text.ts';

const Id = z.string().min(1).max(40);
const Reason = textOf(500, 1);

export const HoldInput = z.object({
  noun: z.enum(['story', 'picture', 'comment']),
  thingId: Id,
  reason: Reason,
});

export const LiftInput = z.object({ holdId: Id, reason: Reason });

/** Words that may not remain anywhere near the thing: a name, an address. */
const Words = z
  .array(lineOf(200))
  .max(50, 'At most 50 of them.')
  .transform((words) => words.filter((word) => word !== ''))
  .refine((words) => words.every((word) => [...word].length >= 3), 'At least 3 letters each.')
  .default([]);

export const RedactRevisionInput = z.object({
  storyId: Id,
  revisionIds: z.array(Id).min(1, 'Please choose at least one revision.').max(2_000),
  words: Words,
  /** Its address says what the headline said: it gets another one, and the old ones lead nowhere. */
  forgetAddress: z.boolean().default(false),
  reason: Reason,
});

export const RedactPictureInput = z.object({ pictureId: Id, reason: Reason });

export const AskAddressInput = z.object({ commentId: Id, reason: Reason });

export const DecideAddressInput = z.object({
  requestId: Id,
  verdict: z.enum(DISCLOSURE_VERDICTS, 'There is no such decision.'),
});

export const RedactCommentInput = z.object({ commentId: Id, reason: Reason });

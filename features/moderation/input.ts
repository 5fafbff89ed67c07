import { z } from 'zod';
import { COMMENT_STATES } from '#db/schema/comments.ts';
import { BAN_SCOPES } from '#db/schema/screening.ts';
import { PILES } from '#features/moderation/views.ts';
import { isHouseRule } from '#features/screening/rules.ts';
import { lineOf, textOf } from '#lib/text.ts';

const id = z.string().min(1).max(40);

/** What of the queue somebody wants to see. */
export const QueueInput = z.object({
  pile: z.enum(PILES).default('waiting'),
  /** Words that the comment or its name has. */
  q: lineOf(100).default('').catch(''),
  /** Of the pile of all comments, those of one state. */
  state: z.enum(COMMENT_STATES).optional().catch(undefined),
  /** The comment after which the page begins: its moment and its id. */
  after: z
    .string()
    .regex(/^\d{1,15}-[0-9a-z]{1,40}$/)
    .optional()
    .catch(undefined),
});

const MOST_AT_ONCE = 100;

/** Several decisions in one message, each about the revision that was read. */
export const DecisionsInput = z
  .array(
    z.object({
      move: z.enum(['approve', 'reject', 'undo', 'keep', 'reopen', 'aside', 'back']),
      commentId: id,
      revisionId: id,
      rule: z.string().max(40).default(''),
      reason: z.string().max(2_000).default(''),
    }),
  )
  .min(1)
  .max(MOST_AT_ONCE);

export const NoteInput = z.object({ commentId: id, text: textOf(1_000, 1) });

/** That a comment stays, although readers reported it; about the revision that was read. */
export const KeepInput = z.object({ commentId: id, revisionId: id });

/** That a comment is for later or for somebody else; about the revision that was read. */
export const AsideInput = KeepInput.extend({
  /** A note for the other moderators; empty if there is nothing to say. */
  reason: textOf(1_000).default(''),
});

/** For how long somebody is banned: so many days, or until somebody lifts it. */
export const BAN_DAYS = { day: 1, week: 7, month: 30, ever: null } as const;

export const BanInput = z.object({
  commentId: id,
  scope: z.enum(BAN_SCOPES, 'Please choose where.'),
  time: z.enum(['day', 'week', 'month', 'ever'], 'Please choose for how long.'),
  rule: z.string().refine(isHouseRule, 'Please choose a rule.'),
  reason: textOf(500).default(''),
});

export const AppealInput = z.object({ text: textOf(1_000, 1) });

export const AppealAnswerInput = z.object({
  commentId: id,
  answer: z.enum(['upheld', 'overturned']),
  words: textOf(1_000, 1),
});

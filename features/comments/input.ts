import { z } from 'zod';
import { REPORT_REASONS } from '#db/schema/discussions.ts';
import { Address } from '#features/addresses/address.ts';
import { MAX_TEXT } from '#features/screening/comment-policy.ts';
import { isHouseRule } from '#features/screening/rules.ts';
import { lineOf, textOf } from '#lib/text.ts';

const MAX_NAME = 60;

const id = z.string().max(40);
const NOT_AN_ADDRESS = 'This is not an email address. It looks like name@example.com.';

const Email = lineOf(254, 1).transform((typed, context) => {
  const address = typed === '' ? null : Address.parse(typed);
  if (!address) {
    context.addIssue({ code: 'custom', message: NOT_AN_ADDRESS });
    return z.NEVER;
  }
  return address;
});

/** What a reader's form sends. The address is hidden from its first moment in here. */
export const CommentInput = z.object({
  storyId: id,
  parentId: id.nullish().transform((parent) => parent || null),
  text: textOf(MAX_TEXT, 1),
  name: lineOf(MAX_NAME, 1),
  email: Email,
  /** Not kept: it says only whether the name is to be kept across stories. */
  recognise: z.string().max(10).optional(),
  /** A box that is ticked: letters about this comment are wanted. */
  notify: z.string().optional().transform(Boolean),
  /** A field that people do not see. What fills in everything fills in this one too. */
  website: z.string().max(2_000).default(''),
  /** What the browser worked out meanwhile, where there is script. */
  proof: z.string().max(2_000).catch('').default(''),
});

/** The same where no address is asked for: one that is sent all the same is not looked at. */
export const AddresslessInput = CommentInput.extend({
  email: z
    .unknown()
    .optional()
    .transform(() => null),
});

export const StaffCommentInput = CommentInput.pick({ storyId: true, parentId: true, text: true });

const ticked = z
  .string()
  .optional()
  .transform((value) => value !== undefined && value !== '');

/** The fields are named as the buttons on a reader's page are. */
export const RecommendInput = z.object({ comment: id, back: ticked });

export const ReportInput = z.object({
  comment: id,
  reason: z.enum(REPORT_REASONS, 'Please say what is wrong with it.'),
  note: textOf(500).default(''),
});

export const PickInput = z.object({ commentId: id, revisionId: id, picked: ticked });

/** What a writer says instead. */
export const EditInput = CommentInput.pick({ text: true });

/** A verdict names the revision that was read. */
export const DecisionInput = z.object({
  commentId: id,
  revisionId: id,
  /** Of the house rules, which one it breaks: for its writer and for the public count. */
  rule: z
    .string()
    .refine((rule) => rule === '' || isHouseRule(rule), 'There is no such rule.')
    .default(''),
  reason: textOf(500).default(''),
});

import { z } from 'zod';
import { SEVERITIES } from '#db/schema/corrections.ts';
import { ANSWER_KINDS } from '#db/schema/previews.ts';
import { BYLINE_ROLES, KINDS } from '#db/schema/stories.ts';
import { Body } from '#features/stories/body.ts';
import { MOST_DAYS } from '#features/stories/sharing.ts';
import { LANGUAGES } from '#lib/languages.ts';
import { MAX_SLUG, RESERVED_SLUGS, SLUG } from '#lib/paths.ts';
import { lineOf, textOf } from '#lib/text.ts';

/** Longer headlines break every card and every feed reader; the desk warns long before. */
const MAX_HEADLINE = 200;

/** A piece of a text as it stands there, with its spaces; no character that cannot be stored. */
function quoted() {
  return z.string().transform((text) => text.replaceAll('\u0000', '').toWellFormed());
}

const Id = z.string().min(1).max(40);

const Slug = lineOf(MAX_SLUG)
  .refine(
    (slug) => slug === '' || SLUG.test(slug),
    'Lower-case letters, digits and single hyphens only.',
  )
  .refine((slug) => !RESERVED_SLUGS.has(slug), 'This word means something else in an address.');

const calendarDay = z.iso.date('Please give the date as year-month-day.');

const pictureUse = z.object({
  pictureId: Id,
  alt: lineOf(500).default(''),
  caption: textOf(2_000).default(''),
  credit: lineOf(200).default(''),
});

const StoryBody = z.custom<Body>().transform((value, context) => {
  const parsed = Body.safeParse(value);
  if (parsed.success) return parsed.data as Body;
  const [issue] = parsed.error.issues;
  const where = issue?.path[0] === 'content' ? `Block ${Number(issue.path[1] ?? 0) + 1}: ` : '';
  context.addIssue({
    code: 'custom',
    message: `${where}the text is not of a kind that can be stored (${issue?.message}).`,
  });
  return z.NEVER;
});

/** What a revision holds, as the desk, the loaders and the imports send it. */
export const StoryContent = z.object({
  headline: lineOf(MAX_HEADLINE, 1),
  shortHeadline: lineOf(80).default(''),
  searchTitle: lineOf(120).default(''),
  searchDescription: lineOf(320).default(''),
  standfirst: textOf(600).default(''),
  datelinePlace: lineOf(80).default(''),
  datelineDate: calendarDay.nullable().default(null),
  body: StoryBody,
  bylines: z
    .array(z.object({ authorId: Id, role: z.enum(BYLINE_ROLES).default('by') }))
    .max(20, 'At most 20 people.')
    .default([]),
  topics: z.array(lineOf(60, 1)).max(20, 'At most 20 topics.').default([]),
  places: z.array(lineOf(60, 1)).max(20, 'At most 20 places.').default([]),
  picture: pictureUse.nullable().default(null),
  sourceLine: lineOf(500).default(''),
  notes: textOf(20_000).default(''),
});
export type StoryContent = z.infer<typeof StoryContent>;

/** Which editor it was typed in, and how many changes there had been. */
const Editing = z.object({
  id: z.string().regex(/^[0-9a-z]{16,40}$/),
  sequence: z
    .number()
    .int()
    .min(0)
    .max(2 ** 31 - 1),
});
export type Editing = z.infer<typeof Editing>;

/** What a story is, besides what it says. An empty slug is made from the headline. */
const identity = {
  kind: z.enum(KINDS).default('news'),
  language: z.enum(LANGUAGES).default('en'),
  sectionId: Id,
  slug: Slug.default(''),
};

export const CreateInput = z.object({
  ...identity,
  ...StoryContent.shape,
  /** The story that this one says in another language. */
  translationOf: Id.optional(),
  source: z
    .object({ system: lineOf(60, 1), id: lineOf(300, 1), file: lineOf(300).default('') })
    .optional(),
  editing: Editing.optional(),
});

export const SaveInput = z.object({
  ...identity,
  ...StoryContent.shape,
  storyId: Id,
  /** The revision that the text was based on: another head is a conflict. */
  basedOn: Id,
  editing: Editing.optional(),
});
export type SaveInput = z.infer<typeof SaveInput>;

/** More than the longest story that can be saved, with its marks. */
const MAX_DRAFT = 2_000_000;

/**
 * What is in an editor, however unfinished: it is given back only to whoever typed it, so that
 * nothing of it is refused but what is not a text at all or too long.
 */
const AutosavedDraft = z
  .object({
    fields: z.record(z.string().max(60), z.unknown()),
    body: z.object({ type: z.literal('doc'), content: z.array(z.unknown()) }),
  })
  .refine((draft) => JSON.stringify(draft).length <= MAX_DRAFT, 'is too long');
export type AutosavedDraft = z.infer<typeof AutosavedDraft>;

export const AutosaveInput = Editing.extend({
  personId: Id,
  storyId: z.string().max(40),
  basedOn: z.string().max(40),
  /** Null: it was saved, or what was typed was taken back. */
  draft: AutosavedDraft.nullable(),
});

export const NameInput = z.object({ storyId: Id, revisionId: Id, name: lineOf(80).default('') });

/** `basedOn` is the newest revision that the person saw. */
export const RestoreInput = z.object({ storyId: Id, revisionId: Id, basedOn: Id });

/** The passage is what was selected, with a little of what stands around it. */
export const DiscussInput = z.object({
  storyId: Id,
  revisionId: Id,
  answersId: z.string().max(40).default(''),
  text: textOf(4_000, 1),
  quote: z.string().max(2_000, 'Please select a shorter passage.').pipe(quoted()).default(''),
  before: z.string().max(200).pipe(quoted()).default(''),
  after: z.string().max(200).pipe(quoted()).default(''),
});

export const RewordInput = z.object({ commentId: z.string().max(40), text: textOf(4_000, 1) });

export const PresenceInput = z.object({
  id: Editing.shape.id,
  storyId: Id,
  field: z.string().regex(/^[\w-]{0,40}$/),
});

export const MoveInput = z.object({ storyId: Id, revisionId: Id, note: textOf(2_000).default('') });

/** Why a story goes out although a check says otherwise. */
const GivenReason = z.object({
  code: lineOf(40, 1),
  subject: z.string().max(2_000),
  reason: lineOf(300, 1),
});
export type GivenReason = z.infer<typeof GivenReason>;

const reasons = z.array(GivenReason).max(100, 'At most 100 reasons.').default([]);

export const PublishInput = MoveInput.extend({ reasons });

export const MomentInput = PublishInput.extend({
  at: z.coerce.date('Please give a date and a time.'),
});

export type MomentInput = z.infer<typeof MomentInput>;

/** What readers are told of a withdrawal, besides that it happened. */
export const WithdrawInput = MoveInput.extend({ said: textOf(2_000).default('') });

export const CorrectionInput = MoveInput.extend({
  kind: z.enum(['correction', 'clarification', 'update'], 'Please say what it is.'),
  severity: z.enum(SEVERITIES, 'Please say how serious it is.'),
  text: textOf(2_000, 1),
  /** At once, or with the revision that is named, when that is published. */
  when: z.enum(['now', 'with the text']).default('now'),
});

export const TakeBackInput = z.object({
  storyId: Id,
  correctionId: Id,
  note: textOf(2_000, 1),
});

/** What can be done with many stories at once. */
export const BULK_ACTS = ['submit', 'approve', 'publish', 'withdraw'] as const;
export type BulkAct = (typeof BULK_ACTS)[number];

/** A page of the list is the most that somebody can have chosen. */
const MOST_CHOSEN = 50;

export const BulkInput = z.object({
  act: z.enum(BULK_ACTS),
  stories: z
    .array(z.object({ storyId: z.string().max(40), revisionId: z.string().max(40) }))
    .min(1)
    .max(MOST_CHOSEN),
  note: z.string().max(2_000).default(''),
});

/** What became of each of many stories: how many were moved, and why the others were not. */
export type BulkAnswer = {
  done: number;
  message: string;
  refused: { storyId: string; why: string }[];
};

/** Whose drafts go to whom. */
export const HandOverInput = z
  .object({ from: Id, to: z.string().min(1, 'Please choose somebody.').max(40) })
  .refine(({ from, to }) => from !== to, { path: ['to'], message: 'They have them already.' });

/** A secret address of a story: for whom, for how long, and whether they may write back. */
export const ShareInput = z.object({
  storyId: Id,
  person: lineOf(100, 1),
  days: z.coerce.number('Please say for how many days.').int().min(1).max(MOST_DAYS),
  mayAnswer: z.boolean().default(false),
});

/** An approval may say nothing more; a comment has words. */
export const AnswerInput = z
  .object({ revisionId: Id, kind: z.enum(ANSWER_KINDS), text: textOf(5_000).default('') })
  .refine(({ kind, text }) => kind === 'approval' || text !== '', {
    path: ['text'],
    message: 'Please fill this in.',
  });

import { z } from 'zod';
import { notesShape } from '#features/media/notes.ts';
import { lineOf, textOf } from '#lib/text.ts';

const MAX_MEGABYTES = 20;
const MAX_BYTES = MAX_MEGABYTES * 1024 * 1024;
/** What the decoder may be asked to unpack, however small the file is: all frames together. */
export const MAX_PIXELS = 50_000_000;
export const MAX_FRAMES = 300;

const Focal = z.coerce.number().min(0).max(1).default(0.5);

/** What is not given stays as it is, or as the file itself says it. */
const given = Object.fromEntries(
  Object.entries(notesShape).map(([name, field]) => [name, field.unwrap().optional()]),
) as {
  [Name in keyof typeof notesShape]: z.ZodOptional<ReturnType<(typeof notesShape)[Name]['unwrap']>>;
};

export const PictureInput = z.object({
  bytes: z
    .instanceof(Uint8Array)
    .refine((bytes) => bytes.length > 0, 'Please choose a picture.')
    .refine((bytes) => bytes.length <= MAX_BYTES, `At most ${MAX_MEGABYTES} MB.`),
  name: lineOf(300).default('').catch(''),
  ...given,
  focalX: Focal,
  focalY: Focal,
});

/** An empty field is no moment. */
const Until = z
  .union([z.literal('').transform(() => null), z.coerce.date('Please give a date and a time.')])
  .nullable();

export const PictureChange = z.object({
  ...given,
  instructions: textOf(2_000).optional(),
  rightsUntil: Until.optional(),
});

export const FocalChange = z.object({
  focalX: z.coerce.number().min(0).max(1),
  focalY: z.coerce.number().min(0).max(1),
});

export const FILTERS = {
  all: 'All',
  unsaid: 'Without alt text',
  unsigned: 'Without credit',
  unused: 'Not used',
  alike: 'Look alike',
  ending: 'Rights end soon',
  ended: 'Rights have ended',
} as const;

export type Filter = keyof typeof FILTERS;

/** What somebody looks for in the library, as an address says it; nonsense is as good as nothing. */
export const LibraryQuery = z.object({
  page: z.coerce.number().int().min(1).max(1_000_000).catch(1).default(1),
  q: lineOf(200).catch('').default(''),
  show: z
    .enum(Object.keys(FILTERS) as [Filter, ...Filter[]])
    .catch('all')
    .default('all'),
});
export type LibraryQuery = z.infer<typeof LibraryQuery>;

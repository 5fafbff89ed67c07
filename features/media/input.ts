import { z } from 'zod';
import { lineOf, textOf } from '#lib/text.ts';

const MAX_MEGABYTES = 20;
const MAX_BYTES = MAX_MEGABYTES * 1024 * 1024;
/** What the decoder may be asked to unpack, however small the file is. */
export const MAX_PIXELS = 50_000_000;

const Focal = z.coerce.number().min(0).max(1).default(0.5);

export const PictureInput = z.object({
  bytes: z
    .instanceof(Uint8Array)
    .refine((bytes) => bytes.length > 0, 'Please choose a picture.')
    .refine((bytes) => bytes.length <= MAX_BYTES, `At most ${MAX_MEGABYTES} MB.`),
  alt: lineOf(500).default(''),
  caption: textOf(2_000).default(''),
  credit: lineOf(500).default(''),
  focalX: Focal,
  focalY: Focal,
});

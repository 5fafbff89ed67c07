import { z } from 'zod';

/** What an archive may be asked to be. */
export const ArchiveInput = z.object({
  stories: z.coerce.number().int().min(1).max(1_000_000),
  comments: z.coerce.number().int().min(0).max(5_000_000).default(0),
  seed: z.coerce.string().min(1).max(100).default('dateline'),
  until: z.coerce.date().optional(),
});

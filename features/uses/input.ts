import { z } from 'zod';

const Id = z.string().regex(/^[0-9a-z]{20}$/, 'Please choose a picture.');

export const ReplaceInput = z.object({
  from: Id,
  to: Id,
  /** What the stories say of the old one stays, or the new one speaks for itself. */
  words: z.enum(['keep', 'new']).default('new'),
});

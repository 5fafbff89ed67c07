import { z } from 'zod';
import { MAX_SLUG, RESERVED_SECTIONS, SLUG } from '#lib/paths.ts';
import { lineOf, textOf } from '#lib/text.ts';

const SectionSlug = lineOf(MAX_SLUG, 1)
  .refine((slug) => SLUG.test(slug), 'Lower-case letters, digits and single hyphens only.')
  .refine((slug) => !RESERVED_SECTIONS.has(slug), 'This name means something else on this site.');

export const SectionInput = z.object({
  name: lineOf(60, 1),
  slug: SectionSlug,
  description: textOf(300).default(''),
});

/** The ids of all sections, in the order that they are to have. */
export const OrderInput = z.object({ order: z.array(z.string().max(40)).max(1_000) });

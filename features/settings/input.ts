import { z } from 'zod';
import { ROLES } from '#db/schema/people.ts';
import { KEEPINGS } from '#features/site/views.ts';
import { COLOUR, contrast, PAPER, READABLE, readableOn } from '#lib/colours.ts';
import { LANGUAGES } from '#lib/languages.ts';
import { lineOf, textOf } from '#lib/text.ts';

export const MAX_FOOTER_LINKS = 12;

/** Zones by their names, as the newsroom's computers know them. */
export const TIME_ZONES: readonly string[] = ['UTC', ...Intl.supportedValuesOf('timeZone')];

/** A colour that can be read as text on its paper; what could be is in the refusal. */
function accentOn(paper: string) {
  return z
    .string()
    .trim()
    .toLowerCase()
    .regex(COLOUR, 'A colour is written like #a3122a.')
    .superRefine((colour, context) => {
      if (!COLOUR.test(colour)) return;
      const ratio = contrast(colour, paper);
      if (ratio >= READABLE) return;
      const said = Math.floor(ratio * 10) / 10;
      context.addIssue({
        code: 'custom',
        message: `It cannot be read well enough: its contrast is ${said}, and ${READABLE} is the least. ${readableOn(colour, paper)} would do.`,
      });
    });
}

/** A page of this site, or an address elsewhere that a browser may be sent to. */
const LinkUrl = lineOf(500, 1).refine(
  (url) => /^\/(?![/\\])/.test(url) || (/^(https?|mailto):/i.test(url) && URL.canParse(url)),
  'Begin with / for a page here, or with https:// or mailto:.',
);

const FooterLink = z.object({ label: lineOf(60, 1), url: LinkUrl });

const DAYS = 'A whole number of days, from 1 to 3650.';

const AddressKeeping = z.object({
  keep: z.enum(KEEPINGS, 'Please choose one of the list.'),
  days: z.coerce.number(DAYS).int(DAYS).min(1, DAYS).max(3_650, DAYS),
});

/** Every form of the settings sends some of these; what it does not send stays as it is. */
export const SettingsInput = z
  .object({
    name: lineOf(60, 1),
    tagline: lineOf(120),
    language: z.enum(LANGUAGES, 'Please choose one of the list.'),
    timeZone: z
      .string()
      .refine((zone) => TIME_ZONES.includes(zone), 'Please choose one of the list.'),
    accent: z.object({ light: accentOn(PAPER.light), dark: accentOn(PAPER.dark) }).nullable(),
    commentPolicy: textOf(2_000),
    addresses: AddressKeeping,
    footerLinks: z.array(FooterLink).max(MAX_FOOTER_LINKS, `At most ${MAX_FOOTER_LINKS} links.`),
    secondStepRoles: z.array(z.enum(ROLES)).max(ROLES.length),
  })
  .partial()
  .strict();

/** Which of the two themes a logo is for. */
export const LogoPlace = z.enum(['logo', 'logoDark']);

const MAX_KILOBYTES = 500;
export const LogoFile = z
  .instanceof(Uint8Array)
  .refine((bytes) => bytes.length > 0, 'Please choose a file.')
  .refine((bytes) => bytes.length <= MAX_KILOBYTES * 1024, `At most ${MAX_KILOBYTES} KB.`);

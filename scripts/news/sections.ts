import { eq } from 'drizzle-orm';
import { sections } from '#db/schema/site.ts';
import { read } from '#db/store.ts';
import type { Actor } from '#features/people/actor.ts';
import { addSection } from '#features/sections/commands.ts';
import { orRefused } from '#scripts/commands/refused.ts';
import type { Incoming } from '#scripts/news/incoming.ts';

/** Which words of a headline send a story where; what none of them knows is news of the world. */
const SECTIONS: readonly { slug: string; name: string; words: RegExp }[] = [
  {
    slug: 'sport',
    name: 'Sport',
    words: /tennis|soccer|vendée globe|olympi|world cup|football/i,
  },
  {
    slug: 'science',
    name: 'Science',
    words:
      /espace|science|boson|exoplanète|satellite|informatique|high-tech|ubuntu|wiki|nasa|ozone|iodine|microsoft|papillons|yéti|turing|minitel|ogm|dragon|explorer/i,
  },
  {
    slug: 'business',
    name: 'Business',
    words:
      /banque|moody|bourse|chômage|emploi|psa|énergie|économie|smic|impôts|postes|loréal|l'oréal|euros|crise financière|taxes/i,
  },
  {
    slug: 'culture',
    name: 'Culture',
    words:
      /musée|festival|cinéma|spectacle|archéologie|langue française|warhol|lantern|fan expo|comédien|nécrologie|thierry roland|kateri/i,
  },
  {
    slug: 'politics',
    name: 'Politics',
    words:
      /élection|president|président|parlement|gouvernement|assemblée|sénat|obama|parti |legislative|asylum|flag|politique|le pen/i,
  },
];
const WORLD = { slug: 'world', name: 'World' };

export function sectionOf({ headline }: Incoming): { slug: string; name: string } {
  return SECTIONS.find((section) => section.words.test(headline)) ?? WORLD;
}

/** The id of a section, which is made if the newsroom has none of this address. */
export async function sectionId(
  actor: Actor,
  { slug, name }: { slug: string; name: string },
): Promise<string> {
  const [known] = await read
    .select({ id: sections.id })
    .from(sections)
    .where(eq(sections.slug, slug));
  return known?.id ?? orRefused(await addSection(actor, { slug, name })).id;
}

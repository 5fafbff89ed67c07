import { arrange, BAND, type Front, NEWEST } from '#features/fronts/arrange.ts';
import { allSections } from '#features/sections/queries.ts';
import { site } from '#features/site/queries.ts';
import { newestInSection, newestStories } from '#features/stories/queries.ts';

/** Each section is asked for so many, since the top may take some and translations others. */
const CANDIDATES = BAND * 3;

/** The front as it stands now. Everything it is made of is cached by the queries that it asks. */
export async function homeFront(): Promise<Front> {
  const [{ language }, newest, sections] = await Promise.all([
    site(),
    newestStories(NEWEST),
    allSections(),
  ]);
  const filled = await Promise.all(
    sections.map(async (section) => ({
      section,
      cards: await newestInSection(section.id, CANDIDATES),
    })),
  );
  return arrange(newest, filled, language);
}

import { asc, eq } from 'drizzle-orm';
import { prepared, type The } from '#db/prepared.ts';
import { sections } from '#db/schema/site.ts';
import { type Reader, read } from '#db/store.ts';
import { sectionsTag } from '#features/sections/tags.ts';
import type { SectionView } from '#features/sections/views.ts';
import { keepUntilTouched, remembered } from '#lib/cache.ts';
import { sectionPath } from '#lib/paths.ts';

const columns = {
  id: sections.id,
  slug: sections.slug,
  name: sections.name,
  description: sections.description,
};

/** All sections in the order of the navigation, uncached: for commands and the desk. */
export async function sectionList(from: Reader = read): Promise<SectionView[]> {
  const rows = await from
    .select(columns)
    .from(sections)
    .orderBy(asc(sections.position), asc(sections.slug));
  return rows.map((row) => ({ ...row, path: sectionPath(row.slug) }));
}

/** The same, for pages. */
export const allSections = remembered('sections', (): Promise<SectionView[]> => {
  keepUntilTouched(sectionsTag());
  return sectionList();
});

const byId = prepared((on, the: The<{ id: string }>) =>
  on
    .select(columns)
    .from(sections)
    .where(eq(sections.id, the('id'))),
);

export async function sectionById(from: Reader, id: string): Promise<SectionView | null> {
  const [row] = await byId(from, { id });
  return row ? { ...row, path: sectionPath(row.slug) } : null;
}

import { desc } from 'drizzle-orm';
import { audit, sections } from '#db/schema/site.ts';
import { stories } from '#db/schema/stories.ts';
import { type Reader, read } from '#db/store.ts';

/** True while nobody has made a section or a story. */
export async function isEmptyNewsroom(from: Reader = read): Promise<boolean> {
  const [section] = await from.select({ id: sections.id }).from(sections).limit(1);
  const [story] = await from.select({ id: stories.id }).from(stories).limit(1);
  return !section && !story;
}

/** How much has been written down of what was done here. */
export async function auditLength(from: Reader): Promise<number> {
  const [last] = await from
    .select({ position: audit.position })
    .from(audit)
    .orderBy(desc(audit.position))
    .limit(1);
  return last?.position ?? 0;
}

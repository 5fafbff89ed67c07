import { sections } from '#db/schema/site.ts';
import { stories } from '#db/schema/stories.ts';
import { type Reader, read } from '#db/store.ts';

/** True while nobody has made a section or a story. */
export async function isEmptyNewsroom(from: Reader = read): Promise<boolean> {
  const [section] = await from.select({ id: sections.id }).from(sections).limit(1);
  const [story] = await from.select({ id: stories.id }).from(stories).limit(1);
  return !section && !story;
}

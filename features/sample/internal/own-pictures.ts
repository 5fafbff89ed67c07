import { eq } from 'drizzle-orm';
import { pictureUses } from '#db/schema/pictures.ts';
import { pictures } from '#db/schema/site.ts';
import type { Reader } from '#db/store.ts';

/** The sample's pictures that a revision of the newsroom's own uses, once the sample's are gone. */
export async function picturesInUse(from: Reader): Promise<string[]> {
  const used = await from
    .selectDistinct({ id: pictures.id })
    .from(pictures)
    .innerJoin(pictureUses, eq(pictureUses.pictureId, pictures.id))
    .where(eq(pictures.sample, true));
  return used.map((row) => row.id);
}

import { asc, eq, gt } from 'drizzle-orm';
import { pictures } from '#db/schema/site.ts';
import { revisions } from '#db/schema/stories.ts';
import type { Reader } from '#db/store.ts';
import { type Body, picturesIn } from '#features/stories/body.ts';

const BATCH = 500;

/** The sample's pictures that a revision of the newsroom's own uses, once the sample's are gone. */
export async function picturesInUse(from: Reader): Promise<string[]> {
  const sample = await from
    .select({ id: pictures.id })
    .from(pictures)
    .where(eq(pictures.sample, true));
  const known = new Set(sample.map((picture) => picture.id));
  const used = new Set<string>();
  for (let after = ''; known.size > 0; ) {
    const rows = await from
      .select({ id: revisions.id, pictureId: revisions.pictureId, body: revisions.body })
      .from(revisions)
      .where(gt(revisions.id, after))
      .orderBy(asc(revisions.id))
      .limit(BATCH);
    const last = rows.at(-1);
    if (!last) break;
    after = last.id;
    for (const { pictureId, body } of rows) {
      for (const id of [pictureId, ...picturesIn(body as Body)]) {
        if (id && known.has(id)) used.add(id);
      }
    }
  }
  return [...used];
}

import { eq, inArray } from 'drizzle-orm';
import { pictureUses } from '#db/schema/pictures.ts';
import { revisions } from '#db/schema/stories.ts';
import { autosaves } from '#db/schema/writing.ts';
import type { Tx } from '#db/store.ts';

const SAID = { alt: '', caption: '', credit: '' };

/** A text, or part of one, in which nothing is said any more of these pictures. */
function silenced(value: unknown, ids: ReadonlySet<string>): unknown {
  if (Array.isArray(value)) return value.map((part) => silenced(part, ids));
  if (typeof value !== 'object' || value === null) return value;
  const parts = Object.entries(value).map(([name, part]) => [name, silenced(part, ids)]);
  const of = 'pictureId' in value && typeof value.pictureId === 'string' ? value.pictureId : '';
  return { ...Object.fromEntries(parts), ...(ids.has(of) ? SAID : {}) };
}

/** The stories that have the pictures in one of their revisions. */
export async function storiesWith(tx: Tx, pictureIds: readonly string[]): Promise<string[]> {
  const rows = await tx
    .selectDistinct({ storyId: revisions.storyId })
    .from(pictureUses)
    .innerJoin(revisions, eq(revisions.id, pictureUses.revisionId))
    .where(inArray(pictureUses.pictureId, [...pictureIds]));
  return rows.map((row) => row.storyId).sort();
}

/** Empties what each use says of the pictures: in every revision, and in what is being typed. */
export async function silencePictures(
  tx: Tx,
  storyIds: readonly string[],
  pictureIds: readonly string[],
): Promise<void> {
  const ids = new Set(pictureIds);
  const using = tx
    .select({ id: pictureUses.revisionId })
    .from(pictureUses)
    .where(inArray(pictureUses.pictureId, [...pictureIds]));
  const rows = await tx
    .select({ id: revisions.id, body: revisions.body, pictureId: revisions.pictureId })
    .from(revisions)
    .where(inArray(revisions.id, using));
  for (const { id, body, pictureId } of rows) {
    const lead = ids.has(pictureId ?? '')
      ? { pictureAlt: '', pictureCaption: '', pictureCredit: '' }
      : {};
    await tx
      .update(revisions)
      .set({ ...lead, body: silenced(body, ids) })
      .where(eq(revisions.id, id));
  }
  const typed = await tx
    .select()
    .from(autosaves)
    .where(inArray(autosaves.storyId, [...storyIds]));
  for (const { id, content } of typed) {
    const silent = JSON.stringify(silenced(JSON.parse(content), ids));
    if (silent === content) continue;
    await tx.update(autosaves).set({ content: silent }).where(eq(autosaves.id, id));
  }
}

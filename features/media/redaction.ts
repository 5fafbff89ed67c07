import { eq, inArray, sql } from 'drizzle-orm';
import { erasePayloads } from '#db/audit.ts';
import { touch } from '#db/outbox.ts';
import { pictures } from '#db/schema/site.ts';
import type { Tx } from '#db/store.ts';
import { keysOf } from '#features/media/internal/files.ts';
import type { PictureRow } from '#features/media/internal/rows.ts';
import { NO_NOTES } from '#features/media/notes.ts';
import { pictureTag } from '#features/media/tags.ts';
import { now } from '#lib/clock.ts';
import { storage } from '#lib/storage.ts';

/** A picture that will be written, or held: whoever else wants to waits. */
export async function pictureForChange(tx: Tx, id: string): Promise<PictureRow | null> {
  const [row] = await tx
    .update(pictures)
    .set({ version: sql`${pictures.version}` })
    .where(eq(pictures.id, id))
    .returning();
  return row ?? null;
}

/** Every picture that is the same file, this one too: what goes of one would stay in another. */
export function sameFile(tx: Tx, { digest }: PictureRow): Promise<PictureRow[]> {
  return tx.select().from(pictures).where(eq(pictures.digest, digest));
}

/**
 * Takes what these pictures show and what is said of them out of their rows and the audit log. Answers
 * the keys of their files, which go when this is committed.
 */
export async function blankPictures(
  tx: Tx,
  rows: readonly PictureRow[],
  reason: string,
): Promise<string[]> {
  const ids = rows.map((row) => row.id);
  await tx
    .update(pictures)
    .set({
      ...NO_NOTES,
      name: '',
      instructions: '',
      placeholder: '',
      fingerprint: '',
      version: sql`${pictures.version} + 1`,
      redactedAt: now(),
      redactionReason: reason,
    })
    .where(inArray(pictures.id, ids));
  await touch(tx, ids.map(pictureTag));
  for (const thingId of ids) await erasePayloads(tx, { noun: 'picture', thingId }, () => true);
  return [...new Set(rows.flatMap(keysOf))];
}

/** Takes files away; those that are gone already are no error, so it may be done again. */
export async function removeFiles(keys: readonly string[]): Promise<void> {
  for (const key of keys) await storage().delete(key);
}

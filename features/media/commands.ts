import { and, eq, inArray, notInArray } from 'drizzle-orm';
import { recordAudit } from '#db/audit.ts';
import { touch } from '#db/outbox.ts';
import { pictures } from '#db/schema/site.ts';
import { read, transaction } from '#db/store.ts';
import { PictureInput } from '#features/media/input.ts';
import { develop } from '#features/media/internal/darkroom.ts';
import { keepFiles, removeOriginal, removeRenditions } from '#features/media/internal/files.ts';
import { can } from '#features/media/policy.ts';
import { pictureTag } from '#features/media/tags.ts';
import { type Actor, actorName } from '#features/people/actor.ts';
import { now } from '#lib/clock.ts';
import { newId } from '#lib/ids.ts';
import { incorrect, ok, type Result, refuse } from '#lib/result.ts';
import { fieldErrors } from '#lib/text.ts';

/**
 * Takes a picture in: what kind it is is found from its bytes, the original is kept as it came, and
 * everything that will ever be served of it is made now.
 */
export async function addPicture(
  actor: Actor,
  input: unknown,
  made: { sample?: boolean } = {},
): Promise<Result<{ id: string }>> {
  const verdict = can(actor, 'add');
  if (!verdict.ok) return refuse('forbidden', verdict.why);
  const parsed = PictureInput.safeParse(input);
  if (!parsed.success) {
    return incorrect(fieldErrors(parsed.error));
  }
  const { bytes, ...words } = parsed.data;
  const developed = await develop(bytes);
  if (!developed.ok) return developed;
  const id = newId();
  const digest = await keepFiles(id, bytes, developed.value);
  const { type, width, height, placeholder } = developed.value;
  return transaction(async (tx) => {
    await tx.insert(pictures).values({
      id,
      digest,
      type,
      width,
      height,
      byteLength: bytes.length,
      placeholder,
      ...words,
      sample: made.sample ?? false,
      createdBy: actor.type === 'staff' ? actor.id : null,
      createdAt: now(),
    });
    await recordAudit(tx, {
      actor: actorName(actor),
      act: 'picture.add',
      noun: 'picture',
      thingId: id,
      payload: { digest, type, width, height },
    });
    return ok({ id });
  });
}

/** Takes away the pictures that the sample newsroom brought, but those that somebody else uses. */
export async function removeSamplePictures(
  actor: Actor,
  { keep = [] }: { keep?: readonly string[] } = {},
): Promise<Result<{ removed: number }>> {
  const verdict = can(actor, 'remove sample');
  if (!verdict.ok) return refuse('forbidden', verdict.why);
  const removed = await transaction(async (tx) => {
    const rows = await tx
      .delete(pictures)
      .where(and(eq(pictures.sample, true), notInArray(pictures.id, [...keep])))
      .returning({ id: pictures.id, width: pictures.width, digest: pictures.digest });
    if (rows.length === 0) return rows;
    await touch(
      tx,
      rows.map((row) => pictureTag(row.id)),
    );
    await recordAudit(tx, {
      actor: actorName(actor),
      act: 'picture.remove-sample',
      noun: 'picture',
      thingId: 'sample',
      payload: { removed: rows.length },
    });
    return rows;
  });
  for (const { id, width } of removed) await removeRenditions(id, width);
  const digests = [...new Set(removed.map((row) => row.digest))];
  const inUse = await read
    .select({ digest: pictures.digest })
    .from(pictures)
    .where(inArray(pictures.digest, digests));
  const kept = new Set(inUse.map((row) => row.digest));
  for (const digest of digests) if (!kept.has(digest)) await removeOriginal(digest);
  return ok({ removed: removed.length });
}

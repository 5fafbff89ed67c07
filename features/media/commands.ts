import { and, eq, inArray, notInArray, sql } from 'drizzle-orm';
import { recordAudit } from '#db/audit.ts';
import { emit, touch } from '#db/outbox.ts';
import { pictures } from '#db/schema/site.ts';
import { read, type Tx, transaction } from '#db/store.ts';
import { heldBecause, sampleHeldBecause } from '#features/holds/queries.ts';
import { FocalChange, PictureChange, PictureInput } from '#features/media/input.ts';
import { develop } from '#features/media/internal/darkroom.ts';
import {
  keepFiles,
  removeDrawing,
  removeOriginal,
  removeRenditions,
} from '#features/media/internal/files.ts';
import type { Found } from '#features/media/internal/reading.ts';
import { type PictureRow, pictureRow } from '#features/media/internal/rows.ts';
import { NOTE_NAMES, type Notes, notesOf } from '#features/media/notes.ts';
import { can } from '#features/media/policy.ts';
import { pictureTag } from '#features/media/tags.ts';
import { type Actor, actorName } from '#features/people/actor.ts';
import { now } from '#lib/clock.ts';
import { newId } from '#lib/ids.ts';
import { incorrect, ok, type Result, refuse } from '#lib/result.ts';
import { fieldErrors } from '#lib/text.ts';

/**
 * Takes a picture in: what kind it is is found from its bytes, the original is kept as it came, and
 * what it says of itself stands wherever nothing else is said of it.
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
  const { bytes, name, focalX, focalY, ...given } = parsed.data;
  const developed = await develop(bytes);
  if (!developed.ok) return developed;
  const { drawing, found, ...facts } = developed.value;
  const id = newId();
  const digest = await keepFiles(id, bytes, drawing);
  return transaction(async (tx) => {
    await tx.insert(pictures).values({
      id,
      digest,
      ...facts,
      byteLength: bytes.length,
      name,
      ...notesFrom(given, found),
      instructions: found.instructions,
      rightsUntil: found.until,
      focalX,
      focalY,
      sample: made.sample ?? false,
      createdBy: actor.type === 'staff' ? actor.id : null,
      createdAt: now(),
    });
    await recordAudit(tx, {
      actor: actorName(actor),
      act: 'picture.add',
      noun: 'picture',
      thingId: id,
      payload: { digest, type: facts.type, width: facts.width, height: facts.height },
    });
    return ok({ id });
  });
}

function notesFrom(given: { [Name in keyof Notes]?: string | undefined }, found: Found): Notes {
  const notes = notesOf(found);
  for (const name of NOTE_NAMES) notes[name] = given[name] || found[name];
  return notes;
}

/** Changes what is said of a picture and until when it may be shown; readers see it at once. */
export async function changePicture(
  actor: Actor,
  id: string,
  input: unknown,
): Promise<Result<null>> {
  const parsed = PictureChange.safeParse(input);
  if (!parsed.success) return incorrect(fieldErrors(parsed.error));
  const { rightsUntil, instructions, ...given } = parsed.data;
  return change(actor, id, 'picture.change', async (row) => {
    const changed = NOTE_NAMES.filter(
      (name) => given[name] !== undefined && given[name] !== row[name],
    );
    const until = rightsUntil === undefined ? row.rightsUntil : rightsUntil;
    const sameEnd = row.rightsUntil?.getTime() === until?.getTime();
    return {
      set: {
        ...Object.fromEntries(changed.map((name) => [name, given[name]])),
        instructions: instructions ?? row.instructions,
        rightsUntil: until,
        ...(sameEnd ? {} : { rightsEndedAt: null }),
      },
      rewritten: changed.length > 0,
      payload: { changed, until: until?.toISOString() ?? null },
    };
  });
}

/** Says where the eye should stay; every crop is cut anew about it. */
export async function setFocal(actor: Actor, id: string, input: unknown): Promise<Result<null>> {
  const parsed = FocalChange.safeParse(input);
  if (!parsed.success) return incorrect(fieldErrors(parsed.error));
  const focal = parsed.data;
  return change(actor, id, 'picture.focal', async (row) => ({
    set: focal,
    rewritten: row.focalX !== focal.focalX || row.focalY !== focal.focalY,
    payload: focal,
  }));
}

type Change = {
  set: Partial<PictureRow>;
  /** True if its files are others now. */
  rewritten: boolean;
  payload: Record<string, unknown>;
};

async function change(
  actor: Actor,
  id: string,
  act: string,
  work: (row: PictureRow) => Promise<Change>,
): Promise<Result<null>> {
  const changed = await transaction(async (tx): Promise<Result<PictureRow | null>> => {
    const row = await held(tx, id);
    if (!row || !can(actor, 'see').ok) return refuse('missing', 'There is no such picture.');
    const own = actor.type === 'staff' && row.createdBy === actor.id;
    const verdict = can(actor, 'change', { own });
    if (!verdict.ok) return refuse('forbidden', verdict.why);
    const onHold = await heldBecause(tx, 'picture', id);
    if (onHold) return refuse('illegal', onHold);
    if (row.redactedAt) return refuse('illegal', 'It was redacted, and stays so.');
    const { set, rewritten, payload } = await work(row);
    await tx
      .update(pictures)
      .set({ ...set, ...(rewritten ? { version: sql`${pictures.version} + 1` } : {}) })
      .where(eq(pictures.id, id));
    await touch(tx, [pictureTag(id)]);
    await emit(tx, { kind: 'picture.changed', payload: { pictureId: id } });
    await recordAudit(tx, {
      actor: actorName(actor),
      act,
      noun: 'picture',
      thingId: id,
      payload,
    });
    return ok(rewritten ? row : null);
  });
  if (!changed.ok) return changed;
  if (changed.value) await removeRenditions(changed.value);
  return ok(null);
}

/** The row, for one who will write it: whoever else wants to waits. */
async function held(tx: Tx, id: string): Promise<PictureRow | null> {
  await tx
    .update(pictures)
    .set({ version: sql`${pictures.version}` })
    .where(eq(pictures.id, id));
  return pictureRow(tx, id);
}

/** Takes away the pictures that the sample newsroom brought, but those that somebody else uses. */
export async function removeSamplePictures(
  actor: Actor,
  { keep = [] }: { keep?: readonly string[] } = {},
): Promise<Result<{ removed: number }>> {
  const verdict = can(actor, 'remove sample');
  if (!verdict.ok) return refuse('forbidden', verdict.why);
  const held = await sampleHeldBecause(read);
  if (held) return refuse('illegal', held);
  const removed = await transaction(async (tx) => {
    const rows = await tx
      .delete(pictures)
      .where(and(eq(pictures.sample, true), notInArray(pictures.id, [...keep])))
      .returning();
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
  for (const picture of removed) {
    await removeRenditions(picture);
    await removeDrawing(picture.id);
  }
  const digests = [...new Set(removed.map((row) => row.digest))];
  const inUse = await read
    .select({ digest: pictures.digest })
    .from(pictures)
    .where(inArray(pictures.digest, digests));
  const kept = new Set(inUse.map((row) => row.digest));
  for (const digest of digests) if (!kept.has(digest)) await removeOriginal(digest);
  return ok({ removed: removed.length });
}

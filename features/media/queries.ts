import { and, count, desc, eq, inArray } from 'drizzle-orm';
import { pictureUses } from '#db/schema/pictures.ts';
import { live } from '#db/schema/readers.ts';
import { pictures } from '#db/schema/site.ts';
import { revisions } from '#db/schema/stories.ts';
import { type Reader, read } from '#db/store.ts';
import type { LibraryQuery } from '#features/media/input.ts';
import { type Filed, fileOf, original } from '#features/media/internal/files.ts';
import { likenesses, matching } from '#features/media/internal/library.ts';
import { TooBusy } from '#features/media/internal/queue.ts';
import {
  isGone,
  type PictureRow,
  pictureRow,
  toView,
  viewColumns,
} from '#features/media/internal/rows.ts';
import { notesOf } from '#features/media/notes.ts';
import { can } from '#features/media/policy.ts';
import {
  type FileType,
  fileName,
  isRenditionOf,
  readFileName,
  renditionsOf,
} from '#features/media/renditions.ts';
import type {
  LibraryPage,
  LibraryPicture,
  Likeness,
  PictureDetails,
  PictureView,
} from '#features/media/views.ts';
import type { Actor } from '#features/people/actor.ts';
import { now } from '#lib/clock.ts';
import { ok, type Result, refuse } from '#lib/result.ts';

const PAGE = 48;
const PROOF_WIDTH = 640;

/**
 * Pictures by id, uncached, as they may be shown at this moment. One that is none is not in the map,
 * nor is one whose rights have ended.
 */
export async function pictureViews(
  from: Reader,
  ids: readonly string[],
): Promise<Map<string, PictureView>> {
  if (ids.length === 0) return new Map();
  const rows = await from
    .select(viewColumns)
    .from(pictures)
    .where(inArray(pictures.id, [...new Set(ids)]));
  const at = now();
  return new Map(rows.filter((row) => !isGone(row, at)).map((row) => [row.id, toView(row)]));
}

/** The desk's library, newest first, or what of it somebody looks for. */
export async function pictureLibrary(
  actor: Actor,
  { page = 1, q = '', show = 'all' }: Partial<LibraryQuery> = {},
): Promise<Result<LibraryPage>> {
  const verdict = can(actor, 'see');
  if (!verdict.ok) return refuse('forbidden', verdict.why);
  const where = await matching({ q, show });
  const [counted] = await read.select({ pictures: count() }).from(pictures).where(where);
  const total = counted?.pictures ?? 0;
  const rows = await read
    .select()
    .from(pictures)
    .where(where)
    .orderBy(desc(pictures.createdAt), desc(pictures.id))
    .limit(PAGE)
    .offset((page - 1) * PAGE);
  const alike = await likenesses(rows);
  return ok({
    pictures: rows.map((row) => inLibrary(row, alike.get(row.id))),
    page,
    pages: Math.max(1, Math.ceil(total / PAGE)),
    total,
  });
}

function inLibrary(row: PictureRow, alike: Likeness[] = []): LibraryPicture {
  const { name, createdAt, byteLength } = row;
  return {
    ...toView(row),
    name,
    createdAt,
    byteLength,
    ended: isGone(row, now()),
    likenesses: alike,
  };
}

/** One picture of the library with all that the desk knows of it, also when its rights have ended. */
export async function pictureDetails(actor: Actor, id: string): Promise<Result<PictureDetails>> {
  const verdict = can(actor, 'see');
  if (!verdict.ok) return refuse('forbidden', verdict.why);
  const row = await pictureRow(read, id);
  if (!row) return refuse('missing', 'There is no such picture.');
  const alike = await likenesses([row]);
  const { type, instructions, rightsUntil } = row;
  const own = actor.type === 'staff' && row.createdBy === actor.id;
  return ok({
    ...inLibrary(row, alike.get(id)),
    ...notesOf(row),
    type,
    instructions,
    rightsUntil,
    mayChange: can(actor, 'change', { own }).ok,
  });
}

const PICTURE_ID = /^[0-9a-z]{20}$/;

const TYPES: Record<FileType, string> = {
  avif: 'image/avif',
  webp: 'image/webp',
  jpg: 'image/jpeg',
  svg: 'image/svg+xml',
};

type Served =
  | { kind: 'file'; bytes: Buffer; type: string; until: Date | null }
  /** It is there under another name since the picture was changed. */
  | { kind: 'moved'; file: string }
  | { kind: 'gone' }
  | { kind: 'busy' }
  | { kind: 'missing' };

/** One file of a picture by the two parts of its address. What is none of its files is missing. */
export async function rendition(id: string, file: string): Promise<Served> {
  const wanted = readFileName(file);
  const row = wanted && PICTURE_ID.test(id) ? await pictureRow(read, id) : null;
  if (!wanted || !row || !isRenditionOf(row, wanted) || wanted.version > row.version) {
    return { kind: 'missing' };
  }
  if (isGone(row, now())) return { kind: 'gone' };
  if (wanted.version < row.version) return { kind: 'moved', file: fileName(wanted, row.version) };
  let bytes: Buffer | null;
  try {
    bytes = await fileOf(row, wanted);
  } catch (error) {
    if (error instanceof TooBusy) return { kind: 'busy' };
    throw error;
  }
  if (!bytes) return { kind: 'missing' };
  return { kind: 'file', bytes, type: TYPES[wanted.type], until: row.rightsUntil };
}

/** How a picture looks, for the desk: also when readers may not see it any more. */
export async function proof(actor: Actor, id: string): Promise<Result<Buffer>> {
  const row = await seen(actor, id);
  if (!row.ok) return row;
  const { frames } = row.value;
  const cut = frames > 1 ? 'still' : 'full';
  const all = renditionsOf(row.value).filter((one) => one.cut === cut && one.type === 'webp');
  const wanted = all.findLast((one) => one.width <= PROOF_WIDTH) ?? all[0];
  const bytes = wanted ? await fileOf(row.value, wanted) : null;
  return bytes ? ok(bytes) : refuse('missing', 'There is no such picture.');
}

/** The file as it came, with everything that the camera wrote into it: for staff only. */
export async function originalOf(
  actor: Actor,
  id: string,
): Promise<Result<{ bytes: Buffer; type: string; name: string }>> {
  const row = await seen(actor, id);
  if (!row.ok) return row;
  const { digest, type, name } = row.value;
  const bytes = await original(digest);
  return bytes ? ok({ bytes, type, name }) : refuse('missing', 'The file is not there any more.');
}

async function seen(actor: Actor, id: string): Promise<Result<PictureRow>> {
  const verdict = can(actor, 'see');
  if (!verdict.ok) return refuse('forbidden', verdict.why);
  const row = await pictureRow(read, id);
  return row ? ok(row) : refuse('missing', 'There is no such picture.');
}

/** Makes every file of a picture when there is nothing better to do, so that no reader waits for one. */
export async function makeAhead(id: string): Promise<void> {
  const row = await pictureRow(read, id);
  if (!row) return;
  const filed: Filed = row;
  for (const wanted of renditionsOf(row)) await fileOf(filed, wanted, { urgent: false });
}

/** True if readers have a story with this picture; the files of others are for the desk only. */
export async function isShown(id: string): Promise<boolean> {
  const rows = await read
    .select({ id: live.storyId })
    .from(pictureUses)
    .innerJoin(revisions, eq(revisions.id, pictureUses.revisionId))
    .innerJoin(live, and(eq(live.storyId, revisions.storyId), eq(live.revisionId, revisions.id)))
    .where(eq(pictureUses.pictureId, id))
    .limit(1);
  return rows.length > 0;
}

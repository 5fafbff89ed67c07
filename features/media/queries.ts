import { count, desc, inArray } from 'drizzle-orm';
import { pictures } from '#db/schema/site.ts';
import { type Reader, read } from '#db/store.ts';
import { renditionKey } from '#features/media/internal/files.ts';
import { can } from '#features/media/policy.ts';
import {
  type LibraryPage,
  type PictureView,
  SHARED_WIDTH,
  widthsOf,
} from '#features/media/views.ts';
import type { Actor } from '#features/people/actor.ts';
import { ok, type Result, refuse } from '#lib/result.ts';
import { storage } from '#lib/storage.ts';

const PAGE = 48;

const columns = {
  id: pictures.id,
  width: pictures.width,
  height: pictures.height,
  alt: pictures.alt,
  caption: pictures.caption,
  credit: pictures.credit,
  placeholder: pictures.placeholder,
  focalX: pictures.focalX,
  focalY: pictures.focalY,
};

/** Pictures by id, uncached; an id that is none is not in the map. */
export async function pictureViews(
  from: Reader,
  ids: readonly string[],
): Promise<Map<string, PictureView>> {
  if (ids.length === 0) return new Map();
  const rows = await from
    .select(columns)
    .from(pictures)
    .where(inArray(pictures.id, [...new Set(ids)]));
  return new Map(rows.map((row) => [row.id, { ...row, widths: widthsOf(row.width) }]));
}

/** The desk's library, newest first. */
export async function pictureLibrary(
  actor: Actor,
  { page = 1 }: { page?: number } = {},
): Promise<Result<LibraryPage>> {
  const verdict = can(actor, 'see');
  if (!verdict.ok) return refuse('forbidden', verdict.why);
  const [total] = await read.select({ pictures: count() }).from(pictures);
  const pages = Math.max(1, Math.ceil((total?.pictures ?? 0) / PAGE));
  const rows = await read
    .select({ ...columns, createdAt: pictures.createdAt, byteLength: pictures.byteLength })
    .from(pictures)
    .orderBy(desc(pictures.createdAt), desc(pictures.id))
    .limit(PAGE)
    .offset((page - 1) * PAGE);
  return ok({
    pictures: rows.map((row) => ({ ...row, widths: widthsOf(row.width) })),
    page,
    pages,
  });
}

/** One picture of the library. */
export async function libraryPicture(actor: Actor, id: string): Promise<Result<PictureView>> {
  const verdict = can(actor, 'see');
  if (!verdict.ok) return refuse('forbidden', verdict.why);
  const picture = (await pictureViews(read, [id])).get(id);
  return picture ? ok(picture) : refuse('missing', 'There is no such picture.');
}

const RENDITION = /^(?:\d{1,4}\.webp|(?<shared>\d{4})\.jpg)$/;
const PICTURE_ID = /^[0-9a-z]{20}$/;

/** One file of a picture by the two parts of its address; null for whatever is not one. */
export async function rendition(
  id: string,
  file: string,
): Promise<{ bytes: Buffer; type: string } | null> {
  const match = RENDITION.exec(file);
  if (!match || !PICTURE_ID.test(id)) return null;
  const shared = match.groups?.shared;
  if (shared !== undefined && Number(shared) !== SHARED_WIDTH) return null;
  const bytes = await storage().get(renditionKey(id, file));
  return bytes && { bytes, type: shared === undefined ? 'image/webp' : 'image/jpeg' };
}

import { createHash } from 'node:crypto';
import { print } from '#features/media/internal/printing.ts';
import { inTurn } from '#features/media/internal/queue.ts';
import { type Notes, notesOf } from '#features/media/notes.ts';
import { fileName, type Rendition, renditionsOf } from '#features/media/renditions.ts';
import { onePerProcess } from '#lib/singleton.ts';
import { storage } from '#lib/storage.ts';

/** What a picture's files are made from and found by. */
export type Filed = Notes & {
  id: string;
  digest: string;
  type: string;
  width: number;
  height: number;
  frames: number;
  focalX: number;
  focalY: number;
  version: number;
};

const originalKey = (digest: string) => `originals/${digest}`;
const drawingKey = (id: string) => `drawings/${id}`;
const renditionKey = (id: string, file: string) => `renditions/${id}/${file}`;

/** Files first, row afterwards: a file without a row harms nobody, a row without a file would. */
export async function keepFiles(
  id: string,
  bytes: Uint8Array,
  drawing: Uint8Array | null,
): Promise<string> {
  const digest = createHash('sha256').update(bytes).digest('hex');
  await storage().put(originalKey(digest), bytes);
  if (drawing) await storage().put(drawingKey(id), drawing);
  return digest;
}

export function original(digest: string): Promise<Buffer | null> {
  return storage().get(originalKey(digest));
}

/**
 * A file of a picture: kept, or made now and kept. Many who ask for one that is not there wait for
 * one making. Null if the original is gone.
 */
export async function fileOf(
  picture: Filed,
  wanted: Rendition,
  { urgent = true } = {},
): Promise<Buffer | null> {
  const key = renditionKey(picture.id, fileName(wanted, picture.version));
  const kept = await storage().get(key);
  if (kept) return kept;
  const making = onePerProcess('making', () => new Map<string, Promise<Buffer | null>>());
  const known = making.get(key);
  if (known) return known;
  const made = inTurn(() => make(picture, wanted, key), urgent).finally(() => making.delete(key));
  making.set(key, made);
  return made;
}

async function make(picture: Filed, wanted: Rendition, key: string): Promise<Buffer | null> {
  const drawn = picture.type === 'image/svg+xml';
  const bytes = drawn
    ? await storage().get(drawingKey(picture.id))
    : await original(picture.digest);
  if (!bytes) return null;
  const made = await print({ ...picture, bytes, notes: notesOf(picture) }, wanted);
  await storage().put(key, made);
  return made;
}

/** The keys of every file that there is, or may be, of a picture: as it came, and all that is made of it. */
export function keysOf(picture: Filed): string[] {
  const made = renditionsOf(picture).map((one) =>
    renditionKey(picture.id, fileName(one, picture.version)),
  );
  return [originalKey(picture.digest), drawingKey(picture.id), ...made];
}

/** Takes away what was made of a picture as it was. */
export async function removeRenditions(picture: Filed): Promise<void> {
  for (const rendition of renditionsOf(picture)) {
    await storage().delete(renditionKey(picture.id, fileName(rendition, picture.version)));
  }
}

export async function removeDrawing(id: string): Promise<void> {
  await storage().delete(drawingKey(id));
}

export async function removeOriginal(digest: string): Promise<void> {
  await storage().delete(originalKey(digest));
}

import { createHash } from 'node:crypto';
import type { Developed } from '#features/media/internal/darkroom.ts';
import { SHARED_WIDTH, widthsOf } from '#features/media/views.ts';
import { storage } from '#lib/storage.ts';

const originalKey = (digest: string) => `originals/${digest}`;
export const renditionKey = (id: string, file: string) => `renditions/${id}/${file}`;

/** Files first, row afterwards: a file without a row harms nobody, a row without a file would. */
export async function keepFiles(
  id: string,
  bytes: Uint8Array,
  { renditions }: Developed,
): Promise<string> {
  const digest = createHash('sha256').update(bytes).digest('hex');
  await storage().put(originalKey(digest), bytes);
  for (const rendition of renditions) {
    await storage().put(renditionKey(id, rendition.file), rendition.bytes);
  }
  return digest;
}

export async function removeRenditions(id: string, originalWidth: number): Promise<void> {
  const files = widthsOf(originalWidth).map((width) => `${width}.webp`);
  for (const file of [...files, `${SHARED_WIDTH}.jpg`]) {
    await storage().delete(renditionKey(id, file));
  }
}

export async function removeOriginal(digest: string): Promise<void> {
  await storage().delete(originalKey(digest));
}

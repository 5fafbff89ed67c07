import { join } from 'node:path';
import { z } from 'zod';
import { TEXTS_AFTER } from '#db/person-keys-schema.ts';
import { env } from '#lib/env.ts';
import { noteDown, notedIn } from '#lib/noted.ts';

/**
 * Who was erased, in a file beside the databases and in no backup of them, so that a restore knows it
 * even if it brings every database back. Random ids only.
 */
const Line = z.object({
  identityId: z.string(),
  erasedAt: z.coerce.date(),
  commenterIds: z.array(z.string()),
  texts: z.enum(TEXTS_AFTER),
});

export type NotedErasure = z.infer<typeof Line>;

export const erasureLogIn = (folder: string) => join(folder, 'erasures');

export function noteErasure(erasure: NotedErasure): void {
  noteDown(erasureLogIn(env().dataDir), erasure);
}

export function notedErasures(folder: string): NotedErasure[] {
  return notedIn(erasureLogIn(folder), Line);
}

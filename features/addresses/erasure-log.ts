import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { TEXTS_AFTER } from '#db/person-keys-schema.ts';
import { env } from '#lib/env.ts';

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
  appendFileSync(erasureLogIn(env().dataDir), `${JSON.stringify(erasure)}\n`, {
    mode: 0o600,
    flush: true,
  });
}

/** What the log in this folder says; a line that was cut off by a crash says nothing. */
export function notedErasures(folder: string): NotedErasure[] {
  const file = erasureLogIn(folder);
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line) => {
      try {
        return [Line.parse(JSON.parse(line))];
      } catch {
        return [];
      }
    });
}

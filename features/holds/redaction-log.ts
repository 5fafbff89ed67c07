import { join } from 'node:path';
import { z } from 'zod';
import { env } from '#lib/env.ts';
import { noteDown, notedIn } from '#lib/noted.ts';

const at = z.coerce.date();
const reason = z.string();

/**
 * What was taken out of everything that is kept, in a file beside the databases and in no backup of
 * them, so that a restore takes it out again. It says which things, and none of the words.
 */
const Line = z.discriminatedUnion('what', [
  z.object({ what: z.literal('comment'), commentId: z.string(), reason, at }),
  /** By its own writer. */
  z.object({ what: z.literal('own comment'), commentId: z.string(), at }),
  z.object({ what: z.literal('picture'), pictureIds: z.array(z.string()), reason, at }),
  z.object({
    what: z.literal('revisions'),
    storyId: z.string(),
    revisionIds: z.array(z.string()),
    forgetAddress: z.boolean(),
    /** Words that had to go too, for each revision closed under what that one said. */
    words: z.array(z.object({ revisionId: z.string(), closed: z.string() })),
    reason,
    at,
  }),
]);

export type NotedRedaction = z.infer<typeof Line>;

export const redactionLogIn = (folder: string) => join(folder, 'redactions');

/**
 * Before the transaction is committed, so that nothing is redacted without its line. One that failed
 * after that was asked for all the same, and only a restore takes it for done.
 */
export function noteRedaction(redaction: NotedRedaction): void {
  noteDown(redactionLogIn(env().dataDir), redaction);
}

export function notedRedactions(folder: string): NotedRedaction[] {
  return notedIn(redactionLogIn(folder), Line);
}

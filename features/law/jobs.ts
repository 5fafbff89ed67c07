import { and, eq } from 'drizzle-orm';
import { identityTransaction } from '#db/identity.ts';
import { comments } from '#db/schema/comments.ts';
import { disclosures } from '#db/schema/letters.ts';
import { read, scrubStore } from '#db/store.ts';
import { queueLetter } from '#features/addresses/letters.ts';
import { identityOf } from '#features/addresses/queries.ts';
import {
  type NotedRedaction,
  notedRedactions,
  noteRedaction,
} from '#features/holds/redaction-log.ts';
import { repeatRedaction } from '#features/law/internal/repeating.ts';
import { removeFiles } from '#features/media/redaction.ts';
import { scrubIndex } from '#features/search/jobs.ts';
import { env } from '#lib/env.ts';

/**
 * What is left to do after something was redacted: its files, and what the search index and the
 * database keep of overwritten words. Any number of times.
 */
export async function finishRedaction({ files }: { files: readonly string[] }): Promise<void> {
  await removeFiles(files);
  await scrubIndex();
  await scrubStore();
}

/** Has the mailer answer a request that was consented to. Twice is one letter. */
export async function answerForAddress(requestId: string): Promise<void> {
  const [request] = await read
    .select({ commenterId: comments.commenterId })
    .from(disclosures)
    .innerJoin(comments, eq(comments.id, disclosures.commentId))
    .where(and(eq(disclosures.id, requestId), eq(disclosures.verdict, 'granted')));
  if (!request) return;
  const identityId = request.commenterId && (await identityOf(request.commenterId));
  await identityTransaction((tx) =>
    queueLetter(tx, {
      id: `disclosure ${requestId}`,
      kind: 'disclosure',
      payload: { requestId },
      to: identityId ? { identityId } : null,
    }),
  );
}

export type Repeated = {
  redacted: number;
  /** What could not be redacted again, with why not, for somebody to do by hand. */
  failed: string[];
};

/**
 * Redacts once more what was redacted since an older state was made, and takes away again what writers
 * took away. `alsoNoted` are logs from elsewhere.
 */
export async function replayRedactions(
  alsoNoted: readonly NotedRedaction[] = [],
): Promise<Repeated> {
  const here = notedRedactions(env().dataDir);
  const known = new Set(here.map((one) => JSON.stringify(one)));
  const added = alsoNoted.filter((one) => !known.has(JSON.stringify(one)));
  for (const one of added) noteRedaction(one);
  let redacted = 0;
  const failed: string[] = [];
  for (const one of [...added, ...here].sort((a, b) => a.at.getTime() - b.at.getTime())) {
    const done = await repeatRedaction(one);
    if (!done.ok) failed.push(`${nameOf(one)}: ${done.why}`);
    else if (done.value) redacted += 1;
  }
  return { redacted, failed };
}

function nameOf(one: NotedRedaction): string {
  switch (one.what) {
    case 'comment':
    case 'own comment':
      return `the comment ${one.commentId}`;
    case 'picture':
      return `the picture ${one.pictureIds.join(', ')}`;
    case 'revisions':
      return `revisions of the story ${one.storyId}`;
  }
}

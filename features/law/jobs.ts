import { and, eq } from 'drizzle-orm';
import { identityTransaction } from '#db/identity.ts';
import { comments } from '#db/schema/comments.ts';
import { disclosures } from '#db/schema/letters.ts';
import { read, scrubStore } from '#db/store.ts';
import { queueLetter } from '#features/addresses/letters.ts';
import { identityOf } from '#features/addresses/queries.ts';
import { removeFiles } from '#features/media/redaction.ts';
import { scrubIndex } from '#features/search/jobs.ts';

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

import { and, desc, eq, inArray } from 'drizzle-orm';
import { commentDecisions, commentRevisions, comments } from '#db/schema/comments.ts';
import { commentWishes, disclosures } from '#db/schema/letters.ts';
import { read } from '#db/store.ts';
import type { CommentState } from '#features/comments/lifecycle.ts';

export type CommentForLetters = {
  id: string;
  storyId: string;
  parentId: string | null;
  commenterId: string | null;
  state: CommentState;
  lane: (typeof comments.$inferSelect)['lane'];
  staff: boolean;
  /** What readers see of it; null while they see nothing. */
  shown: { name: string; text: string } | null;
};

/**
 * What a letter about a comment is made of, as it stands at this moment. Those of the sample newsroom
 * have made-up addresses, which nobody is written to.
 */
export async function commentForLetters(commentId: string): Promise<CommentForLetters | null> {
  const [row] = await read
    .select({
      id: comments.id,
      storyId: comments.storyId,
      parentId: comments.parentId,
      commenterId: comments.commenterId,
      personId: comments.personId,
      state: comments.state,
      lane: comments.lane,
      name: commentRevisions.name,
      text: commentRevisions.text,
    })
    .from(comments)
    .leftJoin(commentRevisions, eq(commentRevisions.id, comments.shownRevisionId))
    .where(and(eq(comments.id, commentId), eq(comments.sample, false)));
  if (!row) return null;
  const { personId, name, text, ...comment } = row;
  const shown = name === null || text === null ? null : { name, text };
  return { ...comment, staff: personId !== null, shown };
}

/** Who wrote each of these comments; nobody who is not to be written to is among them. */
export async function writersOf(commentIds: readonly string[]) {
  const rows = await read
    .select({ commentId: comments.id, commenterId: comments.commenterId })
    .from(comments)
    .where(and(inArray(comments.id, [...commentIds]), eq(comments.sample, false)));
  return rows.flatMap(({ commentId, commenterId }) =>
    commenterId ? [{ commentId, commenterId }] : [],
  );
}

/** When letters about a comment were asked for; null if they were not. */
export async function wishOf(commentId: string): Promise<Date | null> {
  const [row] = await read
    .select({ madeAt: commentWishes.madeAt })
    .from(commentWishes)
    .where(eq(commentWishes.commentId, commentId));
  return row?.madeAt ?? null;
}

/** The last verdict about a comment; one that was taken back is still the last. */
export async function decisionOf(commentId: string) {
  const [row] = await read
    .select({
      id: commentDecisions.id,
      verdict: commentDecisions.verdict,
      rule: commentDecisions.rule,
      reason: commentDecisions.reason,
    })
    .from(commentDecisions)
    .where(eq(commentDecisions.commentId, commentId))
    .orderBy(desc(commentDecisions.madeAt), desc(commentDecisions.id))
    .limit(1);
  return row ?? null;
}

/** A request of the law that two people agreed about, with both by their ids. */
export async function grantedRequest(requestId: string) {
  const [row] = await read
    .select({
      commentId: disclosures.commentId,
      reason: disclosures.reason,
      askedBy: disclosures.askedBy,
      decidedBy: disclosures.decidedBy,
    })
    .from(disclosures)
    .where(and(eq(disclosures.id, requestId), eq(disclosures.verdict, 'granted')));
  if (!row) return null;
  return { ...row, askedBy: idIn(row.askedBy), decidedBy: idIn(row.decidedBy ?? '') };
}

function idIn(actor: string): string {
  return actor.replace(/^staff:/, '');
}

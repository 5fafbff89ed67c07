import { desc, eq } from 'drizzle-orm';
import { commentDecisions, commentRevisions, comments } from '#db/schema/comments.ts';
import { spamLessons } from '#db/schema/spam.ts';
import { type Reader, store, transaction } from '#db/store.ts';
import { addText, beginLesson, lookAgain } from '#features/spam/internal/learned.ts';
import { unlearn } from '#features/spam/internal/lessons.ts';
import { type Kind, placesOf } from '#features/spam/model.ts';
import { now } from '#lib/clock.ts';

type Lesson = { revisionId: string; kind: Kind; name: string; text: string };

/**
 * Learns what a moderator decided about a comment, or unlearns what was decided before. It may be
 * called more than once for one decision.
 */
export async function learnFrom(commentId: string): Promise<void> {
  await transaction(async (tx) => {
    const number = await beginLesson(tx);
    const lesson = await lessonIn(tx, commentId);
    const [before] = await tx
      .select()
      .from(spamLessons)
      .where(eq(spamLessons.commentId, commentId));
    if (before?.kind === lesson?.kind && before?.revisionId === lesson?.revisionId) return;
    if (before) await unlearn(tx, before, number);
    if (lesson) {
      const { revisionId, kind, name, text } = lesson;
      await addText(tx, kind, placesOf({ name, text }), number);
      await tx.insert(spamLessons).values({ commentId, revisionId, kind, learnedAt: now() });
    }
    store().afterCommit(lookAgain);
  });
}

/** What the standing decision about a comment teaches: nothing, unless a person took it. */
async function lessonIn(from: Reader, commentId: string): Promise<Lesson | null> {
  const [decided] = await from
    .select({
      state: comments.state,
      verdict: commentDecisions.verdict,
      rule: commentDecisions.rule,
      revisionId: commentDecisions.revisionId,
      name: commentRevisions.name,
      text: commentRevisions.text,
      redactedAt: commentRevisions.redactedAt,
      personId: comments.personId,
    })
    .from(comments)
    .innerJoin(commentDecisions, eq(commentDecisions.commentId, comments.id))
    .innerJoin(commentRevisions, eq(commentRevisions.id, commentDecisions.revisionId))
    .where(eq(comments.id, commentId))
    .orderBy(desc(commentDecisions.madeAt), desc(commentDecisions.id))
    .limit(1);
  if (!decided || decided.redactedAt || decided.personId !== null) return null;
  const { revisionId, name, text } = decided;
  const stands = decided.state === decided.verdict;
  if (stands && decided.verdict === 'approved') return { kind: 'ham', revisionId, name, text };
  // What breaks another rule is no advertising: an insult teaches nothing about spam.
  if (stands && decided.rule === 'spam') return { kind: 'spam', revisionId, name, text };
  return null;
}

import { and, asc, eq } from 'drizzle-orm';
import { commentRevisions, comments } from '#db/schema/comments.ts';
import { screenings } from '#db/schema/screening.ts';
import type { Reader } from '#db/store.ts';
import { appealsOf, lastDecisions } from '#features/moderation/internal/about.ts';
import { bansOf } from '#features/moderation/internal/bans.ts';
import type { OwnDecision } from '#features/moderation/views.ts';
import { ruleNamed } from '#features/screening/rules.ts';
import { now } from '#lib/clock.ts';
import { digestOf } from '#lib/digests.ts';

/** What was decided about the comment behind a secret link, as its writer may know it. */
export async function ownDecision(from: Reader, token: string): Promise<OwnDecision | null> {
  const [comment] = await from
    .select({
      id: comments.id,
      state: comments.state,
      commenterId: comments.commenterId,
      threadId: comments.threadId,
      revisionId: comments.latestRevisionId,
      redactedAt: commentRevisions.redactedAt,
    })
    .from(comments)
    .innerJoin(commentRevisions, eq(commentRevisions.id, comments.latestRevisionId))
    .where(eq(comments.tokenDigest, digestOf(token)));
  if (!comment) return null;
  const { id, state, commenterId, threadId, revisionId } = comment;
  const decision = (await lastDecisions(from, [id])).get(id);
  const appeal = (await appealsOf(from, [id])).get(id);
  const bans = await bansOf(from, commenterId ? [commenterId] : [], now());
  const ban = bans(commenterId ?? '', threadId);
  const isRejected = state === 'rejected' && comment.redactedAt === null;
  return {
    rejected: isRejected
      ? {
          rule: ruleNamed(decision?.rule ?? (await ownRule(from, revisionId))),
          reason: decision?.reason ?? '',
        }
      : null,
    ban: ban && {
      where: ban.scope,
      until: ban.until,
      rule: ruleNamed(ban.rule)?.name ?? '',
      reason: ban.reason,
    },
    appeal: appeal
      ? { text: appeal.text, at: appeal.madeAt, answer: appeal.answer, words: appeal.words }
      : null,
    mayAppeal: isRejected && !appeal,
  };
}

/** By which rule the pipeline rejected it by itself. */
async function ownRule(from: Reader, revisionId: string): Promise<string> {
  const [verdict] = await from
    .select({ rule: screenings.rule })
    .from(screenings)
    .where(and(eq(screenings.revisionId, revisionId), eq(screenings.outcome, 'reject')))
    .orderBy(asc(screenings.position));
  return verdict?.rule ?? '';
}

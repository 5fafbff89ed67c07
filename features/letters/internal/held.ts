import { asc, desc, eq, inArray } from 'drizzle-orm';
import { readIdentity } from '#db/identity.ts';
import { letters } from '#db/identity-schema.ts';
import { commentDecisions, commentRevisions, comments } from '#db/schema/comments.ts';
import { commentWishes } from '#db/schema/letters.ts';
import { commentAppeals } from '#db/schema/moderation.ts';
import { live } from '#db/schema/readers.ts';
import { bans } from '#db/schema/screening.ts';
import { read } from '#db/store.ts';
import type { Held, HeldAppeal, HeldComment } from '#features/letters/views.ts';
import { ruleNamed } from '#features/screening/rules.ts';

/** Everything that was written under these names, newest first. */
export async function commentsUnder(names: readonly string[]): Promise<HeldComment[]> {
  if (names.length === 0) return [];
  const rows = await read
    .select({
      id: comments.id,
      commenterId: comments.commenterId,
      state: comments.state,
      at: comments.createdAt,
      headline: live.headline,
      path: live.path,
      wished: commentWishes.madeAt,
    })
    .from(comments)
    .leftJoin(live, eq(live.storyId, comments.storyId))
    .leftJoin(commentWishes, eq(commentWishes.commentId, comments.id))
    .where(inArray(comments.commenterId, [...names]))
    .orderBy(desc(comments.createdAt), desc(comments.id));
  const ids = rows.map((row) => row.id);
  const [said, decided] = [await revisionsOf(ids), await decisionsOf(ids)];
  const [appealed, banned] = [await appealsOf(ids), await bansFor(ids)];
  return rows.map(({ headline, path, wished, commenterId, ...row }) => {
    const revisions = said.get(row.id) ?? [];
    return {
      ...row,
      commenterId: commenterId ?? '',
      story: path === null ? null : { headline: headline ?? '', path },
      redacted: revisions.at(-1)?.redacted ?? null,
      revisions: revisions.map(({ number, at, name, text }) => ({ number, at, name, text })),
      decisions: (decided.get(row.id) ?? []).map(({ commentId: _id, rule, ...decision }) => ({
        ...decision,
        rule: ruleNamed(rule)?.name ?? '',
      })),
      appeal: appealed.get(row.id) ?? null,
      bans: (banned.get(row.id) ?? []).map(({ commentId: _id, rule, ...ban }) => ({
        ...ban,
        rule: ruleNamed(rule)?.name ?? '',
      })),
      letters: wished !== null,
    };
  });
}

async function revisionsOf(ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, never[]>();
  const rows = await read
    .select({
      commentId: commentRevisions.commentId,
      number: commentRevisions.number,
      at: commentRevisions.createdAt,
      name: commentRevisions.name,
      text: commentRevisions.text,
      redacted: commentRevisions.redactionReason,
    })
    .from(commentRevisions)
    .where(inArray(commentRevisions.commentId, [...ids]))
    .orderBy(asc(commentRevisions.number));
  return Map.groupBy(rows, (row) => row.commentId);
}

/** Without who decided: that is the newsroom's own. */
async function decisionsOf(ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, never[]>();
  const rows = await read
    .select({
      commentId: commentDecisions.commentId,
      at: commentDecisions.madeAt,
      verdict: commentDecisions.verdict,
      rule: commentDecisions.rule,
      reason: commentDecisions.reason,
    })
    .from(commentDecisions)
    .where(inArray(commentDecisions.commentId, [...ids]))
    .orderBy(asc(commentDecisions.madeAt));
  return Map.groupBy(rows, (row) => row.commentId);
}

async function appealsOf(ids: readonly string[]): Promise<Map<string, HeldAppeal>> {
  if (ids.length === 0) return new Map();
  const rows = await read
    .select({
      commentId: commentAppeals.commentId,
      at: commentAppeals.madeAt,
      text: commentAppeals.text,
      answer: commentAppeals.answer,
      words: commentAppeals.words,
    })
    .from(commentAppeals)
    .where(inArray(commentAppeals.commentId, [...ids]));
  return new Map(rows.map(({ commentId, ...appeal }) => [commentId, appeal]));
}

async function bansFor(ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, never[]>();
  const rows = await read
    .select({
      commentId: bans.commentId,
      at: bans.madeAt,
      where: bans.scope,
      until: bans.until,
      rule: bans.rule,
      reason: bans.reason,
    })
    .from(bans)
    .where(inArray(bans.commentId, [...ids]))
    .orderBy(asc(bans.madeAt));
  return Map.groupBy(rows, (row) => row.commentId);
}

const MOST_LETTERS = 100;

/** The newest letters that were queued for somebody. */
export async function lettersTo(identityId: string): Promise<Held['letters']> {
  return readIdentity()
    .select({ kind: letters.kind, at: letters.createdAt, done: letters.doneAt })
    .from(letters)
    .where(eq(letters.identityId, identityId))
    .orderBy(desc(letters.createdAt))
    .limit(MOST_LETTERS);
}

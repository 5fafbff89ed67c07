import { and, count, desc, eq, inArray, isNotNull } from 'drizzle-orm';
import { commentRevisions, comments } from '#db/schema/comments.ts';
import { read } from '#db/store.ts';
import { authorsOf } from '#features/comments/internal/ancestors.ts';
import { can } from '#features/comments/policy.ts';
import type { Actor } from '#features/people/actor.ts';
import { discussionOf } from '#features/stories/queries.ts';
import { ok, type Result, refuse } from '#lib/result.ts';

const A_PAGE = 30;

/** A comment that readers see, for who may answer it or point at it. */
export type Answerable = {
  id: string;
  revisionId: string;
  name: string;
  text: string;
  staff: boolean;
  at: Date;
  recommended: number;
  picked: boolean;
  inReplyTo: { name: string; text: string } | null;
};

export type DeskDiscussion = {
  storyId: string;
  headline: string;
  path: string;
  language: string;
  comments: Answerable[];
  mayAnswer: boolean;
  /** Why this person does not point at comments; null if they may. */
  whyNoPick: string | null;
  open: boolean;
  page: number;
  pages: number;
};

/** What somebody may do with what readers say to a story; null if nothing. */
export async function mayTakePart(actor: Actor, storyId: string) {
  const story = await discussionOf(read, storyId);
  if (!story?.live) return null;
  const authors = await authorsOf(read, storyId);
  const answer = can(actor, 'answer', { ...story, authors });
  const pick = can(actor, 'pick', story);
  return answer.ok || pick.ok ? { story, answer, pick } : null;
}

/** What readers see under a story, newest first. Missing for who may do nothing about it. */
export async function discussionInDesk(
  actor: Actor,
  storyId: string,
  page: number,
): Promise<Result<DeskDiscussion>> {
  const may = await mayTakePart(actor, storyId);
  if (!may) return refuse('missing', 'Readers have no such story.');
  const { story, answer, pick } = may;
  const shown = and(eq(comments.storyId, storyId), isNotNull(comments.shownRevisionId));
  const [counted] = await read.select({ comments: count() }).from(comments).where(shown);
  const pages = Math.max(1, Math.ceil((counted?.comments ?? 0) / A_PAGE));
  const rows = await read
    .select({
      id: comments.id,
      parentId: comments.parentId,
      revisionId: commentRevisions.id,
      name: commentRevisions.name,
      text: commentRevisions.text,
      personId: comments.personId,
      at: comments.createdAt,
      recommended: comments.recommended,
      pickedAt: comments.pickedAt,
    })
    .from(comments)
    .innerJoin(commentRevisions, eq(commentRevisions.id, comments.shownRevisionId))
    .where(shown)
    .orderBy(desc(comments.createdAt), desc(comments.id))
    .limit(A_PAGE)
    .offset((Math.min(page, pages) - 1) * A_PAGE);
  const answered = await shownWords(rows.flatMap((row) => row.parentId ?? []));
  return ok({
    storyId,
    headline: story.headline,
    path: story.path,
    language: story.language,
    comments: rows.map(({ parentId, personId, pickedAt, ...row }) => ({
      ...row,
      staff: personId !== null,
      picked: pickedAt !== null,
      inReplyTo: answered.get(parentId ?? '') ?? null,
    })),
    mayAnswer: answer.ok,
    whyNoPick: pick.ok ? null : pick.why,
    open: story.commentsOpen,
    page: Math.min(page, pages),
    pages,
  });
}

async function shownWords(ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, { name: string; text: string }>();
  const rows = await read
    .select({ id: comments.id, name: commentRevisions.name, text: commentRevisions.text })
    .from(comments)
    .innerJoin(commentRevisions, eq(commentRevisions.id, comments.shownRevisionId))
    .where(inArray(comments.id, [...ids]));
  return new Map(rows.map(({ id, ...words }) => [id, words]));
}

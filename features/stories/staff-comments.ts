import { and, asc, count, desc, eq, inArray, isNull } from 'drizzle-orm';
import { recordAudit } from '#db/audit.ts';
import { revisions } from '#db/schema/stories.ts';
import { mentions, staffComments } from '#db/schema/writing.ts';
import { type Reader, read, transaction } from '#db/store.ts';
import { type Actor, actorName, type Staff } from '#features/people/actor.ts';
import { staffNames } from '#features/people/queries.ts';
import { DiscussInput } from '#features/stories/input.ts';
import { calledIn, callNow, readersOf } from '#features/stories/internal/called.ts';
import { headsOf } from '#features/stories/internal/desk-rows.ts';
import { loadForChange, loadStory } from '#features/stories/internal/facts.ts';
import { notThere } from '#features/stories/internal/moving.ts';
import { numbersOf } from '#features/stories/internal/review.ts';
import { can } from '#features/stories/policy.ts';
import type { Discussion, MentionsPage, StaffComment } from '#features/stories/views.ts';
import { now } from '#lib/clock.ts';
import { newId } from '#lib/ids.ts';
import { incorrect, ok, type Result, refuse } from '#lib/result.ts';
import { fieldErrors } from '#lib/text.ts';

/** A story that is talked about more than this has another problem. */
const MOST_COMMENTS = 500;
const PAGE = 50;

/** Everything that the staff said about a story, each thread with its answers, oldest first. */
export async function discussionOf(actor: Actor, storyId: string): Promise<Result<Discussion>> {
  const loaded = await loadStory(read, storyId, actor);
  if (!loaded || !can(actor, 'see', loaded.policy).ok) return notThere();
  const verdict = can(actor, 'discuss', loaded.policy);
  if (!verdict.ok) return refuse('forbidden', verdict.why);
  const rows = await read
    .select()
    .from(staffComments)
    .where(eq(staffComments.storyId, storyId))
    .orderBy(asc(staffComments.madeAt), asc(staffComments.id))
    .limit(MOST_COMMENTS);
  const names = await staffNames(rows.flatMap((row) => [row.madeBy, row.resolvedBy ?? row.madeBy]));
  const numbers = await numbersOf(
    storyId,
    rows.map((row) => row.revisionId),
  );
  const unseen = actor.type === 'staff' ? await unseenIn(actor, storyId) : 0;
  const shown = (row: (typeof rows)[number]): StaffComment => ({
    id: row.id,
    by: names.get(row.madeBy) ?? '',
    at: row.madeAt.toISOString(),
    text: row.text,
    own: actor.type === 'staff' && row.madeBy === actor.id,
    edited: row.editedAt?.toISOString() ?? null,
    deleted: row.deletedAt !== null,
    quote: row.quote,
    before: row.quoteBefore,
    after: row.quoteAfter,
    revisionNumber: numbers.get(row.revisionId) ?? 0,
    resolved: row.resolvedAt
      ? { by: names.get(row.resolvedBy ?? '') ?? '', at: row.resolvedAt.toISOString() }
      : null,
  });
  return ok({
    threads: rows
      .filter((row) => row.answersId === null)
      .map((row) => ({
        ...shown(row),
        answers: rows.filter((answer) => answer.answersId === row.id).map(shown),
      })),
    people: (await readersOf(read, loaded)).map(({ id, name }) => ({ id, name })),
    unseen,
  });
}

/** Says something about a story, about a passage of it, or in answer to somebody. */
export async function discuss(actor: Actor, input: unknown): Promise<Result<{ id: string }>> {
  const parsed = DiscussInput.safeParse(input);
  if (!parsed.success) return incorrect(fieldErrors(parsed.error));
  if (actor.type !== 'staff') return notThere();
  const { storyId, revisionId, answersId, text, quote, before, after } = parsed.data;
  return transaction(async (tx) => {
    // Whoever takes back a comment waits, so that none is answered that is not there any more.
    const loaded = await loadForChange(tx, storyId, actor);
    if (!loaded || !can(actor, 'see', loaded.policy).ok) return notThere();
    const verdict = can(actor, 'discuss', loaded.policy);
    if (!verdict.ok) return refuse('forbidden', verdict.why);
    const [known] = await tx
      .select({ id: revisions.id })
      .from(revisions)
      .where(and(eq(revisions.id, revisionId), eq(revisions.storyId, storyId)));
    if (!known) return refuse('missing', 'There is no such revision of this story.');
    if (answersId && !(await beginsThread(tx, storyId, answersId))) {
      return refuse('missing', 'The comment that you answer is not there.');
    }
    const [said] = await tx
      .select({ comments: count() })
      .from(staffComments)
      .where(eq(staffComments.storyId, storyId));
    if ((said?.comments ?? 0) >= MOST_COMMENTS) {
      return refuse('limited', 'There are too many comments on this story.');
    }
    const called = await calledIn(tx, text, loaded, actor);
    if (!called.ok) return called;
    const id = newId();
    await tx.insert(staffComments).values({
      id,
      storyId,
      answersId: answersId || null,
      revisionId,
      quote,
      quoteBefore: before,
      quoteAfter: after,
      text,
      madeBy: actor.id,
      madeAt: now(),
    });
    await callNow(tx, id, called.value);
    if (answersId) await setResolved(tx, answersId, null);
    await recordAudit(tx, {
      actor: actorName(actor),
      act: 'story.discuss',
      noun: 'story',
      thingId: storyId,
      payload: { commentId: id, mentions: called.value },
    });
    return ok({ id });
  });
}

/** Closes a thread, or opens it again. An answer opens it by itself. */
export async function resolveThread(
  actor: Actor,
  commentId: string,
  resolved: boolean,
): Promise<Result<null>> {
  if (actor.type !== 'staff') return notThere();
  return transaction(async (tx) => {
    const [thread] = await tx
      .select()
      .from(staffComments)
      .where(and(eq(staffComments.id, commentId), isNull(staffComments.answersId)));
    const loaded = thread && (await loadStory(tx, thread.storyId, actor));
    if (!loaded || !can(actor, 'see', loaded.policy).ok) {
      return refuse('missing', 'There is no such comment.');
    }
    const verdict = can(actor, 'discuss', loaded.policy);
    if (!verdict.ok) return refuse('forbidden', verdict.why);
    await setResolved(tx, commentId, resolved ? actor.id : null);
    await recordAudit(tx, {
      actor: actorName(actor),
      act: resolved ? 'story.resolve' : 'story.reopen',
      noun: 'story',
      thingId: thread.storyId,
      payload: { commentId },
    });
    return ok(null);
  });
}

async function setResolved(
  tx: Parameters<Parameters<typeof transaction>[0]>[0],
  commentId: string,
  by: string | null,
): Promise<void> {
  await tx
    .update(staffComments)
    .set({ resolvedAt: by ? now() : null, resolvedBy: by })
    .where(eq(staffComments.id, commentId));
}

async function beginsThread(from: Reader, storyId: string, commentId: string): Promise<boolean> {
  const rows = await from
    .select({ id: staffComments.id })
    .from(staffComments)
    .where(
      and(
        eq(staffComments.id, commentId),
        eq(staffComments.storyId, storyId),
        isNull(staffComments.answersId),
      ),
    );
  return rows.length > 0;
}

/** Where a person was called, newest first. What they may not see any more is not among it. */
export async function mentionsOf(actor: Actor, page = 1): Promise<Result<MentionsPage>> {
  if (actor.type !== 'staff') return refuse('forbidden', 'Only staff are mentioned.');
  const [counted] = await read
    .select({ total: count() })
    .from(mentions)
    .where(eq(mentions.personId, actor.id));
  const pages = Math.max(1, Math.ceil((counted?.total ?? 0) / PAGE));
  if (page < 1 || page > pages) return refuse('missing', 'There is no such page.');
  const rows = await read
    .select({ comment: staffComments, seenAt: mentions.seenAt })
    .from(mentions)
    .innerJoin(staffComments, eq(staffComments.id, mentions.commentId))
    .where(eq(mentions.personId, actor.id))
    .orderBy(desc(mentions.madeAt), desc(mentions.commentId))
    .limit(PAGE)
    .offset((page - 1) * PAGE);
  const visible = new Set<string>();
  for (const storyId of new Set(rows.map((row) => row.comment.storyId))) {
    const loaded = await loadStory(read, storyId, actor);
    if (loaded && can(actor, 'discuss', loaded.policy).ok) visible.add(storyId);
  }
  const heads = await headsOf(read, [...visible]);
  const names = await staffNames(rows.map((row) => row.comment.madeBy));
  return ok({
    page,
    pages,
    rows: rows
      .filter(({ comment }) => visible.has(comment.storyId))
      .map(({ comment, seenAt }) => ({
        id: comment.id,
        storyId: comment.storyId,
        headline: heads.get(comment.storyId)?.headline ?? '',
        by: names.get(comment.madeBy) ?? '',
        at: comment.madeAt,
        text: comment.text,
        quote: comment.quote,
        seen: seenAt !== null,
      })),
  });
}

/** How many mentions a person has not seen. */
export async function unseenMentions(actor: Actor): Promise<number> {
  if (actor.type !== 'staff') return 0;
  const [counted] = await read
    .select({ unseen: count() })
    .from(mentions)
    .where(and(eq(mentions.personId, actor.id), isNull(mentions.seenAt)));
  return counted?.unseen ?? 0;
}

async function unseenIn(actor: Staff, storyId: string): Promise<number> {
  const [counted] = await read
    .select({ unseen: count() })
    .from(mentions)
    .innerJoin(staffComments, eq(staffComments.id, mentions.commentId))
    .where(
      and(
        eq(mentions.personId, actor.id),
        isNull(mentions.seenAt),
        eq(staffComments.storyId, storyId),
      ),
    );
  return counted?.unseen ?? 0;
}

/** The person has seen the mentions of a story, or without one all. It concerns nobody else. */
export async function seeMentions(actor: Actor, storyId: string | null): Promise<Result<null>> {
  if (actor.type !== 'staff') return refuse('forbidden', 'Only staff are mentioned.');
  await transaction(async (tx) => {
    const mine = and(eq(mentions.personId, actor.id), isNull(mentions.seenAt));
    const ofStory = tx
      .select({ id: staffComments.id })
      .from(staffComments)
      .where(eq(staffComments.storyId, storyId ?? ''));
    await tx
      .update(mentions)
      .set({ seenAt: now() })
      .where(storyId ? and(mine, inArray(mentions.commentId, ofStory)) : mine);
  });
  return ok(null);
}

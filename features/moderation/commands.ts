import { and, eq, isNull } from 'drizzle-orm';
import { recordAudit } from '#db/audit.ts';
import { touch } from '#db/outbox.ts';
import { commentNotes } from '#db/schema/moderation.ts';
import { bans, closedThreads } from '#db/schema/screening.ts';
import { transaction } from '#db/store.ts';
import { commentsTag } from '#features/comments/tags.ts';
import { BAN_DAYS, BanInput, NoteInput } from '#features/moderation/input.ts';
import { commentFor } from '#features/moderation/internal/comment.ts';
import { type Actor, actorName } from '#features/people/actor.ts';
import { now } from '#lib/clock.ts';
import { newId } from '#lib/ids.ts';
import { incorrect, ok, type Refusal, type Result, refuse } from '#lib/result.ts';
import { fieldErrors } from '#lib/text.ts';

const DAY_MS = 24 * 3_600_000;

/** Tells the other moderators something about a comment. */
export async function addNote(actor: Actor, input: unknown): Promise<Result<{ id: string }>> {
  const parsed = NoteInput.safeParse(input);
  if (!parsed.success) return incorrect(fieldErrors(parsed.error));
  const { commentId, text } = parsed.data;
  return transaction(async (tx) => {
    const comment = await commentFor(tx, actor, 'note', commentId);
    if (!comment.ok) return comment;
    const id = newId();
    const madeBy = actorName(actor);
    await tx.insert(commentNotes).values({ id, commentId, text, madeBy, madeAt: now() });
    await recordAudit(tx, {
      actor: madeBy,
      act: 'comment.note',
      noun: 'comment',
      thingId: commentId,
      payload: { noteId: id },
    });
    return ok({ id });
  });
}

/**
 * Shuts the writer of a comment out of its thread or of the whole site, for a time. The answer to the
 * form stays what it was: the person reads it behind the link of the next comment.
 */
export async function banWriter(actor: Actor, input: unknown): Promise<Result<{ id: string }>> {
  const parsed = BanInput.safeParse(input);
  if (!parsed.success) return incorrect(fieldErrors(parsed.error));
  const { commentId, scope, time, rule, reason } = parsed.data;
  return transaction(async (tx) => {
    const found = await commentFor(
      tx,
      actor,
      scope === 'site' ? 'ban from the site' : 'ban from a thread',
      commentId,
    );
    if (!found.ok) return found;
    const { commenterId, threadId, storyId } = found.value;
    if (!commenterId) return refuse('illegal', 'The staff wrote this: nobody is behind it to ban.');
    const days = BAN_DAYS[time];
    const id = newId();
    const madeAt = now();
    const until = days === null ? null : new Date(madeAt.getTime() + days * DAY_MS);
    await tx.insert(bans).values({
      id,
      commenterId,
      commentId,
      scope,
      threadId,
      rule,
      reason,
      madeBy: actorName(actor),
      madeAt,
      until,
    });
    // The pages of this person's comments say it.
    await touch(tx, [commentsTag(storyId)]);
    await recordAudit(tx, {
      actor: actorName(actor),
      act: 'comment.ban',
      noun: 'comment',
      thingId: commentId,
      payload: { banId: id, scope, time, rule },
    });
    return ok({ id });
  });
}

/** Lets somebody in again. */
export async function liftBan(actor: Actor, input: { banId: string }): Promise<Result<null>> {
  return transaction(async (tx) => {
    const [ban] = await tx
      .select()
      .from(bans)
      .where(eq(bans.id, String(input.banId)));
    if (!ban) return noSuchBan();
    const found = await commentFor(
      tx,
      actor,
      ban.scope === 'site' ? 'ban from the site' : 'ban from a thread',
      ban.commentId,
    );
    // The answer must not say that there is a ban on a comment that is not for this person's eyes.
    if (!found.ok) return found.code === 'missing' ? noSuchBan() : found;
    const lifted = await tx
      .update(bans)
      .set({ liftedBy: actorName(actor), liftedAt: now() })
      .where(and(eq(bans.id, ban.id), isNull(bans.liftedAt)))
      .returning({ id: bans.id });
    if (lifted.length === 0) return refuse('illegal', 'Somebody has lifted it already.');
    await touch(tx, [commentsTag(found.value.storyId)]);
    await recordAudit(tx, {
      actor: actorName(actor),
      act: 'comment.lift-ban',
      noun: 'comment',
      thingId: ban.commentId,
      payload: { banId: ban.id },
    });
    return ok(null);
  });
}

function noSuchBan(): Refusal {
  return refuse('missing', 'There is no such ban.');
}

/** Closes the thread of a comment, so that nobody may answer in it, or opens it again. */
export async function switchThread(
  actor: Actor,
  input: { commentId: string; open: boolean },
): Promise<Result<null>> {
  return transaction(async (tx) => {
    const found = await commentFor(tx, actor, 'close a thread', String(input.commentId));
    if (!found.ok) return found;
    const { threadId, storyId } = found.value;
    if (input.open) {
      await tx.delete(closedThreads).where(eq(closedThreads.threadId, threadId));
    } else {
      await tx
        .insert(closedThreads)
        .values({ threadId, storyId, closedBy: actorName(actor), closedAt: now() })
        .onConflictDoNothing();
    }
    await touch(tx, [commentsTag(storyId)]);
    await recordAudit(tx, {
      actor: actorName(actor),
      act: input.open ? 'comment.open-thread' : 'comment.close-thread',
      noun: 'comment',
      thingId: threadId,
    });
    return ok(null);
  });
}

import { eq, inArray } from 'drizzle-orm';
import { recordAudit } from '#db/audit.ts';
import { emit, touch } from '#db/outbox.ts';
import {
  commentCounts,
  commentDecisions,
  commentRevisions,
  comments,
} from '#db/schema/comments.ts';
import { commentWishes } from '#db/schema/letters.ts';
import { commentAppeals, commentNotes } from '#db/schema/moderation.ts';
import { bans, closedThreads, commentWords, screenings } from '#db/schema/screening.ts';
import { stories } from '#db/schema/stories.ts';
import { read, type Tx, transaction } from '#db/store.ts';
import { isAtThrowAway } from '#features/addresses/address.ts';
import { commenterFor } from '#features/addresses/commands.ts';
import { samePerson } from '#features/addresses/queries.ts';
import {
  AddresslessInput,
  CommentInput,
  DecisionInput,
  StaffCommentInput,
} from '#features/comments/input.ts';
import { authorsOf } from '#features/comments/internal/ancestors.ts';
import { policyAtDoor, storyAtDoor } from '#features/comments/internal/asked.ts';
import { countingAnew, insertComment, placeFor } from '#features/comments/internal/discussion.ts';
import {
  blurredAddress,
  mayPost,
  onlyOnce,
  secondsLeft,
  takeTurn,
} from '#features/comments/internal/limits.ts';
import { forgetReaders } from '#features/comments/internal/readers.ts';
import { roomFor, tookRoom } from '#features/comments/internal/room.ts';
import {
  doorContext,
  NO_LIMITS,
  OWN_WORDS,
  refusalOf,
  screened,
  type Writer,
} from '#features/comments/internal/screening.ts';
import { sharedNameFor } from '#features/comments/internal/shared-names.ts';
import { decide, recordDecision } from '#features/comments/internal/verdicts.ts';
import type { CommentMove, CommentState } from '#features/comments/lifecycle.ts';
import { can } from '#features/comments/policy.ts';
import { commentsTag } from '#features/comments/tags.ts';
import { sampleHeldBecause } from '#features/holds/queries.ts';
import { type Actor, actorName } from '#features/people/actor.ts';
import { closed } from '#features/screening/phases/closed.ts';
import { refusedAtDoor } from '#features/screening/pipeline.ts';
import { site } from '#features/site/queries.ts';
import { signalsOf } from '#features/spam/proof.ts';
import { NO_SIGNALS } from '#features/spam/words.ts';
import { blurred } from '#lib/blurred.ts';
import { now } from '#lib/clock.ts';
import { newId, newToken } from '#lib/ids.ts';
import { incorrect, ok, type Refusal, type Result, refuse } from '#lib/result.ts';
import { fieldErrors } from '#lib/text.ts';

/** What the writer's own link is made of. The token is given once and kept only as a digest. */
export type Posted = { commentId: string; token: string };

/**
 * Takes a reader's comment in: what the pipeline refuses at the door is told at once, everything else
 * is stored with what each phase said. `place` is where it comes from, for the limits only; `keptName`
 * is the secret of a name that its writer keeps across stories. The answer is the same whoever writes.
 */
export async function postComment(
  actor: Actor,
  input: unknown,
  made: { place?: string; sample?: boolean; keptName?: string | null } = {},
): Promise<Result<Posted>> {
  const { keep } = (await site()).addresses;
  const parsed = (keep === 'none' ? AddresslessInput : CommentInput).safeParse(input);
  if (!parsed.success) return incorrect(fieldErrors(parsed.error));
  const { email, notify, website, proof, recognise, ...comment } = parsed.data;
  const place = actor.type === 'system' ? null : (made.place ?? 'unknown');
  const accept = async (): Promise<Result<Posted>> => {
    const refused = await knock(comment, place);
    if (refused) return refused;
    // The addresses have a store of their own, which cannot commit together with this one: first
    // there, then here. What a failure in between leaves over is swept by a job.
    const commenterId = email ? await commenterFor(email, comment.storyId) : newId();
    const names = (await samePerson([commenterId])).get(commenterId) ?? [commenterId];
    const throwAway = email !== null && isAtThrowAway(email);
    const signals = place === null ? NO_SIGNALS : await signalsOf({ website, proof });
    const { sample = false } = made;
    const keptName = recognise ? (made.keptName ?? null) : null;
    const wished = notify && keep === 'notify';
    const words = { ...comment, wished, sample, keptName };
    const posted = await insertScreened(actor, words, { commenterId, names, throwAway, signals });
    if (posted.ok) tookRoom(comment.storyId);
    return posted;
  };
  if (place === null) return accept();
  const { storyId, parentId, name, text } = comment;
  const address = email ? blurredAddress(email) : '';
  const same = blurred(place, storyId, parentId ?? '', name, text, address);
  return onlyOnce(same, accept);
}

type Comment = { storyId: string; parentId: string | null; name: string; text: string };

/** What the phases at the door say to it, before anything is stored. A place that may has its turn. */
async function knock(comment: Comment, place: string | null): Promise<Refusal | null> {
  const { storyId } = comment;
  const found = await placeFor(read, comment, storyAtDoor(storyId));
  if (!found.ok) return found;
  const exhausted = place !== null && !mayPost(place);
  const room = place === null || exhausted ? null : await roomFor(read, storyId);
  if (room && !room.ok) return room;
  const made = { edit: false, network: { ...NO_LIMITS, exhausted } };
  const policy = policyAtDoor(found.value.sectionId, storyId);
  const door = await doorContext(read, found.value, comment, made, policy);
  const { slowSeconds } = door.policy;
  const left = place === null ? 0 : secondsLeft(place, storyId, slowSeconds);
  const refused = refusalOf(refusedAtDoor({ ...door, network: { exhausted, secondsLeft: left } }));
  if (!refused && place !== null && slowSeconds > 0) takeTurn(place, storyId);
  return refused;
}

type Sent = Comment & { sample: boolean; wished: boolean; keptName: string | null };

function insertScreened(
  actor: Actor,
  { keptName, wished, ...comment }: Sent,
  writer: Writer,
): Promise<Result<Posted>> {
  const insertOne = async (tx: Tx): Promise<Result<Posted>> => {
    const found = await placeFor(tx, comment);
    if (!found.ok) return found;
    const made = { edit: false, network: NO_LIMITS };
    const door = await doorContext(tx, found.value, comment, made);
    const refused = refusalOf(refusedAtDoor(door));
    if (refused) return refused;
    const posted = { commentId: newId(), token: newToken() };
    const { sectionId, threadId } = found.value;
    const verdicts = await screened(tx, door, found.value, writer);
    const sharedNameId = await sharedNameFor(tx, keptName);
    const insert = () =>
      insertComment(tx, {
        ...comment,
        id: posted.commentId,
        sectionId,
        threadId,
        commenterId: writer.commenterId,
        sharedNameId,
        personId: null,
        token: posted.token,
        screened: verdicts,
      });
    const shown = verdicts.state === 'approved';
    const counted = { storyId: comment.storyId, threadId: threadId ?? posted.commentId };
    const revisionId = shown ? await countingAnew(tx, counted, insert) : await insert();
    const { commentId } = posted;
    if (wished) await tx.insert(commentWishes).values({ commentId, madeAt: now() });
    await emit(tx, { kind: 'comment.posted', payload: { commentId: posted.commentId } });
    if (shown) {
      await touch(tx, [commentsTag(comment.storyId)]);
      await emit(tx, { kind: 'comment.decided', payload: { commentId: posted.commentId } });
    }
    await recordAudit(tx, {
      actor: actorName(actor),
      act: 'comment.post',
      noun: 'comment',
      thingId: posted.commentId,
      payload: { storyId: comment.storyId, parentId: comment.parentId, revisionId },
    });
    return ok(posted);
  };
  return transaction(insertOne, { brief: true });
}

/** An answer of the newsroom, under the name of whoever writes it. It needs nobody's approval. */
export async function postStaffComment(
  actor: Actor,
  input: unknown,
  made: { sample?: boolean } = {},
): Promise<Result<{ commentId: string }>> {
  if (actor.type !== 'staff') return refuse('forbidden', 'Only staff can answer as staff.');
  const parsed = StaffCommentInput.safeParse(input);
  if (!parsed.success) return incorrect(fieldErrors(parsed.error));
  const comment = parsed.data;
  return transaction(async (tx) => {
    const place = await placeFor(tx, comment);
    if (!place.ok) return place;
    const authors = await authorsOf(tx, comment.storyId);
    const verdict = can(actor, 'answer', { ...place.value, authors });
    if (!verdict.ok) return refuse('forbidden', verdict.why);
    const words = { name: actor.name, text: comment.text };
    const knocks = { edit: false, network: NO_LIMITS };
    const shut = closed(await doorContext(tx, place.value, words, knocks));
    if (shut) return refuse(shut.code, shut.why);
    const commentId = newId();
    const counted = { storyId: comment.storyId, threadId: place.value.threadId ?? commentId };
    const revisionId = await countingAnew(tx, counted, () =>
      insertComment(tx, {
        ...comment,
        id: commentId,
        sectionId: place.value.sectionId,
        threadId: place.value.threadId,
        commenterId: null,
        sharedNameId: null,
        personId: actor.id,
        name: actor.name,
        token: newToken(),
        sample: made.sample ?? false,
        screened: OWN_WORDS,
      }),
    );
    await emit(tx, { kind: 'comment.posted', payload: { commentId } });
    const judged = { commentId, revisionId, rule: '', reason: '', storyId: comment.storyId };
    await recordDecision(tx, actor, 'approve', judged);
    return ok({ commentId });
  });
}

/** Shows the revision that was read to everybody. A conflict if there is a newer one. */
export function approveComment(actor: Actor, input: unknown) {
  return judge(actor, 'approve', input);
}

/** Hides a comment, or keeps it hidden. The reason is for its writer. */
export function rejectComment(actor: Actor, input: unknown) {
  return judge(actor, 'reject', input);
}

/** Takes a verdict back: the comment waits again, and readers do not see it. */
export function undoDecision(actor: Actor, input: unknown) {
  return judge(actor, 'undo', input);
}

async function judge(
  actor: Actor,
  move: CommentMove,
  input: unknown,
): Promise<Result<{ state: CommentState }>> {
  const parsed = DecisionInput.safeParse(input);
  if (!parsed.success) return incorrect(fieldErrors(parsed.error));
  return decide(actor, move, parsed.data);
}

/** Takes away the comments under the stories of the sample newsroom, whoever wrote them. */
export async function removeSampleComments(actor: Actor): Promise<Result<{ removed: number }>> {
  const verdict = can(actor, 'remove sample', { sectionId: '' });
  if (!verdict.ok) return refuse('forbidden', verdict.why);
  const held = await sampleHeldBecause(read);
  if (held) return refuse('illegal', held);
  return transaction(async (tx) => {
    const sampleStories = tx
      .select({ id: stories.id })
      .from(stories)
      .where(eq(stories.sample, true));
    const doomed = tx
      .select({ id: comments.id })
      .from(comments)
      .where(inArray(comments.storyId, sampleStories));
    await tx.delete(commentWishes).where(inArray(commentWishes.commentId, doomed));
    await tx.delete(commentDecisions).where(inArray(commentDecisions.commentId, doomed));
    await forgetReaders(tx, doomed, sampleStories);
    await tx.delete(commentRevisions).where(inArray(commentRevisions.commentId, doomed));
    await tx.delete(screenings).where(inArray(screenings.commentId, doomed));
    await tx.delete(commentWords).where(inArray(commentWords.commentId, doomed));
    await tx.delete(commentNotes).where(inArray(commentNotes.commentId, doomed));
    await tx.delete(commentAppeals).where(inArray(commentAppeals.commentId, doomed));
    await tx.delete(bans).where(inArray(bans.commentId, doomed));
    await tx.delete(closedThreads).where(inArray(closedThreads.storyId, sampleStories));
    await tx.delete(commentCounts).where(inArray(commentCounts.storyId, sampleStories));
    const removed = await tx
      .delete(comments)
      .where(inArray(comments.storyId, sampleStories))
      .returning({ storyId: comments.storyId });
    if (removed.length === 0) return ok({ removed: 0 });
    await touch(
      tx,
      removed.map((row) => commentsTag(row.storyId)),
    );
    await recordAudit(tx, {
      actor: actorName(actor),
      act: 'comment.remove-sample',
      noun: 'comment',
      thingId: 'sample',
      payload: { removed: removed.length },
    });
    return ok({ removed: removed.length });
  });
}

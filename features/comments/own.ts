import { count, eq } from 'drizzle-orm';
import { recordAudit } from '#db/audit.ts';
import { emit, touch } from '#db/outbox.ts';
import { commentRevisions, comments } from '#db/schema/comments.ts';
import { read, type Tx, transaction } from '#db/store.ts';
import { samePerson } from '#features/addresses/queries.ts';
import { EditInput } from '#features/comments/input.ts';
import { commentForChange, countingAnew } from '#features/comments/internal/discussion.ts';
import { mayNow } from '#features/comments/internal/reader-limits.ts';
import {
  doorContext,
  keepScreening,
  NO_LIMITS,
  refusalOf,
  screened,
} from '#features/comments/internal/screening.ts';
import { keepWords } from '#features/comments/internal/words.ts';
import { mayChange } from '#features/comments/lifecycle.ts';
import { removeByAuthor } from '#features/comments/redaction.ts';
import { commentsTag, takenAwayTags } from '#features/comments/tags.ts';
import { heldBecause } from '#features/holds/queries.ts';
import { noteRedaction } from '#features/holds/redaction-log.ts';
import { type Actor, actorName } from '#features/people/actor.ts';
import { refusedAtDoor } from '#features/screening/pipeline.ts';
import type { Screened } from '#features/screening/views.ts';
import { discussionOf } from '#features/stories/queries.ts';
import { now } from '#lib/clock.ts';
import { digestOf } from '#lib/digests.ts';
import { newId } from '#lib/ids.ts';
import { incorrect, ok, type Result, refuse } from '#lib/result.ts';
import { fieldErrors } from '#lib/text.ts';

const MISSING = 'There is no such comment.';
/** Said instead of the reason of a hold, which is the newsroom's own matter. */
const HELD = 'This comment cannot be changed at the moment.';
/** Each change is kept, so there is an end to them. */
const MOST_REVISIONS = 20;

/**
 * What the writer says instead. It is judged like a new comment; what readers saw before they go on
 * seeing until then.
 */
export async function editComment(
  actor: Actor,
  token: string,
  input: unknown,
  place: string,
): Promise<Result<{ changed: boolean }>> {
  const id = await idOf(token);
  if (!id) return refuse('missing', MISSING);
  const parsed = EditInput.safeParse(input);
  if (!parsed.success) return incorrect(fieldErrors(parsed.error));
  if (!(await mayNow('changing', place))) {
    return refuse('limited', 'Too many changes from your network. Please wait a few minutes.');
  }
  const { text } = parsed.data;
  const names = await namesOf(id);
  return transaction(async (tx) => {
    const found = await ownComment(tx, id);
    if (!found.ok) return found;
    const comment = found.value;
    const { storyId, threadId } = comment;
    const story = await discussionOf(tx, storyId);
    const may = mayChange(comment, now());
    if (!may.ok) return refuse('illegal', may.why);
    if (!story?.live) return refuse('illegal', 'The story is not public any more.');
    const latest = await latestOf(tx, comment);
    if (latest.text === text) return ok({ changed: false });
    if ((await revisionsOf(tx, id)) >= MOST_REVISIONS) {
      return refuse('illegal', 'It was changed too many times.');
    }
    const words = { name: latest.name, text };
    const made = { edit: true, network: NO_LIMITS };
    const door = await doorContext(tx, { ...story, threadId }, words, made);
    const refused = refusalOf(refusedAtDoor(door));
    if (refused) return refused;
    const writer = { commenterId: comment.commenterId ?? '', names };
    const judged = await screened(tx, door, { storyId, threadId, commentId: id }, writer);
    const revisionId = newId();
    await tx.insert(commentRevisions).values({
      id: revisionId,
      commentId: id,
      number: latest.number + 1,
      ...words,
      createdAt: now(),
    });
    await keepScreening(tx, { commentId: id, revisionId }, judged);
    await keepWords(tx, { commentId: id, storyId, ...words });
    await standAs(tx, comment, revisionId, judged);
    await record(tx, actor, 'comment.edit', comment, { revisionId });
    return ok({ changed: true });
  });
}

/** What was seen stays until somebody has read the new words, unless they are refused at once. */
async function standAs(tx: Tx, comment: Row, revisionId: string, judged: Screened): Promise<void> {
  const { id, storyId } = comment;
  const { state, lane } = judged;
  const shownBefore = state === 'rejected' ? null : comment.shownRevisionId;
  const shownRevisionId = state === 'approved' ? revisionId : shownBefore;
  const changes = { state, lane, shownRevisionId, latestRevisionId: revisionId, pickedAt: null };
  await countingAnew(tx, comment, () =>
    tx.update(comments).set(changes).where(eq(comments.id, id)),
  );
  await emit(tx, { kind: 'comment.posted', payload: { commentId: id } });
  if (shownRevisionId === null && comment.shownRevisionId !== null) {
    await touch(tx, takenAwayTags(storyId));
  } else if (shownRevisionId !== comment.shownRevisionId || comment.pickedAt !== null) {
    await touch(tx, [commentsTag(storyId)]);
  }
  if (state === 'approved') {
    await emit(tx, { kind: 'comment.decided', payload: { commentId: id } });
  }
}

/** Takes the own comment away, with its words. What others answered stays under an empty place. */
export async function deleteComment(actor: Actor, token: string): Promise<Result<null>> {
  const id = await idOf(token);
  return transaction(async (tx) => {
    const found = await ownComment(tx, id);
    if (!found.ok) return found;
    const comment = found.value;
    await removeByAuthor(tx, comment);
    await record(tx, actor, 'comment.delete', comment, {});
    noteRedaction({ what: 'own comment', commentId: comment.id, at: now() });
    return ok(null);
  });
}

async function idOf(token: string): Promise<string> {
  const [row] = await read
    .select({ id: comments.id })
    .from(comments)
    .where(eq(comments.tokenDigest, digestOf(token)));
  return row?.id ?? '';
}

/** All names of who wrote it. They are in another store, which no transaction of this one may wait for. */
async function namesOf(id: string): Promise<string[]> {
  const [row] = await read
    .select({ commenterId: comments.commenterId })
    .from(comments)
    .where(eq(comments.id, id));
  const name = row?.commenterId ?? '';
  return (await samePerson([name])).get(name) ?? [name];
}

type Row = typeof comments.$inferSelect;

/** The comment to change, unless its words are gone or the newsroom holds it. */
async function ownComment(tx: Tx, id: string): Promise<Result<Row>> {
  const comment = id ? await commentForChange(tx, id) : null;
  if (!comment) return refuse('missing', MISSING);
  if (await heldBecause(tx, 'comment', id)) return refuse('illegal', HELD);
  const { redactedAt } = await latestOf(tx, comment);
  return redactedAt ? refuse('illegal', 'Its words are gone already.') : ok(comment);
}

async function latestOf(tx: Tx, { id, latestRevisionId }: Row) {
  const [latest] = await tx
    .select()
    .from(commentRevisions)
    .where(eq(commentRevisions.id, latestRevisionId));
  if (!latest) throw new Error(`comment ${id} has no revision`);
  return latest;
}

async function revisionsOf(tx: Tx, commentId: string): Promise<number> {
  const [row] = await tx
    .select({ revisions: count() })
    .from(commentRevisions)
    .where(eq(commentRevisions.commentId, commentId));
  return row?.revisions ?? 0;
}

async function record(
  tx: Tx,
  actor: Actor,
  act: 'comment.edit' | 'comment.delete',
  { id, storyId }: Row,
  payload: Record<string, string>,
): Promise<void> {
  await recordAudit(tx, {
    actor: actorName(actor),
    act,
    noun: 'comment',
    thingId: id,
    payload: { storyId, ...payload },
  });
}

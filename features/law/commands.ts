import { and, eq, isNull } from 'drizzle-orm';
import { recordAudit } from '#db/audit.ts';
import { emit, eraseEvents } from '#db/outbox.ts';
import { holds } from '#db/schema/decisions.ts';
import { type Tx, transaction } from '#db/store.ts';
import { blankComment, commentForLaw } from '#features/comments/redaction.ts';
import { forgetOnFronts } from '#features/fronts/redaction.ts';
import { type HeldNoun, heldBecause, oneHeldBecause } from '#features/holds/queries.ts';
import { noteRedaction } from '#features/holds/redaction-log.ts';
import { closeWords } from '#features/law/closed-words.ts';
import {
  HoldInput,
  LiftInput,
  RedactCommentInput,
  RedactPictureInput,
  RedactRevisionInput,
} from '#features/law/input.ts';
import { can } from '#features/law/policy.ts';
import { can as canWithMedia } from '#features/media/policy.ts';
import {
  blankPictures,
  pictureForChange,
  removeFiles,
  sameFile,
} from '#features/media/redaction.ts';
import { type Actor, actorName } from '#features/people/actor.ts';
import { forgetStories } from '#features/search/jobs.ts';
import { withdrawStory } from '#features/stories/publishing.ts';
import {
  blankRevisions,
  everyRevision,
  forgetAddress,
  forgetPictures,
  storiesOfPictures,
  storyForLaw,
} from '#features/stories/redaction.ts';
import { cancelSchedule } from '#features/stories/schedules.ts';
import { now } from '#lib/clock.ts';
import { newId } from '#lib/ids.ts';
import { incorrect, ok, type Result, refuse } from '#lib/result.ts';
import { fieldErrors } from '#lib/text.ts';

/** Nobody changes or removes the thing from now on, until the hold is lifted. */
export async function placeHold(actor: Actor, input: unknown): Promise<Result<{ holdId: string }>> {
  const parsed = HoldInput.safeParse(input);
  if (!parsed.success) return incorrect(fieldErrors(parsed.error));
  const { noun, thingId, reason } = parsed.data;
  return transaction(async (tx) => {
    const found = await findForChange(tx, noun, thingId, actor);
    if (!found) return refuse('missing', 'There is no such thing.');
    const verdict = can(actor, 'hold');
    if (!verdict.ok) return refuse('forbidden', verdict.why);
    const holdId = newId();
    await tx.insert(holds).values({
      id: holdId,
      ...{ [`${noun}Id`]: thingId },
      revisionId: found.headId,
      reason,
      madeBy: actorName(actor),
      madeAt: now(),
    });
    await record(tx, actor, `${noun}.hold`, { noun, thingId }, { holdId, reason });
    return ok({ holdId });
  });
}

/** The thing may be changed again, unless another hold is open. */
export async function liftHold(actor: Actor, input: unknown): Promise<Result<null>> {
  const parsed = LiftInput.safeParse(input);
  if (!parsed.success) return incorrect(fieldErrors(parsed.error));
  const { holdId, reason } = parsed.data;
  return transaction(async (tx) => {
    const [hold] = await tx.select().from(holds).where(eq(holds.id, holdId));
    const thing = hold && thingOf(hold);
    const found = thing && (await findForChange(tx, thing.noun, thing.thingId, actor));
    if (!hold || !thing || !found) return refuse('missing', 'There is no such hold.');
    const verdict = can(actor, 'lift');
    if (!verdict.ok) return refuse('forbidden', verdict.why);
    const lifted = await tx
      .update(holds)
      .set({ liftedAt: now(), liftedBy: actorName(actor), liftReason: reason })
      .where(and(eq(holds.id, holdId), isNull(holds.liftedAt)))
      .returning({ id: holds.id });
    if (lifted.length === 0) return refuse('illegal', 'It is lifted already.');
    await record(tx, actor, `${thing.noun}.lift-hold`, thing, { holdId, reason });
    return ok(null);
  });
}

type Thing = { noun: HeldNoun; thingId: string };

function thingOf({ storyId, pictureId, commentId }: typeof holds.$inferSelect): Thing | null {
  if (storyId) return { noun: 'story', thingId: storyId };
  if (pictureId) return { noun: 'picture', thingId: pictureId };
  return commentId ? { noun: 'comment', thingId: commentId } : null;
}

/** The thing, if this person may know of it, kept from others until this transaction ends. */
async function findForChange(
  tx: Tx,
  noun: HeldNoun,
  thingId: string,
  actor: Actor,
): Promise<{ headId: string | null } | null> {
  switch (noun) {
    case 'story': {
      const loaded = await storyForLaw(tx, thingId, actor);
      return loaded && { headId: loaded.head.id };
    }
    case 'picture': {
      const picture = await pictureForChange(tx, thingId);
      return picture && canWithMedia(actor, 'see').ok ? { headId: null } : null;
    }
    case 'comment':
      return (await commentForLaw(tx, thingId, actor)) && { headId: null };
  }
}

async function record(
  tx: Tx,
  actor: Actor,
  act: string,
  { noun, thingId }: Thing,
  payload: Record<string, unknown>,
): Promise<void> {
  await recordAudit(tx, { actor: actorName(actor), act, noun, thingId, payload });
}

export type RedactedRevisions = { revisions: number; withdrawn: boolean; stillSaid: number[] };

/**
 * Takes what revisions of a story said out of everything that is kept. What stays is that they were
 * there, and the reason. If readers see one of them, the story is withdrawn.
 */
export async function redactRevision(
  actor: Actor,
  input: unknown,
): Promise<Result<RedactedRevisions>> {
  const parsed = RedactRevisionInput.safeParse(input);
  const storyId = wordIn(input, 'storyId');
  return transaction(async (tx) => {
    const loaded = await storyForLaw(tx, storyId, actor);
    if (!loaded) return refuse('missing', 'There is no such story.');
    const verdict = can(actor, 'redact revision');
    if (!verdict.ok) return refuse('forbidden', verdict.why);
    const held = await heldBecause(tx, 'story', storyId);
    if (held) return refuse('illegal', held);
    if (!parsed.success) return incorrect(fieldErrors(parsed.error));
    const { revisionIds, words, reason } = parsed.data;
    const all = await everyRevision(tx, storyId);
    const chosen = all.filter((one) => revisionIds.includes(one.id) && !one.redactedAt);
    if (chosen.length < new Set(revisionIds).size) {
      return refuse('missing', 'A revision is not there, or was redacted already.');
    }
    const kept = all.filter((one) => !one.redactedAt && !chosen.includes(one));
    const { facts } = loaded;
    const chosenIds = new Set(chosen.map((one) => one.id));
    const withdrawn = facts.live !== null && chosenIds.has(facts.live.revisionId);
    if (facts.schedule && chosenIds.has(facts.schedule.revisionId)) {
      const { revisionId } = facts.schedule;
      const cancelled = await cancelSchedule(actor, { storyId, revisionId });
      if (!cancelled.ok) return cancelled;
    }
    if (withdrawn && facts.live) {
      const { revisionId } = facts.live;
      const gone = await withdrawStory(actor, { storyId, revisionId, note: reason });
      if (!gone.ok) return gone;
      await forgetStories(tx, [storyId]);
    }
    const { tells } = await blankRevisions(tx, { actor, loaded, chosen, kept, words, reason });
    if (parsed.data.forgetAddress) await forgetAddress(tx, storyId);
    await forgetOnFronts(tx, storyId, tells);
    await eraseEvents(tx, tells);
    await emit(tx, { kind: 'redacted', payload: { files: [] } });
    const numbers = chosen.map((one) => one.number);
    await record(
      tx,
      actor,
      'story.redact',
      { noun: 'story', thingId: storyId },
      { numbers, reason },
    );
    noteRedaction({
      what: 'revisions',
      storyId,
      revisionIds: chosen.map((one) => one.id),
      forgetAddress: parsed.data.forgetAddress,
      words:
        words.length > 0
          ? chosen.map((one) => ({ revisionId: one.id, closed: closeWords(words, one) }))
          : [],
      reason,
      at: now(),
    });
    const stillSaid = kept.filter((one) => says(one, words)).map((one) => one.number);
    return ok({ revisions: chosen.length, withdrawn, stillSaid });
  });
}

function says(revision: object, words: readonly string[]): boolean {
  const text = JSON.stringify(revision).toLowerCase();
  return words.some((word) => text.includes(word.toLowerCase()));
}

/**
 * Takes a picture away, and every other that is the same file: its files, what is said of it, and what
 * each story says of it. Stories that show it go on without it.
 */
export async function redactPicture(
  actor: Actor,
  input: unknown,
): Promise<Result<{ pictures: number; stories: number }>> {
  const parsed = RedactPictureInput.safeParse(input);
  const pictureId = wordIn(input, 'pictureId');
  const done = await transaction(async (tx) => {
    const picture = await pictureForChange(tx, pictureId);
    if (!picture || !canWithMedia(actor, 'see').ok) {
      return refuse('missing', 'There is no such picture.');
    }
    const verdict = can(actor, 'redact picture');
    if (!verdict.ok) return refuse('forbidden', verdict.why);
    const rows = await sameFile(tx, picture);
    const ids = rows.map((row) => row.id);
    const storyIds = await storiesOfPictures(tx, ids);
    const held =
      (await oneHeldBecause(tx, 'picture', ids)) ?? (await oneHeldBecause(tx, 'story', storyIds));
    if (held) return refuse('illegal', held);
    if (!parsed.success) return incorrect(fieldErrors(parsed.error));
    if (picture.redactedAt) return refuse('illegal', 'It was redacted already.');
    const { reason } = parsed.data;
    const files = await blankPictures(tx, rows, reason);
    await forgetPictures(tx, storyIds, ids);
    await emit(tx, { kind: 'redacted', payload: { files } });
    for (const thingId of ids) {
      await record(tx, actor, 'picture.redact', { noun: 'picture', thingId }, { reason });
    }
    noteRedaction({ what: 'picture', pictureIds: ids, reason, at: now() });
    return ok({ files, pictures: ids.length, stories: storyIds.length });
  });
  if (!done.ok) return done;
  const { files, ...counts } = done.value;
  // The event does the same, should this process end before it is done.
  await removeFiles(files);
  return ok(counts);
}

/** Takes what a comment said, and under which name, out of everything that is kept. */
export async function redactComment(actor: Actor, input: unknown): Promise<Result<null>> {
  const parsed = RedactCommentInput.safeParse(input);
  const commentId = wordIn(input, 'commentId');
  return transaction(async (tx) => {
    const comment = await commentForLaw(tx, commentId, actor);
    if (!comment) return refuse('missing', 'There is no such comment.');
    const verdict = can(actor, 'redact comment', comment);
    if (!verdict.ok) return refuse('forbidden', verdict.why);
    const held = await heldBecause(tx, 'comment', commentId);
    if (held) return refuse('illegal', held);
    if (!parsed.success) return incorrect(fieldErrors(parsed.error));
    if (comment.redacted) return refuse('illegal', 'It was redacted already.');
    const { reason } = parsed.data;
    await blankComment(tx, comment, reason);
    await emit(tx, { kind: 'redacted', payload: { files: [] } });
    await record(tx, actor, 'comment.redact', { noun: 'comment', thingId: commentId }, { reason });
    noteRedaction({ what: 'comment', commentId, reason, at: now() });
    return ok(null);
  });
}

function wordIn(input: unknown, name: string): string {
  const value: unknown =
    typeof input === 'object' && input !== null ? Reflect.get(input, name) : '';
  return typeof value === 'string' ? value : '';
}

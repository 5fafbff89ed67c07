import { and, asc, count, desc, eq, gt, inArray, isNull } from 'drizzle-orm';
import { recordAudit } from '#db/audit.ts';
import { pictureUses } from '#db/schema/pictures.ts';
import { previewAnswers, previewLinks } from '#db/schema/previews.ts';
import { revisions } from '#db/schema/stories.ts';
import { type Reader, read, transaction } from '#db/store.ts';
import { type Actor, actorName, VISITOR } from '#features/people/actor.ts';
import { AnswerInput, ShareInput } from '#features/stories/input.ts';
import { loadForChange, loadStory } from '#features/stories/internal/facts.ts';
import { notThere } from '#features/stories/internal/moving.ts';
import { nameOf } from '#features/stories/internal/review.ts';
import { previewView } from '#features/stories/internal/story-view.ts';
import { can } from '#features/stories/policy.ts';
import type { PreviewAnswer, SharedLink, SharedPreview } from '#features/stories/sharing.ts';
import { now } from '#lib/clock.ts';
import { digestOf } from '#lib/digests.ts';
import { newId, newToken } from '#lib/ids.ts';
import { secretPreviewPath } from '#lib/paths.ts';
import { incorrect, ok, type Result, refuse } from '#lib/result.ts';
import { fieldErrors } from '#lib/text.ts';

const DAY_MS = 24 * 3_600_000;
/** More than anybody writes, and less than fills a disk. */
const MOST_ANSWERS = 200;

/** Makes a secret address of one story for one person. The answer is the only place that has it. */
export async function shareStory(
  actor: Actor,
  input: unknown,
): Promise<Result<{ path: string; linkId: string }>> {
  const parsed = ShareInput.safeParse(input);
  if (!parsed.success) {
    return incorrect(fieldErrors(parsed.error));
  }
  const { storyId, person, days, mayAnswer } = parsed.data;
  return transaction(async (tx) => {
    const loaded = await loadForChange(tx, storyId, actor);
    if (!loaded || !can(actor, 'see', loaded.policy).ok) return notThere();
    const verdict = can(actor, 'share', loaded.policy);
    if (!verdict.ok) return refuse('forbidden', verdict.why);
    const token = newToken();
    const linkId = newId();
    const expiresAt = new Date(now().getTime() + days * DAY_MS);
    await tx.insert(previewLinks).values({
      id: linkId,
      storyId,
      digest: digestOf(token),
      person,
      mayAnswer,
      madeBy: actorName(actor),
      madeAt: now(),
      expiresAt,
    });
    await recordAudit(tx, {
      actor: actorName(actor),
      act: 'story.share',
      noun: 'story',
      thingId: storyId,
      payload: { linkId, person, mayAnswer, expiresAt: expiresAt.toISOString() },
    });
    return ok({ path: secretPreviewPath(token), linkId });
  });
}

/** The address leads nowhere from now on. What came back by it stays. */
export async function endSharing(
  actor: Actor,
  storyId: string,
  linkId: string,
): Promise<Result<null>> {
  return transaction(async (tx) => {
    const loaded = await loadForChange(tx, storyId, actor);
    if (!loaded || !can(actor, 'see', loaded.policy).ok) return notThere();
    const verdict = can(actor, 'share', loaded.policy);
    if (!verdict.ok) return refuse('forbidden', verdict.why);
    const ended = await tx
      .update(previewLinks)
      .set({ revokedAt: now(), revokedBy: actorName(actor) })
      .where(
        and(
          eq(previewLinks.id, linkId),
          eq(previewLinks.storyId, storyId),
          isNull(previewLinks.revokedAt),
        ),
      )
      .returning({ id: previewLinks.id });
    if (ended.length === 0) return refuse('missing', 'There is no such link any more.');
    await recordAudit(tx, {
      actor: actorName(actor),
      act: 'story.end-sharing',
      noun: 'story',
      thingId: storyId,
      payload: { linkId },
    });
    return ok(null);
  });
}

/** The links of a story with what came back by them, newest first. */
export async function sharedLinks(actor: Actor, storyId: string): Promise<Result<SharedLink[]>> {
  const loaded = await loadStory(read, storyId, actor);
  if (!loaded || !can(actor, 'see', loaded.policy).ok) return notThere();
  const verdict = can(actor, 'share', loaded.policy);
  if (!verdict.ok) return refuse('forbidden', verdict.why);
  const links = await read
    .select()
    .from(previewLinks)
    .where(eq(previewLinks.storyId, storyId))
    .orderBy(desc(previewLinks.madeAt), desc(previewLinks.id));
  const answers = await answersOf(
    read,
    links.map((link) => link.id),
  );
  const at = now();
  const shared = links.map(async (link): Promise<SharedLink> => {
    const { id, person, mayAnswer, madeAt, expiresAt } = link;
    const expired = expiresAt <= at ? 'expired' : 'open';
    return {
      id,
      person,
      mayAnswer,
      madeAt,
      expiresAt,
      by: await nameOf(link.madeBy),
      standing: link.revokedAt ? 'ended' : expired,
      answers: answers.get(id) ?? [],
    };
  });
  return ok(await Promise.all(shared));
}

async function answersOf(
  from: Reader,
  linkIds: readonly string[],
): Promise<Map<string, PreviewAnswer[]>> {
  if (linkIds.length === 0) return new Map();
  const rows = await from
    .select({
      linkId: previewAnswers.linkId,
      id: previewAnswers.id,
      kind: previewAnswers.kind,
      text: previewAnswers.text,
      revisionNumber: revisions.number,
      at: previewAnswers.madeAt,
    })
    .from(previewAnswers)
    .innerJoin(revisions, eq(revisions.id, previewAnswers.revisionId))
    .where(inArray(previewAnswers.linkId, [...linkIds]))
    .orderBy(asc(previewAnswers.madeAt), asc(previewAnswers.id));
  return Map.groupBy(rows, (row) => row.linkId);
}

async function openLink(from: Reader, token: string) {
  const [link] = await from
    .select()
    .from(previewLinks)
    .where(
      and(
        eq(previewLinks.digest, digestOf(token)),
        isNull(previewLinks.revokedAt),
        gt(previewLinks.expiresAt, now()),
      ),
    );
  return link ?? null;
}

/** The newest text of the story that a secret address is for; null if it leads nowhere any more. */
export async function previewByToken(token: string): Promise<SharedPreview | null> {
  const link = await openLink(read, token);
  const loaded = link && (await loadStory(read, link.storyId, VISITOR));
  if (!link || !loaded) return null;
  const { story, head } = loaded;
  const { person, mayAnswer, expiresAt } = link;
  return {
    view: await previewView(read, story, head, token),
    person,
    mayAnswer,
    expiresAt,
    revisionId: head.id,
    revisionNumber: head.number,
    answers: (await answersOf(read, [link.id])).get(link.id) ?? [],
  };
}

/** True if a secret address shows this picture, in any revision of its story. */
export async function previewShows(token: string, pictureId: string): Promise<boolean> {
  const link = await openLink(read, token);
  if (!link) return false;
  const rows = await read
    .select({ id: revisions.id })
    .from(pictureUses)
    .innerJoin(revisions, eq(revisions.id, pictureUses.revisionId))
    .where(and(eq(pictureUses.pictureId, pictureId), eq(revisions.storyId, link.storyId)))
    .limit(1);
  return rows.length > 0;
}

/** What somebody without an account writes back, about the revision that they read. */
export async function answerPreview(token: string, input: unknown): Promise<Result<null>> {
  const parsed = AnswerInput.safeParse(input);
  return transaction(async (tx) => {
    const link = await openLink(tx, token);
    const loaded = link && (await loadForChange(tx, link.storyId, VISITOR));
    if (!link || !loaded) return refuse('missing', 'This link leads nowhere any more.');
    if (!link.mayAnswer) return refuse('forbidden', 'This link is for reading only.');
    if (!parsed.success) return incorrect(fieldErrors(parsed.error));
    const { kind, text, revisionId } = parsed.data;
    if (revisionId !== loaded.head.id) {
      const why = `The text has changed while you read: this is revision ${loaded.head.number} now. Please look at it again, then send this.`;
      return refuse('conflict', why);
    }
    const [said] = await tx
      .select({ answers: count() })
      .from(previewAnswers)
      .where(eq(previewAnswers.linkId, link.id));
    if ((said?.answers ?? 0) >= MOST_ANSWERS) {
      return refuse('limited', 'That is as much as can be said by this link.');
    }
    await tx.insert(previewAnswers).values({
      id: newId(),
      linkId: link.id,
      storyId: link.storyId,
      revisionId,
      kind,
      text,
      madeAt: now(),
    });
    await recordAudit(tx, {
      actor: actorName(VISITOR),
      act: 'story.answer-preview',
      noun: 'story',
      thingId: link.storyId,
      payload: { linkId: link.id, kind, revisionId },
    });
    return ok(null);
  });
}

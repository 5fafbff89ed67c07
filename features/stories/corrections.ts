import { and, desc, eq, isNull } from 'drizzle-orm';
import { recordAudit } from '#db/audit.ts';
import { touch } from '#db/outbox.ts';
import { corrections } from '#db/schema/corrections.ts';
import { revisions, stories } from '#db/schema/stories.ts';
import { read, type Tx, transaction } from '#db/store.ts';
import { type Actor, actorName } from '#features/people/actor.ts';
import { staffNames } from '#features/people/queries.ts';
import { CorrectionInput, TakeBackInput } from '#features/stories/input.ts';
import { loadForChange } from '#features/stories/internal/facts.ts';
import { putLive } from '#features/stories/internal/live.ts';
import {
  move,
  notNewest,
  notThere,
  onHold,
  type Ready,
} from '#features/stories/internal/moving.ts';
import { isUnderEmbargo } from '#features/stories/lifecycle.ts';
import { can } from '#features/stories/policy.ts';
import { correctionsTag } from '#features/stories/tags.ts';
import type { DeskCorrection } from '#features/stories/views.ts';
import { now } from '#lib/clock.ts';
import { newId } from '#lib/ids.ts';
import { incorrect, ok, type Result, refuse } from '#lib/result.ts';
import { fieldErrors } from '#lib/text.ts';

/**
 * Tells readers what was wrong or unclear: at once, or together with the changed text, whenever that
 * is published.
 */
export async function addCorrection(actor: Actor, input: unknown): Promise<Result<null>> {
  const parsed = CorrectionInput.safeParse(input);
  if (!parsed.success) {
    return incorrect(fieldErrors(parsed.error));
  }
  const { kind, severity, text, when } = parsed.data;
  const work = async (ready: Ready) => {
    const { tx, loaded, revision } = ready;
    const stale = notNewest(ready);
    if (stale) return stale;
    const { live } = loaded.facts;
    const atOnce = when === 'now' || live?.revisionId === revision.id;
    if (atOnce && isUnderEmbargo(loaded.facts, now())) {
      const why = 'It is under embargo: let this go out with the changed text.';
      return refuse('illegal', why, { when: why });
    }
    await tx.insert(corrections).values({
      id: newId(),
      storyId: loaded.story.id,
      revisionId: atOnce && live ? live.revisionId : revision.id,
      kind,
      severity,
      text,
      madeBy: actorName(actor),
      madeAt: now(),
      shownAt: atOnce ? now() : null,
    });
    if (atOnce) await showAgain(tx, loaded.story.id, live?.revisionId);
    return ok(null);
  };
  return move(actor, 'correct', input, work, { kind, severity, text, when });
}

/** Takes back what should not have been said. It stays in the desk's list, with the reason. */
export async function takeBackCorrection(actor: Actor, input: unknown): Promise<Result<null>> {
  const parsed = TakeBackInput.safeParse(input);
  if (!parsed.success) {
    return incorrect(fieldErrors(parsed.error));
  }
  const { storyId, correctionId, note } = parsed.data;
  return transaction(async (tx) => {
    const loaded = await loadForChange(tx, storyId, actor);
    if (!loaded || !can(actor, 'see', loaded.policy).ok) return notThere();
    const verdict = can(actor, 'correct', loaded.policy);
    if (!verdict.ok) return refuse('forbidden', verdict.why);
    if (loaded.facts.hold) return onHold(loaded.facts.hold);
    const taken = await tx
      .update(corrections)
      .set({ takenBackAt: now(), takenBackBy: actorName(actor), takenBackWhy: note })
      .where(
        and(
          eq(corrections.id, correctionId),
          eq(corrections.storyId, storyId),
          isNull(corrections.takenBackAt),
        ),
      )
      .returning({ shownAt: corrections.shownAt });
    const [was] = taken;
    if (!was) return refuse('missing', 'There is no such correction any more.');
    if (was.shownAt) await showAgain(tx, storyId, loaded.facts.live?.revisionId);
    await recordAudit(tx, {
      actor: actorName(actor),
      act: 'story.take-back-correction',
      noun: 'story',
      thingId: storyId,
      payload: { correctionId, note },
    });
    return ok(null);
  });
}

/** What readers read has changed: every page that shows the story says so. */
async function showAgain(tx: Tx, storyId: string, liveId: string | undefined): Promise<void> {
  await touch(tx, [correctionsTag()]);
  if (!liveId) return;
  const [revision] = await tx.select().from(revisions).where(eq(revisions.id, liveId));
  const [story] = await tx
    .update(stories)
    .set({ updatedAt: now() })
    .where(eq(stories.id, storyId))
    .returning();
  if (!revision || !story) throw new Error(`story ${storyId} is live without its parts`);
  await touch(tx, await putLive(tx, story, revision));
}

/** All that was ever said about a story and its faults, newest first, for the desk. */
export async function deskCorrections(storyId: string): Promise<DeskCorrection[]> {
  const rows = await read
    .select({ correction: corrections, revisionNumber: revisions.number })
    .from(corrections)
    .innerJoin(revisions, eq(revisions.id, corrections.revisionId))
    .where(eq(corrections.storyId, storyId))
    .orderBy(desc(corrections.madeAt), desc(corrections.id));
  const names = await staffNames(
    rows.flatMap(({ correction: { madeBy, takenBackBy } }) => [
      personIn(madeBy),
      personIn(takenBackBy ?? ''),
    ]),
  );
  const nameOf = (actor: string) => names.get(personIn(actor)) ?? 'Dateline';
  return rows.map(({ correction, revisionNumber }) => ({
    id: correction.id,
    kind: correction.kind,
    severity: correction.severity,
    text: correction.text,
    by: nameOf(correction.madeBy),
    madeAt: correction.madeAt,
    shownAt: correction.shownAt,
    revisionNumber,
    takenBack: correction.takenBackAt
      ? {
          at: correction.takenBackAt,
          by: nameOf(correction.takenBackBy ?? ''),
          why: correction.takenBackWhy,
        }
      : null,
  }));
}

function personIn(actor: string): string {
  return actor.startsWith('staff:') ? actor.slice('staff:'.length) : '';
}

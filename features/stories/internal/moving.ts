import { and, eq, isNull } from 'drizzle-orm';
import { recordAudit } from '#db/audit.ts';
import { submissions } from '#db/schema/decisions.ts';
import { revisions } from '#db/schema/stories.ts';
import { type Tx, transaction } from '#db/store.ts';
import { type Actor, actorName } from '#features/people/actor.ts';
import { MoveInput } from '#features/stories/input.ts';
import { type Loaded, loadForChange, type RevisionRow } from '#features/stories/internal/facts.ts';
import { type Move, obstacle } from '#features/stories/lifecycle.ts';
import { can } from '#features/stories/policy.ts';
import { now } from '#lib/clock.ts';
import { incorrect, type Refusal, type Result, refuse } from '#lib/result.ts';
import { fieldErrors } from '#lib/text.ts';

/** A move that may be made: everything that was checked, and the revision that it is about. */
export type Ready = { tx: Tx; loaded: Loaded; revision: RevisionRow; note: string };

/** Moves towards readers: a text that was redacted makes none of them. */
const PUTS_FORWARD: readonly Move[] = ['submit', 'approve', 'publish', 'schedule'];

/** One answer for what is not there and for what this person may not know of. */
export function notThere(): Refusal {
  return refuse('missing', 'There is no such story.');
}

export function onHold({ reason }: { reason: string }): Refusal {
  return refuse('illegal', `On hold: ${reason}`);
}

/**
 * What every move does: find, authorize, parse, look whether the state allows it, do the work, and
 * write down that it was done, with what `audited` adds.
 */
export async function move<T>(
  actor: Actor,
  act: Move,
  input: unknown,
  work: (ready: Ready) => Promise<Result<T>>,
  audited: Record<string, unknown> = {},
): Promise<Result<T>> {
  const parsed = MoveInput.safeParse(input);
  if (!parsed.success) {
    return incorrect(fieldErrors(parsed.error));
  }
  const { storyId, revisionId, note } = parsed.data;
  return transaction(async (tx) => {
    const loaded = await loadForChange(tx, storyId, actor);
    if (!loaded || !can(actor, 'see', loaded.policy).ok) return notThere();
    const verdict = can(actor, act, loaded.policy);
    if (!verdict.ok) return refuse('forbidden', verdict.why);
    const hindered = obstacle(act, loaded.facts, now());
    if (hindered) return refuse('illegal', hindered);
    const [revision] = await tx
      .select()
      .from(revisions)
      .where(and(eq(revisions.id, revisionId), eq(revisions.storyId, storyId)));
    if (!revision) return refuse('missing', 'There is no such revision of this story.');
    if (revision.redactedAt && PUTS_FORWARD.includes(act)) {
      return refuse('illegal', 'This text was redacted: there is nothing to read in it.');
    }
    const result = await work({ tx, loaded, revision, note });
    if (result.ok) {
      await recordAudit(tx, {
        actor: actorName(actor),
        act: `story.${act.replaceAll(' ', '-')}`,
        noun: 'story',
        thingId: storyId,
        payload: { revisionId, note, ...audited },
      });
    }
    return result;
  });
}

/** The text that the person saw must be the text that is decided on. */
export function notNewest({ loaded, revision }: Ready): Refusal | null {
  if (revision.id === loaded.head.id) return null;
  const { number } = loaded.head;
  return refuse('conflict', `The text has changed since: revision ${number} is the newest now.`);
}

export async function closeSubmission(
  { tx, loaded, note }: Ready,
  actor: Actor,
  outcome: 'approved' | 'returned' | 'taken back' | 'published',
): Promise<void> {
  await tx
    .update(submissions)
    .set({ closedAt: now(), closedBy: actorName(actor), outcome, answer: note })
    .where(and(eq(submissions.storyId, loaded.story.id), isNull(submissions.closedAt)));
}

import { and, eq, isNull } from 'drizzle-orm';
import { embargoes } from '#db/schema/decisions.ts';
import { type Actor, actorName } from '#features/people/actor.ts';
import { MomentInput } from '#features/stories/input.ts';
import { move, type Ready } from '#features/stories/internal/moving.ts';
import { can } from '#features/stories/policy.ts';
import { now } from '#lib/clock.ts';
import { newId } from '#lib/ids.ts';
import { incorrect, ok, type Result, refuse } from '#lib/result.ts';
import { fieldErrors } from '#lib/text.ts';

/**
 * Nothing of the story goes out before `until`, by any path. Whoever may write it may bind it, and
 * for longer; to end an embargo sooner is to lift it.
 */
export async function setEmbargo(actor: Actor, input: unknown): Promise<Result<null>> {
  const parsed = MomentInput.safeParse(input);
  if (!parsed.success) {
    return incorrect(fieldErrors(parsed.error));
  }
  const { at: until } = parsed.data;
  const audited = { until: until.toISOString() };
  const work = async (ready: Ready) => {
    const { tx, loaded, revision } = ready;
    if (until <= now()) {
      const why = 'That moment has passed.';
      return refuse('invalid', why, { at: why });
    }
    const { embargoUntil } = loaded.facts;
    if (embargoUntil && embargoUntil > until) {
      const may = can(actor, 'lift embargo', loaded.policy);
      const why = 'It is under embargo for longer than that: an editor can shorten it.';
      if (!may.ok) return refuse('forbidden', why, { at: why });
    }
    await closeEmbargoes(ready, actor);
    await tx.insert(embargoes).values({
      id: newId(),
      storyId: loaded.story.id,
      revisionId: revision.id,
      until,
      madeBy: actorName(actor),
      madeAt: now(),
    });
    return ok(null);
  };
  return move(actor, 'embargo', input, work, audited);
}

/** The story may go out from now on. What waited for the end of its embargo goes out at once. */
export function liftEmbargo(actor: Actor, input: unknown): Promise<Result<null>> {
  return move(actor, 'lift embargo', input, async (ready) => {
    await closeEmbargoes(ready, actor);
    return ok(null);
  });
}

async function closeEmbargoes({ tx, loaded }: Ready, actor: Actor): Promise<void> {
  await tx
    .update(embargoes)
    .set({ liftedAt: now(), liftedBy: actorName(actor) })
    .where(and(eq(embargoes.storyId, loaded.story.id), isNull(embargoes.liftedAt)));
}

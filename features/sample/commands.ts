import { recordAudit } from '#db/audit.ts';
import { transaction } from '#db/store.ts';
import { type Actor, actorName, system } from '#features/people/actor.ts';
import { COMMENTS } from '#features/sample/content/comments.ts';
import { STORIES } from '#features/sample/content/stories.ts';
import { repeatableBytes } from '#features/sample/internal/chance.ts';
import { discussionSteps } from '#features/sample/internal/discussions.ts';
import { addPictures, foundNewsroom } from '#features/sample/internal/newsroom.ts';
import { momentOf, type Step, stepsOf } from '#features/sample/internal/telling.ts';
import { can } from '#features/sample/policy.ts';
import { isEmptyNewsroom } from '#features/sample/queries.ts';
import { asOf, now } from '#lib/clock.ts';
import { drawingFrom } from '#lib/ids.ts';
import { ok, type Result, refuse } from '#lib/result.ts';

const DAY_MS = 86_400_000;

/**
 * Fills an empty newsroom with a small paper, through the commands that the desk uses and in the
 * order in which it would have happened. Its staff have no password.
 */
export async function addSample(
  actor: Actor = system('sample'),
): Promise<Result<{ stories: number }>> {
  const verdict = can(actor, 'add');
  if (!verdict.ok) return refuse('forbidden', verdict.why);
  if (!(await isEmptyNewsroom())) return notEmpty();
  const present = now();
  const pictures = await addPictures(actor);
  return transaction(async (tx) => {
    if (!(await isEmptyNewsroom(tx))) return notEmpty();
    const firstDay = new Date(momentOf(oldest(present), present).getTime() - 14 * DAY_MS);
    const ids = repeatableBytes('newsroom');
    const repeatably = (at: Date, work: () => Promise<void>) =>
      asOf(at, () => drawingFrom(ids, work));
    const told = new Map<string, string>();
    const steps: Step[] = [];
    await repeatably(firstDay, async () => {
      const room = { ...(await foundNewsroom(actor)), pictures };
      for (const story of STORIES) {
        for (const step of stepsOf(actor, room, told, story, present)) {
          steps.push({ at: step.at, run: () => repeatably(step.at, step.run) });
        }
        const thread = {
          storyId: () => told.get(story.slug) ?? '',
          publishedAt: momentOf(story.earlier?.published ?? story.published, present),
          staff: room.staff,
        };
        // The links to these comments are secrets, so that their ids are left to chance.
        for (const step of discussionSteps(actor, thread, COMMENTS[story.slug] ?? [])) {
          steps.push({ at: step.at, run: () => asOf(step.at, step.run) });
        }
      }
    });
    for (const step of steps.toSorted((a, b) => a.at.getTime() - b.at.getTime())) await step.run();
    await recordAudit(tx, {
      actor: actorName(actor),
      act: 'sample.add',
      noun: 'sample',
      thingId: 'newsroom',
      payload: { stories: told.size },
    });
    return ok({ stories: told.size });
  });
}

function oldest(present: Date) {
  const moments = STORIES.map((story) => story.earlier?.published ?? story.published);
  return moments.reduce((a, b) => (momentOf(a, present) < momentOf(b, present) ? a : b));
}

function notEmpty() {
  return refuse(
    'conflict',
    'The sample newsroom is for an empty one: there are sections or stories already.',
  );
}

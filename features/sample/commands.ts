import { recordAudit } from '#db/audit.ts';
import { read, transaction } from '#db/store.ts';
import { removeSampleComments } from '#features/comments/commands.ts';
import { sweepOrphans } from '#features/comments/jobs.ts';
import { sampleHeldBecause } from '#features/holds/queries.ts';
import { removeSamplePictures } from '#features/media/commands.ts';
import { type Actor, actorName, system } from '#features/people/actor.ts';
import { COMMENTS } from '#features/sample/content/comments.ts';
import { STORIES } from '#features/sample/content/stories.ts';
import { ArchiveInput } from '#features/sample/input.ts';
import { hasArchive, writeArchive } from '#features/sample/internal/archive/archive.ts';
import { makeSetting } from '#features/sample/internal/archive/setting.ts';
import { ARCHIVE_YEARS } from '#features/sample/internal/archive/timeline.ts';
import { discussionSteps } from '#features/sample/internal/discussions.ts';
import { addPictures, foundNewsroom } from '#features/sample/internal/newsroom.ts';
import { picturesInUse } from '#features/sample/internal/own-pictures.ts';
import { recount, removeSetting, removeStories } from '#features/sample/internal/removal.ts';
import { momentOf, type Step, stepsOf } from '#features/sample/internal/telling.ts';
import { touchAll } from '#features/sample/internal/touching.ts';
import { can } from '#features/sample/policy.ts';
import { auditLength, isEmptyNewsroom } from '#features/sample/queries.ts';
import { forgetStories, settleIndex } from '#features/search/jobs.ts';
import { repeatableBytes } from '#lib/chance.ts';
import { asOf, now } from '#lib/clock.ts';
import { drawingFrom } from '#lib/ids.ts';
import { ok, type Result, refuse } from '#lib/result.ts';
import { fieldErrors } from '#lib/text.ts';

const DAY_MS = 86_400_000;
/** An address that was seen this recently may belong to a comment that is being written. */
const BEING_WRITTEN_MS = 60_000;

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
    // The same ids in every new installation, and others where this has been done before.
    const ids = repeatableBytes(`newsroom ${await auditLength(tx)}`);
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

/**
 * Takes all of it away again: the stories with whatever was written under them, and everything that
 * the newsroom's own stories do not use. What they do use stays, and is the newsroom's.
 */
export async function removeSample(
  actor: Actor = system('sample'),
): Promise<Result<{ stories: number; pictures: number; comments: number }>> {
  const verdict = can(actor, 'remove');
  if (!verdict.ok) return refuse('forbidden', verdict.why);
  const held = await sampleHeldBecause(read);
  if (held) return refuse('illegal', held);
  const comments = await removeSampleComments(actor);
  if (!comments.ok) return comments;
  await sweepOrphans(new Date(now().getTime() - BEING_WRITTEN_MS));
  const gone = await transaction(async (tx) => {
    const storyIds = await removeStories(tx);
    await removeSetting(tx);
    await forgetStories(tx, storyIds);
    await touchAll(tx, storyIds);
    await recordAudit(tx, {
      actor: actorName(actor),
      act: 'sample.remove',
      noun: 'sample',
      thingId: 'newsroom',
      payload: { stories: storyIds.length },
    });
    return storyIds;
  });
  const keep = await picturesInUse(read);
  const pictures = await removeSamplePictures(actor, { keep });
  if (!pictures.ok) return pictures;
  const { removed } = comments.value;
  return ok({ stories: gone.length, pictures: pictures.value.removed, comments: removed });
}

/**
 * Adds a made-up archive of any size in the shape of a real one. The same seed and the same `until`
 * (else the midnight before now) make the same archive, ids included, whatever the hour. It goes away
 * with the sample.
 */
export async function makeArchive(
  input: unknown,
  actor: Actor = system('archive'),
): Promise<Result<{ stories: number; comments: number }>> {
  const verdict = can(actor, 'add');
  if (!verdict.ok) return refuse('forbidden', verdict.why);
  const parsed = ArchiveInput.safeParse(input);
  if (!parsed.success) {
    return refuse('invalid', 'This archive cannot be made.', fieldErrors(parsed.error));
  }
  const { until = now(), ...size } = parsed.data;
  if (await hasArchive(size.seed)) {
    return refuse('conflict', `The archive of the seed ${size.seed} is here already.`);
  }
  const pictures = [...(await addPictures(actor)).values()];
  const midnight = new Date(Math.floor(until.getTime() / DAY_MS) * DAY_MS);
  const founded = new Date(midnight.getTime() - ARCHIVE_YEARS * 366 * DAY_MS);
  const setting = await asOf(founded, () => transaction((tx) => makeSetting(tx, size, pictures)));
  await writeArchive(setting, { ...size, until: midnight });
  await transaction(async (tx) => {
    await recount(tx);
    await settleIndex(tx);
    await touchAll(tx, []);
    await recordAudit(tx, {
      actor: actorName(actor),
      act: 'sample.add-archive',
      noun: 'sample',
      thingId: size.seed,
      payload: { ...size, until: midnight.toISOString() },
    });
  });
  return ok({ stories: size.stories, comments: size.comments });
}

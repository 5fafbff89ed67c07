import { and, asc, eq, gt, isNull, lte, min, notExists } from 'drizzle-orm';
import { touch } from '#db/outbox.ts';
import { embargoes, schedules } from '#db/schema/decisions.ts';
import { deskList } from '#db/schema/desk.ts';
import { pictureUses } from '#db/schema/pictures.ts';
import { live, liveCounts, liveLists } from '#db/schema/readers.ts';
import { publications, revisions, stories } from '#db/schema/stories.ts';
import { read, type Tx, transaction } from '#db/store.ts';
import { heldBecause } from '#features/holds/queries.ts';
import { claimPath } from '#features/paths/commands.ts';
import { system } from '#features/people/actor.ts';
import { sectionById } from '#features/sections/queries.ts';
import { relist } from '#features/stories/internal/desk-list.ts';
import { putLive } from '#features/stories/internal/live.ts';
import { runSchedule } from '#features/stories/schedules.ts';
import { now } from '#lib/clock.ts';
import { storyPath } from '#lib/paths.ts';

/**
 * Carries out every schedule whose moment has come, and returns how many were done. Take-downs come
 * first: after a pause of the whole site nothing appears whose time is over. One that fails is tried
 * again at the next call and holds up no other.
 */
export async function publishDue(): Promise<number> {
  const due = await read
    .select({ id: schedules.id, act: schedules.act })
    .from(schedules)
    .where(and(isNull(schedules.doneAt), isNull(schedules.cancelledAt), lte(schedules.at, now())))
    .orderBy(asc(schedules.at), asc(schedules.id));
  const failures: unknown[] = [];
  let done = 0;
  for (const { id } of due.toSorted((a, b) => Number(isLater(a)) - Number(isLater(b)))) {
    try {
      if ((await runSchedule(system('publish-due'), id)) === 'done') done += 1;
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) {
    throw new Error(`${failures.length} schedules could not be carried out`, {
      cause: failures[0],
    });
  }
  return done;
}

function isLater({ act }: { act: string }): boolean {
  return act !== 'withdraw';
}

/** The next moment at which something may become due, so that the clock wakes for it; null if none. */
export async function nextDue(): Promise<Date | null> {
  const at = now();
  const [planned] = await read
    .select({ at: min(schedules.at) })
    .from(schedules)
    .where(and(isNull(schedules.doneAt), isNull(schedules.cancelledAt), gt(schedules.at, at)));
  const [bound] = await read
    .select({ at: min(embargoes.until) })
    .from(embargoes)
    .where(and(isNull(embargoes.liftedAt), gt(embargoes.until, at)));
  const moments = [planned?.at, bound?.at].flatMap((moment) => (moment ? [moment.getTime()] : []));
  return moments.length > 0 ? new Date(Math.min(...moments)) : null;
}

/**
 * After a section got another slug: its live stories move with it, and the old addresses redirect. One
 * that is on hold stays where it is; the event is tried again until it may follow.
 */
export async function followSection(sectionId: string): Promise<void> {
  let held = 0;
  const rows = await read
    .select({ storyId: live.storyId })
    .from(live)
    .where(eq(live.sectionId, sectionId))
    .orderBy(asc(live.storyId));
  for (const { storyId } of rows) {
    await transaction(async (tx) => {
      const shown = await shownStory(tx, storyId);
      const section = shown && (await sectionById(tx, shown.story.sectionId));
      if (!shown || !section) return;
      if (await heldBecause(tx, 'story', storyId)) {
        held += 1;
        return;
      }
      const path = storyPath(section.slug, shown.story.slug);
      if (!(await claimPath(tx, path, { noun: 'story', thingId: storyId }))) return;
      await touch(tx, await putLive(tx, shown.story, shown.revision));
    });
  }
  if (held > 0) throw new Error(`${held} stories of the section are on hold`);
}

/** After a picture got other words, another crop or no rights any more: the cards that show it follow. */
export async function followPicture(pictureId: string): Promise<void> {
  const rows = await read
    .select({ storyId: live.storyId })
    .from(live)
    .innerJoin(pictureUses, eq(pictureUses.revisionId, live.revisionId))
    .where(eq(pictureUses.pictureId, pictureId))
    .orderBy(asc(live.storyId));
  for (const { storyId } of rows) {
    await transaction(async (tx) => {
      const shown = await shownStory(tx, storyId);
      if (shown) await touch(tx, await putLive(tx, shown.story, shown.revision));
    });
  }
}

/** Makes `live` and its lists anew from the publication log, which is the truth about them. */
export async function rebuildLive(): Promise<number> {
  return transaction(async (tx) => {
    for (const derived of [liveLists, liveCounts, live]) await tx.delete(derived);
    const open = await tx
      .select({ storyId: publications.storyId })
      .from(publications)
      .where(isNull(publications.endedAt))
      .orderBy(asc(publications.startedAt), asc(publications.id));
    const touched = new Set<string>();
    for (const { storyId } of open) {
      const shown = await shownStory(tx, storyId);
      if (!shown) continue;
      for (const tag of await putLive(tx, shown.story, shown.revision)) touched.add(tag);
    }
    await touch(tx, [...touched]);
    return open.length;
  });
}

const UNLISTED_BATCH = 500;

/** Lists in the desk the stories that an edition without its list has written. Returns how many. */
export async function listUnlisted(): Promise<number> {
  const row = read.select().from(deskList).where(eq(deskList.storyId, stories.id));
  let made = 0;
  for (;;) {
    const unlisted = await read
      .select({ id: stories.id })
      .from(stories)
      .where(notExists(row))
      .limit(UNLISTED_BATCH);
    if (unlisted.length === 0) return made;
    await transaction((tx) =>
      relist(
        tx,
        unlisted.map(({ id }) => id),
      ),
    );
    made += unlisted.length;
  }
}

/** A story with the revision that its open publication names. */
async function shownStory(tx: Tx, storyId: string) {
  const [row] = await tx
    .select({ story: stories, revision: revisions })
    .from(publications)
    .innerJoin(stories, eq(stories.id, publications.storyId))
    .innerJoin(revisions, eq(revisions.id, publications.revisionId))
    .where(eq(publications.openFor, storyId));
  return row ?? null;
}

import { and, eq, gt, isNull } from 'drizzle-orm';
import { embargoes, schedules } from '#db/schema/decisions.ts';
import { revisions } from '#db/schema/stories.ts';
import type { Reader } from '#db/store.ts';
import { nameOf } from '#features/stories/internal/review.ts';
import type { Plans } from '#features/stories/views.ts';
import { now } from '#lib/clock.ts';

/** What is to happen to a story by itself. An embargo that is over is none. */
export async function plansOf(from: Reader, storyId: string): Promise<Plans> {
  const rows = await from
    .select({
      act: schedules.act,
      at: schedules.at,
      madeBy: schedules.madeBy,
      revisionNumber: revisions.number,
    })
    .from(schedules)
    .innerJoin(revisions, eq(revisions.id, schedules.revisionId))
    .where(
      and(eq(schedules.storyId, storyId), isNull(schedules.doneAt), isNull(schedules.cancelledAt)),
    );
  const bound = await from
    .select({ until: embargoes.until, madeBy: embargoes.madeBy })
    .from(embargoes)
    .where(
      and(eq(embargoes.storyId, storyId), isNull(embargoes.liftedAt), gt(embargoes.until, now())),
    )
    .orderBy(embargoes.until);
  const embargo = bound.at(-1);
  const publication = rows.find((row) => row.act !== 'withdraw');
  const takeDown = rows.find((row) => row.act === 'withdraw');
  return {
    publication: publication
      ? {
          at: publication.at,
          from: embargo && embargo.until > publication.at ? embargo.until : publication.at,
          revisionNumber: publication.revisionNumber,
          by: await nameOf(publication.madeBy),
        }
      : null,
    takeDown: takeDown ? { at: takeDown.at, by: await nameOf(takeDown.madeBy) } : null,
    embargo: embargo ? { until: embargo.until, by: await nameOf(embargo.madeBy) } : null,
  };
}

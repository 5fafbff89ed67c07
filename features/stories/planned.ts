import { and, asc, eq, gt, inArray, isNull, max } from 'drizzle-orm';
import { embargoes, holds, schedules } from '#db/schema/decisions.ts';
import { deskList } from '#db/schema/desk.ts';
import { sections } from '#db/schema/site.ts';
import { revisions, stories } from '#db/schema/stories.ts';
import { read } from '#db/store.ts';
import type { Actor } from '#features/people/actor.ts';
import { staffNames } from '#features/people/queries.ts';
import { listed } from '#features/stories/internal/desk-rows.ts';
import type { PlannedRow } from '#features/stories/views.ts';
import { now } from '#lib/clock.ts';
import { ok, type Result, refuse } from '#lib/result.ts';

const MOST = 300;

const WHAT = { publish: 'published', replace: 'changed', withdraw: 'taken down' } as const;

/** What is going to happen by itself to the stories of this person's list, soonest first. */
export async function plannedStories(actor: Actor): Promise<Result<PlannedRow[]>> {
  const scope = listed(actor);
  if (!scope) return refuse('forbidden', 'Only staff see what is planned.');
  const open = and(isNull(schedules.doneAt), isNull(schedules.cancelledAt), scope.where);
  const due = await read
    .select({ ...about, act: schedules.act, at: schedules.at, madeBy: schedules.madeBy })
    .from(schedules)
    .innerJoin(stories, eq(stories.id, schedules.storyId))
    .innerJoin(deskList, eq(deskList.storyId, stories.id))
    .innerJoin(revisions, eq(revisions.id, schedules.revisionId))
    .innerJoin(sections, eq(sections.id, stories.sectionId))
    .where(open)
    .orderBy(asc(schedules.at), asc(schedules.id))
    .limit(MOST);
  const bound = await read
    .select({ ...about, at: embargoes.until, madeBy: embargoes.madeBy })
    .from(embargoes)
    .innerJoin(stories, eq(stories.id, embargoes.storyId))
    .innerJoin(deskList, eq(deskList.storyId, stories.id))
    .innerJoin(revisions, eq(revisions.id, embargoes.revisionId))
    .innerJoin(sections, eq(sections.id, stories.sectionId))
    .where(and(isNull(embargoes.liftedAt), gt(embargoes.until, now()), scope.where))
    .orderBy(asc(embargoes.until), asc(embargoes.id))
    .limit(MOST);
  const all = [...due, ...bound];
  const hindered = await hindrances(due.map((row) => row.storyId));
  const makers = await staffNames(all.map((row) => personIn(row.madeBy)));
  const shown = (row: (typeof all)[number]) => {
    const { madeBy, ...rest } = row;
    return { ...rest, by: makers.get(personIn(madeBy)) ?? 'Dateline' };
  };
  const rows: PlannedRow[] = [
    ...due.map(({ act, ...row }) => ({
      ...shown(row),
      what: WHAT[act],
      heldUp: hindered(row.storyId, act, row.at),
    })),
    ...bound.map((row) => ({ ...shown(row), what: 'embargo ends' as const, heldUp: null })),
  ];
  return ok(rows.sort((a, b) => a.at.getTime() - b.at.getTime()).slice(0, MOST));
}

const about = {
  storyId: stories.id,
  headline: revisions.headline,
  language: stories.language,
  section: sections.name,
  revisionNumber: revisions.number,
};

function personIn(actor: string): string {
  return actor.startsWith('staff:') ? actor.slice('staff:'.length) : '';
}

type Hindered = (storyId: string, act: keyof typeof WHAT, at: Date) => PlannedRow['heldUp'];

/** Why what is planned for these stories would wait. */
async function hindrances(storyIds: readonly string[]): Promise<Hindered> {
  if (storyIds.length === 0) return () => null;
  const held = await read
    .select({ storyId: holds.storyId })
    .from(holds)
    .where(and(inArray(holds.storyId, [...storyIds]), isNull(holds.liftedAt)));
  const bound = await read
    .select({ storyId: embargoes.storyId, until: max(embargoes.until) })
    .from(embargoes)
    .where(and(inArray(embargoes.storyId, [...storyIds]), isNull(embargoes.liftedAt)))
    .groupBy(embargoes.storyId);
  const onHold = new Set(held.map((row) => row.storyId));
  const until = new Map(bound.map((row) => [row.storyId, row.until]));
  return (storyId, act, at) => {
    if (onHold.has(storyId)) return 'hold';
    const end = until.get(storyId);
    return act !== 'withdraw' && end && end > at ? 'embargo' : null;
  };
}

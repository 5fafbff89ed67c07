import { and, asc, desc, isNull } from 'drizzle-orm';
import { isAmong } from '#db/dialect.ts';
import { prepared, type The } from '#db/prepared.ts';
import { approvals, embargoes, holds, schedules, submissions } from '#db/schema/decisions.ts';
import { publications } from '#db/schema/stories.ts';
import type { Reader } from '#db/store.ts';
import { type Facts, untouched } from '#features/stories/lifecycle.ts';

/** A story's id with the id of its newest revision. */
export type Head = { storyId: string; headId: string };

type Ids = The<{ ids: readonly string[] }>;

// Where several rows are open the last one counts, so each query ends with the one that does.

const publicationsOf = prepared((on, the: Ids) =>
  on
    .select({
      storyId: publications.storyId,
      revisionId: publications.revisionId,
      openFor: publications.openFor,
    })
    .from(publications)
    .where(isAmong(publications.storyId, the('ids'))),
);

const submissionsOf = prepared((on, the: Ids) =>
  on
    .select({ storyId: submissions.storyId, revisionId: submissions.revisionId })
    .from(submissions)
    .where(and(isAmong(submissions.storyId, the('ids')), isNull(submissions.closedAt)))
    .orderBy(asc(submissions.madeAt)),
);

const approvalsOf = prepared((on, the: Ids) =>
  on
    .select({ storyId: approvals.storyId, revisionId: approvals.revisionId })
    .from(approvals)
    .where(and(isAmong(approvals.storyId, the('ids')), isNull(approvals.revokedAt)))
    .orderBy(asc(approvals.madeAt)),
);

const schedulesOf = prepared((on, the: Ids) =>
  on
    .select({
      storyId: schedules.storyId,
      act: schedules.act,
      at: schedules.at,
      revisionId: schedules.revisionId,
    })
    .from(schedules)
    .where(
      and(
        isAmong(schedules.storyId, the('ids')),
        isNull(schedules.doneAt),
        isNull(schedules.cancelledAt),
      ),
    )
    .orderBy(desc(schedules.at)),
);

const embargoesOf = prepared((on, the: Ids) =>
  on
    .select({ storyId: embargoes.storyId, until: embargoes.until })
    .from(embargoes)
    .where(and(isAmong(embargoes.storyId, the('ids')), isNull(embargoes.liftedAt)))
    .orderBy(asc(embargoes.until)),
);

const holdsOf = prepared((on, the: Ids) =>
  on
    .select({ storyId: holds.storyId, reason: holds.reason })
    .from(holds)
    .where(and(isAmong(holds.storyId, the('ids')), isNull(holds.liftedAt))),
);

/** The facts of several stories, in as many queries as of one. */
export async function factsOf(from: Reader, heads: readonly Head[]): Promise<Map<string, Facts>> {
  const ids = heads.map((head) => head.storyId);
  if (ids.length === 0) return new Map();
  const known = new Map(
    heads.map(({ storyId, headId }): [string, Facts] => [storyId, untouched(headId)]),
  );
  const add = <Row extends { storyId: string | null }>(
    rows: Row[],
    set: (facts: Facts, row: Row) => void,
  ) => {
    for (const row of rows) {
      const facts = known.get(row.storyId ?? '');
      if (facts) set(facts, row);
    }
  };
  add(await publicationsOf(from, { ids }), (facts, { openFor, revisionId }) => {
    if (openFor) facts.live = { revisionId };
    facts.withdrawn = true;
  });
  add(await submissionsOf(from, { ids }), (facts, { revisionId }) => {
    facts.submission = { revisionId };
  });
  add(await approvalsOf(from, { ids }), (facts, { revisionId }) => {
    facts.approval = { revisionId };
  });
  add(await schedulesOf(from, { ids }), (facts, { act, at, revisionId }) => {
    if (act === 'withdraw') facts.takeDownAt = at;
    else facts.schedule = { act, at, revisionId };
  });
  add(await embargoesOf(from, { ids }), (facts, { until }) => {
    facts.embargoUntil = until;
  });
  add(await holdsOf(from, { ids }), (facts, { reason }) => {
    facts.hold = { reason };
  });
  for (const facts of known.values()) if (facts.live) facts.withdrawn = false;
  return known;
}

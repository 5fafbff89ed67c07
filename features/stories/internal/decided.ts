import { and, asc, desc, inArray, isNull } from 'drizzle-orm';
import { approvals, embargoes, holds, schedules, submissions } from '#db/schema/decisions.ts';
import { publications } from '#db/schema/stories.ts';
import type { Reader } from '#db/store.ts';
import { type Facts, untouched } from '#features/stories/lifecycle.ts';

/** A story's id with the id of its newest revision. */
export type Head = { storyId: string; headId: string };

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
  // Where several rows are open the last one counts, so each query ends with the one that does.
  add(
    await from
      .select({
        storyId: publications.storyId,
        revisionId: publications.revisionId,
        openFor: publications.openFor,
      })
      .from(publications)
      .where(inArray(publications.storyId, ids)),
    (facts, { openFor, revisionId }) => {
      if (openFor) facts.live = { revisionId };
      facts.withdrawn = true;
    },
  );
  add(
    await from
      .select({ storyId: submissions.storyId, revisionId: submissions.revisionId })
      .from(submissions)
      .where(and(inArray(submissions.storyId, ids), isNull(submissions.closedAt)))
      .orderBy(asc(submissions.madeAt)),
    (facts, { revisionId }) => {
      facts.submission = { revisionId };
    },
  );
  add(
    await from
      .select({ storyId: approvals.storyId, revisionId: approvals.revisionId })
      .from(approvals)
      .where(and(inArray(approvals.storyId, ids), isNull(approvals.revokedAt)))
      .orderBy(asc(approvals.madeAt)),
    (facts, { revisionId }) => {
      facts.approval = { revisionId };
    },
  );
  add(
    await from
      .select({
        storyId: schedules.storyId,
        act: schedules.act,
        at: schedules.at,
        revisionId: schedules.revisionId,
      })
      .from(schedules)
      .where(
        and(
          inArray(schedules.storyId, ids),
          isNull(schedules.doneAt),
          isNull(schedules.cancelledAt),
        ),
      )
      .orderBy(desc(schedules.at)),
    (facts, { act, at, revisionId }) => {
      if (act === 'withdraw') facts.takeDownAt = at;
      else facts.schedule = { act, at, revisionId };
    },
  );
  add(
    await from
      .select({ storyId: embargoes.storyId, until: embargoes.until })
      .from(embargoes)
      .where(and(inArray(embargoes.storyId, ids), isNull(embargoes.liftedAt)))
      .orderBy(asc(embargoes.until)),
    (facts, { until }) => {
      facts.embargoUntil = until;
    },
  );
  add(
    await from
      .select({ storyId: holds.storyId, reason: holds.reason })
      .from(holds)
      .where(and(inArray(holds.storyId, ids), isNull(holds.liftedAt))),
    (facts, { reason }) => {
      facts.hold = { reason };
    },
  );
  for (const facts of known.values()) if (facts.live) facts.withdrawn = false;
  return known;
}

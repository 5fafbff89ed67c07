import { and, asc, desc, eq, inArray, isNull, sql } from 'drizzle-orm';
import { approvals, embargoes, holds, schedules, submissions } from '#db/schema/decisions.ts';
import { authors } from '#db/schema/people.ts';
import { bylines, publications, revisions, stories } from '#db/schema/stories.ts';
import type { Reader, Tx } from '#db/store.ts';
import type { Actor } from '#features/people/actor.ts';
import { type Facts, untouched } from '#features/stories/lifecycle.ts';
import type { StoryForPolicy } from '#features/stories/policy.ts';

export type StoryRow = typeof stories.$inferSelect;
export type RevisionRow = typeof revisions.$inferSelect;

/** A story with its newest revision and the facts that its state is derived from. */
export type Loaded = { story: StoryRow; head: RevisionRow; facts: Facts; policy: StoryForPolicy };

/**
 * The same for a command that will write: whoever else wants to change this story waits, so that
 * what was checked still holds when it is written. SQLite's writers queue anyway.
 */
export async function loadForChange(tx: Tx, storyId: string, actor: Actor): Promise<Loaded | null> {
  await tx
    .update(stories)
    .set({ version: sql`${stories.version}` })
    .where(eq(stories.id, storyId));
  return loadStory(tx, storyId, actor);
}

export async function loadStory(
  from: Reader,
  storyId: string,
  actor: Actor,
): Promise<Loaded | null> {
  const [story] = await from.select().from(stories).where(eq(stories.id, storyId));
  if (!story) return null;
  const [head] = await from
    .select()
    .from(revisions)
    .where(eq(revisions.storyId, storyId))
    .orderBy(desc(revisions.number))
    .limit(1);
  if (!head) throw new Error(`story ${storyId} has no revision`);
  const facts = (await factsOf(from, [{ storyId, headId: head.id }])).get(storyId);
  if (!facts) throw new Error(`story ${storyId} has no facts`);
  const own =
    actor.type === 'staff' &&
    (story.createdBy === actor.id || (await standsInByline(from, head.id, actor.id)));
  const policy = { sectionId: story.sectionId, own, isPublic: facts.live !== null };
  return { story, head, facts, policy };
}

async function standsInByline(
  from: Reader,
  revisionId: string,
  personId: string,
): Promise<boolean> {
  const rows = await from
    .select({ id: authors.id })
    .from(bylines)
    .innerJoin(authors, eq(authors.id, bylines.authorId))
    .where(and(eq(bylines.revisionId, revisionId), eq(authors.personId, personId)))
    .limit(1);
  return rows.length > 0;
}

/** A story's id with the id of its newest revision. */
export type Head = { storyId: string; headId: string };

/** The facts of several stories, in as many queries as of one. */
export async function factsOf(from: Reader, heads: readonly Head[]): Promise<Map<string, Facts>> {
  const ids = heads.map((head) => head.storyId);
  if (ids.length === 0) return new Map();
  const known = new Map(
    heads.map(({ storyId, headId }): [string, Facts] => [storyId, untouched(headId)]),
  );
  const add = <Row extends { storyId: string }>(
    rows: Row[],
    set: (facts: Facts, row: Row) => void,
  ) => {
    for (const row of rows) {
      const facts = known.get(row.storyId);
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
      facts.schedule = { act, at, revisionId };
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

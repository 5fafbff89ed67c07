import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm';
import { approvals, embargoes, holds, schedules, submissions } from '#db/schema/decisions.ts';
import { authors } from '#db/schema/people.ts';
import { bylines, publications, revisions, stories } from '#db/schema/stories.ts';
import type { Reader, Tx } from '#db/store.ts';
import type { Actor } from '#features/people/actor.ts';
import type { Facts } from '#features/stories/lifecycle.ts';
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
  const facts = await loadFacts(from, storyId, head.id);
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

export async function loadFacts(from: Reader, storyId: string, headId: string): Promise<Facts> {
  const [live] = await from
    .select({ revisionId: publications.revisionId })
    .from(publications)
    .where(eq(publications.openFor, storyId));
  const [last] = await from
    .select({ id: publications.id })
    .from(publications)
    .where(eq(publications.storyId, storyId))
    .limit(1);
  const [submission] = await from
    .select({ revisionId: submissions.revisionId })
    .from(submissions)
    .where(and(eq(submissions.storyId, storyId), isNull(submissions.closedAt)))
    .orderBy(desc(submissions.madeAt))
    .limit(1);
  const [approval] = await from
    .select({ revisionId: approvals.revisionId })
    .from(approvals)
    .where(and(eq(approvals.storyId, storyId), isNull(approvals.revokedAt)))
    .orderBy(desc(approvals.madeAt))
    .limit(1);
  const [schedule] = await from
    .select({ act: schedules.act, at: schedules.at, revisionId: schedules.revisionId })
    .from(schedules)
    .where(
      and(eq(schedules.storyId, storyId), isNull(schedules.doneAt), isNull(schedules.cancelledAt)),
    )
    .orderBy(asc(schedules.at))
    .limit(1);
  const [embargo] = await from
    .select({ until: embargoes.until })
    .from(embargoes)
    .where(and(eq(embargoes.storyId, storyId), isNull(embargoes.liftedAt)))
    .orderBy(desc(embargoes.until))
    .limit(1);
  const [hold] = await from
    .select({ reason: holds.reason })
    .from(holds)
    .where(and(eq(holds.storyId, storyId), isNull(holds.liftedAt)))
    .limit(1);
  return {
    headId,
    live: live ?? null,
    withdrawn: !live && last !== undefined,
    submission: submission ?? null,
    approval: approval ?? null,
    schedule: schedule ?? null,
    embargoUntil: embargo?.until ?? null,
    hold: hold ?? null,
  };
}

import { desc, eq, sql } from 'drizzle-orm';
import { prepared, preparedWrite, type The } from '#db/prepared.ts';
import { authors } from '#db/schema/people.ts';
import { bylines, revisions, stories } from '#db/schema/stories.ts';
import type { Reader, Tx } from '#db/store.ts';
import type { Actor } from '#features/people/actor.ts';
import { factsOf } from '#features/stories/internal/decided.ts';
import { relistAtEnd } from '#features/stories/internal/desk-list.ts';
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
  relistAtEnd(storyId);
  await keepOthersOut(tx, { storyId });
  return loadStory(tx, storyId, actor);
}

const keepOthersOut = preparedWrite((on, the: The<{ storyId: string }>) =>
  on
    .update(stories)
    .set({ version: sql`${stories.version}` })
    .where(eq(stories.id, the('storyId'))),
);

const byId = prepared((on, the: The<{ storyId: string }>) =>
  on
    .select()
    .from(stories)
    .where(eq(stories.id, the('storyId'))),
);

const newest = prepared((on, the: The<{ storyId: string }>) =>
  on
    .select()
    .from(revisions)
    .where(eq(revisions.storyId, the('storyId')))
    .orderBy(desc(revisions.number))
    .limit(1),
);

export async function loadStory(
  from: Reader,
  storyId: string,
  actor: Actor,
): Promise<Loaded | null> {
  const [story] = await byId(from, { storyId });
  if (!story) return null;
  const [head] = await newest(from, { storyId });
  if (!head) throw new Error(`story ${storyId} has no revision`);
  const facts = (await factsOf(from, [{ storyId, headId: head.id }])).get(storyId);
  if (!facts) throw new Error(`story ${storyId} has no facts`);
  const own =
    actor.type === 'staff' &&
    (story.createdBy === actor.id || (await standsInByline(from, head.id, actor.id)));
  const policy = { sectionId: story.sectionId, own, isPublic: facts.live !== null };
  return { story, head, facts, policy };
}

const signers = prepared((on, the: The<{ revisionId: string }>) =>
  on
    .select({ personId: authors.personId })
    .from(bylines)
    .innerJoin(authors, eq(authors.id, bylines.authorId))
    .where(eq(bylines.revisionId, the('revisionId'))),
);

/** Whose own a story is, for several people at once: who made it, and who stands in its byline. */
export async function mayBeOwn(
  from: Reader,
  { story, head }: Pick<Loaded, 'story' | 'head'>,
): Promise<(personId: string) => boolean> {
  const rows = await signers(from, { revisionId: head.id });
  const signed = new Set(rows.map((row) => row.personId));
  return (personId) => story.createdBy === personId || signed.has(personId);
}

async function standsInByline(
  from: Reader,
  revisionId: string,
  personId: string,
): Promise<boolean> {
  const people = await signers(from, { revisionId });
  return people.some((one) => one.personId === personId);
}

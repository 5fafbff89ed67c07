import { and, eq, inArray, max, or, type SQL } from 'drizzle-orm';
import { isAmong } from '#db/dialect.ts';
import { prepared, type The } from '#db/prepared.ts';
import { deskList } from '#db/schema/desk.ts';
import { authors } from '#db/schema/people.ts';
import { bylines, revisions } from '#db/schema/stories.ts';
import { type Reader, read } from '#db/store.ts';
import { type Actor, hasRole, type Role, type Staff } from '#features/people/actor.ts';
import type { StoryState } from '#features/stories/lifecycle.ts';

const READERS_OF_ALL: readonly Role[] = ['admin', 'editor', 'reporter'];
const WRITERS: readonly Role[] = [...READERS_OF_ALL, 'contributor'];

/**
 * Which stories stand in the desk's list of this person, as a condition on `deskList`: all, those of
 * some sections, the own ones, or (for who only moderates) those that readers see. Null: none at all.
 */
export function listed(actor: Actor): { where: SQL | undefined } | null {
  if (actor.type === 'visitor') return null;
  if (actor.type === 'system' || hasRole(actor, READERS_OF_ALL)) return { where: undefined };
  const sections = sectionsOf(actor, READERS_OF_ALL);
  const writes = hasRole(actor, WRITERS) ? null : sectionsOf(actor, WRITERS);
  const parts: (SQL | undefined)[] = [];
  if (sections.length > 0) parts.push(inArray(deskList.sectionId, sections));
  if (writes === null || writes.length > 0) {
    const own = ownStories(actor.id);
    parts.push(writes === null ? own : and(own, inArray(deskList.sectionId, writes)));
  }
  if (parts.length > 0) return { where: or(...parts) };
  if (!actor.grants.some((grant) => grant.role === 'moderator')) return null;
  return { where: inArray(deskList.state, ['live', 'live with changes'] satisfies StoryState[]) };
}

function sectionsOf(actor: Staff, roles: readonly Role[]): string[] {
  return actor.grants.flatMap(({ role, sectionId }) =>
    sectionId !== null && roles.includes(role) ? [sectionId] : [],
  );
}

/** The stories that a person made, or whose newest revision has them in its byline. */
function ownStories(personId: string): SQL | undefined {
  const theirs = read
    .select({ id: bylines.revisionId })
    .from(authors)
    .innerJoin(bylines, eq(bylines.authorId, authors.id))
    .where(eq(authors.personId, personId));
  return or(eq(deskList.createdBy, personId), inArray(deskList.headId, theirs));
}

export type HeadRow = {
  storyId: string;
  headId: string;
  headline: string;
  standfirst: string;
  createdBy: string | null;
};

const newestOf = prepared((on, the: The<{ ids: readonly string[] }>) => {
  const newest = on
    .select({ storyId: revisions.storyId, top: max(revisions.number).as('top') })
    .from(revisions)
    .where(isAmong(revisions.storyId, the('ids')))
    .groupBy(revisions.storyId)
    .as('newest');
  return on
    .select({
      storyId: revisions.storyId,
      headId: revisions.id,
      headline: revisions.headline,
      standfirst: revisions.standfirst,
      createdBy: revisions.createdBy,
    })
    .from(revisions)
    .innerJoin(
      newest,
      and(eq(newest.storyId, revisions.storyId), eq(newest.top, revisions.number)),
    );
});

/** The newest revision of each of these stories. */
export async function headsOf(from: Reader, ids: readonly string[]): Promise<Map<string, HeadRow>> {
  if (ids.length === 0) return new Map();
  const rows = await newestOf(from, { ids });
  return new Map(rows.map((row) => [row.storyId, row]));
}

const writersOf = prepared((on, the: The<{ revisionIds: readonly string[] }>) =>
  on
    .select({ revisionId: bylines.revisionId, name: authors.name })
    .from(bylines)
    .innerJoin(authors, eq(authors.id, bylines.authorId))
    .where(and(isAmong(bylines.revisionId, the('revisionIds')), eq(bylines.role, 'by')))
    .orderBy(bylines.revisionId, bylines.position),
);

/** The names in the bylines of these revisions, in their order. */
export async function namesIn(
  from: Reader,
  revisionIds: readonly string[],
): Promise<Map<string, string[]>> {
  const names = new Map<string, string[]>();
  if (revisionIds.length === 0) return names;
  const rows = await writersOf(from, { revisionIds });
  for (const { revisionId, name } of rows) {
    names.set(revisionId, [...(names.get(revisionId) ?? []), name]);
  }
  return names;
}

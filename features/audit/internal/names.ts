import { asc, eq, inArray } from 'drizzle-orm';
import { commentRevisions, comments } from '#db/schema/comments.ts';
import { authors, people } from '#db/schema/people.ts';
import { pictures, sections } from '#db/schema/site.ts';
import { revisions } from '#db/schema/stories.ts';
import type { Reader } from '#db/store.ts';
import { deskPeoplePath, deskPicturePath, deskSectionsPath, deskStoryPath } from '#lib/paths.ts';

type Named = { name: string; path: string | null };
type Names = ReadonlyMap<string, string>;

/** How the things of each noun are called now. One that is no more is not in the map. */
const NAMES: Record<string, (from: Reader, ids: string[]) => Promise<Names>> = {
  async story(from, ids) {
    const rows = await from
      .select({ id: revisions.storyId, name: revisions.headline })
      .from(revisions)
      .where(inArray(revisions.storyId, ids))
      .orderBy(asc(revisions.number));
    return mapOf(rows);
  },
  async comment(from, ids) {
    const rows = await from
      .select({ id: comments.id, name: commentRevisions.name })
      .from(comments)
      .innerJoin(commentRevisions, eq(commentRevisions.id, comments.latestRevisionId))
      .where(inArray(comments.id, ids));
    return mapOf(rows);
  },
  async picture(from, ids) {
    const rows = await from
      .select({ id: pictures.id, name: pictures.alt, caption: pictures.caption })
      .from(pictures)
      .where(inArray(pictures.id, ids));
    return mapOf(rows.map(({ id, name, caption }) => ({ id, name: name || caption })));
  },
  async person(from, ids) {
    const { id, name } = people;
    return mapOf(await from.select({ id, name }).from(people).where(inArray(id, ids)));
  },
  async author(from, ids) {
    const { id, name } = authors;
    return mapOf(await from.select({ id, name }).from(authors).where(inArray(id, ids)));
  },
  async section(from, ids) {
    const { id, name } = sections;
    return mapOf(await from.select({ id, name }).from(sections).where(inArray(id, ids)));
  },
};

function mapOf(rows: readonly { id: string; name: string }[]): Names {
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Where the desk shows a thing that is still there. */
const PATHS: Record<string, (id: string) => string> = {
  story: deskStoryPath,
  picture: deskPicturePath,
  person: () => deskPeoplePath(),
  section: () => deskSectionsPath(),
};

/** The names of these things, by noun and id. */
export async function namesOf(
  from: Reader,
  things: readonly { noun: string; thingId: string }[],
): Promise<(noun: string, id: string) => Named> {
  const known = new Map<string, Names>();
  for (const [noun, rows] of Map.groupBy(things, (thing) => thing.noun)) {
    const ask = NAMES[noun];
    const ids = [...new Set(rows.map((row) => row.thingId))];
    if (ask) known.set(noun, await ask(from, ids));
  }
  return (noun, id) => {
    const names = known.get(noun);
    const there = names?.has(id) ?? false;
    const name = names?.get(id) || (there ? `a ${noun} without a name` : `a ${noun} that is gone`);
    return { name, path: there ? (PATHS[noun]?.(id) ?? null) : null };
  };
}

/** The numbers of these revisions of stories, by id. */
export async function revisionNumbers(
  from: Reader,
  ids: readonly string[],
): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map();
  const rows = await from
    .select({ id: revisions.id, number: revisions.number })
    .from(revisions)
    .where(inArray(revisions.id, [...new Set(ids)]));
  return new Map(rows.map((row) => [row.id, row.number]));
}

import { and, asc, desc, eq, gt, max, sum } from 'drizzle-orm';
import { authors } from '#db/schema/people.ts';
import { live, liveCounts } from '#db/schema/readers.ts';
import { terms } from '#db/schema/site.ts';
import { type Reader, read } from '#db/store.ts';
import type { Place } from '#features/feeds/sitemap.ts';
import { authorPath, placePath, topicPath } from '#lib/paths.ts';

/** A sitemap may name 50,000 addresses; a few busy lists must not push a story out. */
const MOST_LISTS = 20_000;

export async function liveTotal(from: Reader = read): Promise<number> {
  const [row] = await from
    .select({ stories: sum(liveCounts.stories) })
    .from(liveCounts)
    .where(eq(liveCounts.kind, 'section'));
  return Number(row?.stories ?? 0);
}

/** The pages of the topics, places and authors that readers find something on. */
export async function listPlaces(): Promise<Place[]> {
  const about = await read
    .select({ kind: terms.kind, slug: terms.slug })
    .from(liveCounts)
    .innerJoin(terms, eq(terms.id, liveCounts.listId))
    .where(and(eq(liveCounts.kind, 'term'), gt(liveCounts.stories, 0)))
    .orderBy(desc(liveCounts.stories), asc(terms.id))
    .limit(MOST_LISTS);
  const people = await read
    .select({ handle: authors.handle })
    .from(liveCounts)
    .innerJoin(authors, eq(authors.id, liveCounts.listId))
    .where(and(eq(liveCounts.kind, 'author'), gt(liveCounts.stories, 0)))
    .orderBy(desc(liveCounts.stories), asc(authors.id))
    .limit(MOST_LISTS);
  const paths = [
    ...about.map(({ kind, slug }) => (kind === 'topic' ? topicPath(slug) : placePath(slug))),
    ...people.map(({ handle }) => authorPath(handle)),
  ];
  // What a list shows changes with each of its stories, also those that left it: no moment is true.
  return paths.map((path) => ({ path, changedAt: null }));
}

/** Live stories from the oldest on, so that what is in a part of the sitemap stays there. */
export async function storyPlaces(first: number, count: number): Promise<Place[]> {
  const rows = await stretch(first, count);
  return rows.map(({ path, publishedAt, updatedAt }) => ({
    path,
    changedAt: updatedAt ?? publishedAt,
  }));
}

/** When a story among these last came out or changed. */
export async function lastChange(first: number, count: number): Promise<Date | null> {
  const part = stretch(first, count).as('part');
  const [row] = await read
    .select({ published: max(part.publishedAt), updated: max(part.updatedAt) })
    .from(part);
  const moments = [row?.published, row?.updated].flatMap((at) => (at ? [at.getTime()] : []));
  return moments.length > 0 ? new Date(Math.max(...moments)) : null;
}

function stretch(first: number, count: number) {
  return read
    .select({ path: live.path, publishedAt: live.firstPublishedAt, updatedAt: live.updatedAt })
    .from(live)
    .orderBy(asc(live.firstPublishedAt), asc(live.storyId))
    .limit(count)
    .offset(first);
}

import { and, desc, eq, gt, inArray, sql } from 'drizzle-orm';
import { authors } from '#db/schema/people.ts';
import { live, liveCounts } from '#db/schema/readers.ts';
import { terms } from '#db/schema/site.ts';
import { revisions } from '#db/schema/stories.ts';
import { read } from '#db/store.ts';
import type { Rank } from '#features/search/internal/documents.ts';
import { finds } from '#features/search/internal/engine.ts';
import { holdsAll, snippetOf } from '#features/search/marks.ts';
import { type Phrase, parseQuery } from '#features/search/query.ts';
import type { FoundName, SearchPage, Segment } from '#features/search/views.ts';
import { bodyText } from '#features/stories/body.ts';
import { cardsById } from '#features/stories/queries.ts';
import { authorPath, placePath, topicPath } from '#lib/paths.ts';

const PAGE_SIZE = 24;
const MAX_PAGES = 20;
const MAX_HITS = PAGE_SIZE * MAX_PAGES;
const MAX_NAMES = 8;
/** Lists with fewer stories than the first so many are not looked at for their names. */
const KNOWN_NAMES = 5_000;

/** What counts more comes first. */
const RANKS: readonly Rank[] = ['headline', 'about', 'everything'];

/**
 * One numbered page of the live stories in which everything is found that was typed; null if there is
 * no such page. The headline counts most, then the standfirst and the names, then the text; among
 * equals the newest comes first. Of what is in very many stories, the newest few hundred are shown.
 */
export async function searchStories(typed: string, page: number): Promise<SearchPage | null> {
  if (!Number.isInteger(page) || page < 1 || page > MAX_PAGES) return null;
  const query = parseQuery(typed);
  if (query.length > 0) return found(query, page);
  return page === 1 ? { hits: [], page, pages: 1, total: 0, more: false } : null;
}

async function found(query: Phrase[], page: number): Promise<SearchPage | null> {
  const ids = new Set<string>();
  let more = false;
  for (const rank of RANKS) {
    const rows = await read
      .select({ id: sql<string>`finds.story_id` })
      .from(finds(query, rank, MAX_HITS + 1))
      .orderBy(sql`finds.at desc`, sql`finds.story_id desc`);
    for (const row of rows) ids.add(row.id);
    more = ids.size > MAX_HITS;
    if (more) break;
  }
  const all = [...ids].slice(0, MAX_HITS).map((id) => ({ id }));
  const pages = Math.max(1, Math.ceil(all.length / PAGE_SIZE));
  if (page > pages) return null;
  const onPage = all.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE);
  const snippets = await snippetsOf(
    onPage.map(({ id }) => id),
    query,
  );
  const cards = await cardsById(onPage);
  const hits = cards.map((card) => ({ ...card, snippet: snippets.get(card.id) ?? [] }));
  return { hits, page, pages, total: all.length, more };
}

async function snippetsOf(
  ids: readonly string[],
  query: readonly Phrase[],
): Promise<Map<string, Segment[]>> {
  if (ids.length === 0) return new Map();
  const rows = await read
    .select({ id: live.storyId, standfirst: revisions.standfirst, body: revisions.body })
    .from(live)
    .innerJoin(revisions, eq(revisions.id, live.revisionId))
    .where(inArray(live.storyId, [...ids]));
  return new Map(
    rows.map(({ id, standfirst, body }) => {
      const inBody = snippetOf(bodyText(body as { content: unknown[] }), query);
      const shown = inBody.some((segment) => segment.found) || !standfirst;
      return [id, shown ? inBody : snippetOf(standfirst, query)];
    }),
  );
}

/** Authors, topics and places of this name whose stories can be read, those with most first. */
export async function searchNames(typed: string): Promise<FoundName[]> {
  const query = parseQuery(typed);
  return query.length > 0 ? namesFor(query) : [];
}

async function namesFor(query: Phrase[]): Promise<FoundName[]> {
  const about = await read
    .select({ kind: terms.kind, slug: terms.slug, name: terms.name, stories: liveCounts.stories })
    .from(liveCounts)
    .innerJoin(terms, eq(terms.id, liveCounts.listId))
    .where(and(eq(liveCounts.kind, 'term'), gt(liveCounts.stories, 0)))
    .orderBy(desc(liveCounts.stories), desc(terms.id))
    .limit(KNOWN_NAMES);
  const people = await read
    .select({ slug: authors.handle, name: authors.name, stories: liveCounts.stories })
    .from(liveCounts)
    .innerJoin(authors, eq(authors.id, liveCounts.listId))
    .where(and(eq(liveCounts.kind, 'author'), gt(liveCounts.stories, 0)))
    .orderBy(desc(liveCounts.stories), desc(authors.id))
    .limit(KNOWN_NAMES);
  const known = [...people.map((one) => ({ ...one, kind: 'author' as const })), ...about];
  return known
    .filter(({ name }) => holdsAll(name, query))
    .sort((a, b) => b.stories - a.stories)
    .slice(0, MAX_NAMES)
    .map(({ slug, ...name }) => ({ ...name, path: pathOf(name.kind, slug) }));
}

function pathOf(kind: FoundName['kind'], slug: string): string {
  if (kind === 'author') return authorPath(slug);
  return kind === 'topic' ? topicPath(slug) : placePath(slug);
}

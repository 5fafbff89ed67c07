import { asc, eq, inArray } from 'drizzle-orm';
import { authors } from '#db/schema/people.ts';
import { live } from '#db/schema/readers.ts';
import { terms } from '#db/schema/site.ts';
import { bylines, revisions, revisionTerms } from '#db/schema/stories.ts';
import type { Reader } from '#db/store.ts';
import { foldText } from '#features/search/words.ts';
import { bodyText } from '#features/stories/body.ts';

export type Field = 'headline' | 'standfirst' | 'names' | 'body';

/** Where all of a query is found decides how high a story stands: each rank with its fields. */
export type Rank = 'headline' | 'about' | 'everything';
export const FIELDS: Record<Rank, readonly Field[]> = {
  headline: ['headline'],
  about: ['headline', 'standfirst', 'names'],
  everything: ['headline', 'standfirst', 'names', 'body'],
};

/** A live story as the index takes it in: folded words, a text a field. */
export type Document = { storyId: string; publishedAt: Date } & Record<Field, string>;

/** What the live ones among these stories say now. One that is not live is left out. */
export async function documentsOf(from: Reader, storyIds: readonly string[]): Promise<Document[]> {
  if (storyIds.length === 0) return [];
  const rows = await from
    .select({
      storyId: live.storyId,
      revisionId: live.revisionId,
      publishedAt: live.firstPublishedAt,
      shown: live.headline,
      headline: revisions.headline,
      standfirst: revisions.standfirst,
      dateline: revisions.datelinePlace,
      body: revisions.body,
    })
    .from(live)
    .innerJoin(revisions, eq(revisions.id, live.revisionId))
    .where(inArray(live.storyId, [...storyIds]));
  const names = await namesIn(
    from,
    rows.map((row) => row.revisionId),
  );
  return rows.map((row) => ({
    storyId: row.storyId,
    publishedAt: row.publishedAt,
    headline: foldText(row.shown === row.headline ? row.headline : `${row.headline} ${row.shown}`),
    standfirst: foldText(row.standfirst),
    names: foldText([row.dateline, ...(names.get(row.revisionId) ?? [])].join(' ')),
    body: foldText(bodyText(row.body as { content: unknown[] })),
  }));
}

/** Whom and what each revision names: the people of its byline, its topics and its places. */
async function namesIn(
  from: Reader,
  revisionIds: readonly string[],
): Promise<Map<string, string[]>> {
  const names = new Map<string, string[]>();
  if (revisionIds.length === 0) return names;
  const people = await from
    .select({ revisionId: bylines.revisionId, name: authors.name })
    .from(bylines)
    .innerJoin(authors, eq(authors.id, bylines.authorId))
    .where(inArray(bylines.revisionId, [...revisionIds]))
    .orderBy(asc(bylines.position));
  const about = await from
    .select({ revisionId: revisionTerms.revisionId, name: terms.name })
    .from(revisionTerms)
    .innerJoin(terms, eq(terms.id, revisionTerms.termId))
    .where(inArray(revisionTerms.revisionId, [...revisionIds]))
    .orderBy(asc(revisionTerms.position));
  for (const { revisionId, name } of [...people, ...about]) {
    const known = names.get(revisionId);
    if (known) known.push(name);
    else names.set(revisionId, [name]);
  }
  return names;
}

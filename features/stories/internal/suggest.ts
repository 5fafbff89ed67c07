import { and, asc, desc, eq, isNull, or } from 'drizzle-orm';
import { containsFolded, containsText } from '#db/dialect.ts';
import { live } from '#db/schema/readers.ts';
import { termAliases, terms } from '#db/schema/site.ts';
import type { Reader } from '#db/store.ts';
import { foldTerm } from '#features/stories/internal/terms.ts';
import { slugify } from '#lib/paths.ts';

const MOST = 8;

/** Stories that readers have, by words of their headline or of their address, the newest first. */
export async function liveStoriesLike(
  from: Reader,
  words: string,
): Promise<{ path: string; headline: string; publishedAt: Date }[]> {
  const slug = slugify(words);
  return from
    .select({ path: live.path, headline: live.headline, publishedAt: live.firstPublishedAt })
    .from(live)
    .where(or(containsText(live.headline, words), slug ? containsText(live.path, slug) : undefined))
    .orderBy(desc(live.firstPublishedAt))
    .limit(MOST);
}

/** The names of topics or places of which some name, also an older one, has these letters in it. */
export async function termNamesLike(
  from: Reader,
  kind: 'topic' | 'place',
  letters: string,
): Promise<string[]> {
  const folded = foldTerm(letters);
  const rows = await from
    .selectDistinct({ name: terms.name, folded: termAliases.folded })
    .from(termAliases)
    .innerJoin(terms, eq(terms.id, termAliases.termId))
    .where(
      and(
        eq(termAliases.kind, kind),
        isNull(terms.mergedIntoId),
        containsFolded(termAliases.folded, folded),
      ),
    )
    .orderBy(asc(termAliases.folded))
    .limit(MOST * 5);
  const begins = (row: { folded: string }) => (row.folded.startsWith(folded) ? 0 : 1);
  const sorted = rows.toSorted((a, b) => begins(a) - begins(b));
  return [...new Set(sorted.map((row) => row.name))].slice(0, MOST);
}

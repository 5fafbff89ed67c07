import { type SQL, sql } from 'drizzle-orm';
import type { Tx } from '#db/store.ts';
import { type Document, FIELDS, type Rank } from '#features/search/internal/documents.ts';
import type { Phrase } from '#features/search/query.ts';

/** A phrase does not reach from one field into the next. */
const GAP = 8;
/** PostgreSQL counts places up to here and keeps this many of a word: ample for stories. */
const LAST_PLACE = 16_383;
const MAX_PLACES = 256;

/**
 * A column a rank, each with its own index: were they told apart by weights, PostgreSQL would guess
 * how many headlines have a word from how many texts do, and walk through all of them.
 */
const COLUMN: Record<Rank, SQL> = {
  headline: sql.raw('story_search.headline'),
  about: sql.raw('story_search.about'),
  everything: sql.raw('story_search.everything'),
};

export async function put(tx: Tx, documents: readonly Document[]): Promise<void> {
  if (documents.length === 0) return;
  const rows = documents.map((one) => {
    const [headline, about, everything] = [
      vector(one, 'headline'),
      vector(one, 'about'),
      vector(one, 'everything'),
    ];
    return sql`(${one.storyId}, ${headline}::tsvector, ${about}::tsvector, ${everything}::tsvector)`;
  });
  await tx.run(sql`
    insert into story_search (story_id, headline, about, everything)
    values ${sql.join(rows, sql`, `)}
    on conflict (story_id) do update set
      headline = excluded.headline, about = excluded.about, everything = excluded.everything`);
}

const ROWS_A_STATEMENT = 200;

/** As `put`, for stories that were never in the index: as many as there are. */
export async function putNew(tx: Tx, documents: readonly Document[]): Promise<void> {
  for (let n = 0; n < documents.length; n += ROWS_A_STATEMENT) {
    await put(tx, documents.slice(n, n + ROWS_A_STATEMENT));
  }
}

export async function drop(tx: Tx, storyId: string): Promise<void> {
  await tx.run(sql`delete from story_search where story_id = ${storyId}`);
}

export async function empty(tx: Tx): Promise<void> {
  await tx.run(sql`delete from story_search`);
}

/** After very many: what waits to be sorted into the indexes is sorted in, and counted. */
export async function settle(tx: Tx): Promise<void> {
  for (const index of ['headline', 'about', 'everything']) {
    await tx.run(sql`select gin_clean_pending_list(${`story_search_${index}`})`);
  }
  await tx.run(sql`analyze story_search`);
}

/** A row that is out of the index is out of it: nothing is left to do. */
export async function scrubStep(_tx: Tx, _first: boolean): Promise<boolean> {
  return false;
}

/** The newest live stories in which every phrase is found, as a table to read from. */
export function finds(query: readonly Phrase[], rank: Rank, limit: number): SQL {
  return sql`(
    select live.story_id as story_id, live.first_published_at as at
    from story_search
    join live on live.story_id = story_search.story_id
    where ${COLUMN[rank]} @@ ${expression(query)}::tsquery
    order by live.first_published_at desc, live.story_id desc
    limit ${limit}
  ) as finds`;
}

/** A tsvector as text. Words are made of letters and digits alone, so their quotes hold. */
function vector(document: Document, rank: Rank): string {
  const places = new Map<string, number[]>();
  let place = 0;
  for (const field of FIELDS[rank]) {
    for (const word of document[field].split(' ')) {
      place = Math.min(place + 1, LAST_PLACE);
      if (!word) continue;
      const known = places.get(word);
      if (!known) places.set(word, [place]);
      else if (known.length < MAX_PLACES && known.at(-1) !== place) known.push(place);
    }
    place += GAP;
  }
  return [...places].map(([word, at]) => `'${word}':${at.join(',')}`).join(' ');
}

function expression(query: readonly Phrase[]): string {
  return query
    .map(
      ({ words, open }) => `(${words.map((word) => `'${word}'`).join(' <-> ')}${open ? ':*' : ''})`,
    )
    .join(' & ');
}

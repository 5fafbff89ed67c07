import { type SQL, sql } from 'drizzle-orm';
import type { Tx } from '#db/store.ts';
import { type Document, FIELDS, type Field } from '#features/search/internal/documents.ts';
import type { Phrase } from '#features/search/query.ts';

/** PostgreSQL tells fields apart by a letter at each place of a word. */
const LETTER = { headline: 'A', standfirst: 'B', names: 'C', body: 'D' } as const;
/** A phrase does not reach from one field into the next. */
const GAP = 8;
/** PostgreSQL counts places up to here and keeps this many of a word: ample for stories. */
const LAST_PLACE = 16_383;
const MAX_PLACES = 256;

export async function put(tx: Tx, documents: readonly Document[]): Promise<void> {
  if (documents.length === 0) return;
  const rows = documents.map((one) => sql`(${one.storyId}, ${vector(one)}::tsvector)`);
  await tx.run(sql`
    insert into story_search (story_id, document) values ${sql.join(rows, sql`, `)}
    on conflict (story_id) do update set document = excluded.document`);
}

export async function drop(tx: Tx, storyId: string): Promise<void> {
  await tx.run(sql`delete from story_search where story_id = ${storyId}`);
}

export async function empty(tx: Tx): Promise<void> {
  await tx.run(sql`delete from story_search`);
}

/** The newest live stories in whose fields every phrase is found, as a table to read from. */
export function finds(query: readonly Phrase[], fields: readonly Field[], limit: number): SQL {
  return sql`(
    select live.story_id as story_id, live.first_published_at as at
    from story_search
    join live on live.story_id = story_search.story_id
    where story_search.document @@ ${expression(query, fields)}::tsquery
    order by live.first_published_at desc, live.story_id desc
    limit ${limit}
  ) as finds`;
}

/** A tsvector as text. Words are made of letters and digits alone, so their quotes hold. */
function vector(document: Document): string {
  const places = new Map<string, string[]>();
  let place = 0;
  for (const field of FIELDS) {
    for (const word of document[field].split(' ')) {
      place += 1;
      if (!word) continue;
      const known = places.get(word);
      if (!known) places.set(word, [`${Math.min(place, LAST_PLACE)}${LETTER[field]}`]);
      else if (known.length < MAX_PLACES && place <= LAST_PLACE) {
        known.push(`${place}${LETTER[field]}`);
      }
    }
    place += GAP;
  }
  return [...places].map(([word, at]) => `'${word}':${at.join(',')}`).join(' ');
}

function expression(query: readonly Phrase[], fields: readonly Field[]): string {
  const letters =
    fields.length === FIELDS.length ? '' : fields.map((field) => LETTER[field]).join('');
  return query
    .map(({ words, open }) =>
      words
        .map((word, at) => {
          const star = open && at === words.length - 1 ? '*' : '';
          const rest = `${star}${letters}`;
          return rest ? `'${word}':${rest}` : `'${word}'`;
        })
        .join(' <-> '),
    )
    .map((phrase) => `(${phrase})`)
    .join(' & ');
}

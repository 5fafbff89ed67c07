import { type SQL, sql } from 'drizzle-orm';
import type { Tx } from '#db/store.ts';
import { type Document, FIELDS, type Rank } from '#features/search/internal/documents.ts';
import type { Phrase } from '#features/search/query.ts';

/**
 * FTS5 keeps no text of its own here, only the words. Its row numbers rise with the hour of
 * publication, so that it can hand out the newest finds without looking at the others.
 */
const ROWS_A_MS = 1_048_576;
const ROWS_A_MILLISECOND = sql.raw(String(ROWS_A_MS));

export async function put(tx: Tx, documents: readonly Document[]): Promise<void> {
  for (const one of documents) {
    await tx.run(sql`
      delete from story_search
      where rowid = (select id from story_search_rows where story_id = ${one.storyId})`);
    await tx.run(sql`
      insert into story_search_rows (id, story_id)
      select coalesce((select max(id) + 1 from story_search_rows where id >= first and id < beyond), first),
        ${one.storyId}
      from (
        select ms * ${ROWS_A_MILLISECOND} as first, (ms + 1) * ${ROWS_A_MILLISECOND} as beyond
        from (select cast(${one.publishedAt.getTime()} as integer) as ms)
      )
      where true
      on conflict (story_id) do nothing`);
    await tx.run(sql`
      insert into story_search (rowid, headline, standfirst, names, body)
      select id, ${one.headline}, ${one.standfirst}, ${one.names}, ${one.body}
      from story_search_rows where story_id = ${one.storyId}`);
  }
}

/** Whether FTS5 merges what it has as it goes, and how many bytes it gathers before it writes. */
const CALM = { automerge: 4, hashsize: 1_048_576 };
const IN_BULK = { automerge: 0, hashsize: 134_217_728 };

async function configure(tx: Tx, settings: typeof CALM): Promise<void> {
  for (const [name, value] of Object.entries(settings)) {
    await tx.run(sql`
      insert into story_search (story_search, rank) values (${name}, cast(${value} as integer))`);
  }
}

/** As `put`, for very many stories that were never in the index: a third of the work. */
export async function putNew(tx: Tx, documents: readonly Document[]): Promise<void> {
  await configure(tx, IN_BULK);
  const inOrder = documents.toSorted((a, b) => a.publishedAt.getTime() - b.publishedAt.getTime());
  const taken = await momentsTaken(tx, inOrder);
  const alone = inOrder.filter((one) => !taken.has(one.publishedAt.getTime()));
  // A row a statement: one of several rows could fail halfway, so FTS5 writes all that it has
  // gathered to the disk before it, and must merge these crumbs later.
  const addRow = tx.prepare('insert into story_search_rows (id, story_id) values (?, ?)');
  const addWords = tx.prepare(
    'insert into story_search (rowid, headline, standfirst, names, body) values (?, ?, ?, ?, ?)',
  );
  for (const [n, one] of alone.entries()) {
    const ms = one.publishedAt.getTime();
    let place = 0;
    while (alone[n - place - 1]?.publishedAt.getTime() === ms) place += 1;
    const id = BigInt(ms) * BigInt(ROWS_A_MS) + BigInt(place);
    await addRow([id, one.storyId]);
    await addWords([id, one.headline, one.standfirst, one.names, one.body]);
  }
  await put(
    tx,
    inOrder.filter((one) => taken.has(one.publishedAt.getTime())),
  );
  await configure(tx, CALM);
}

/** The moments of these stories at which the index has stories already. */
async function momentsTaken(tx: Tx, inOrder: readonly Document[]): Promise<Set<number>> {
  const [first, last] = [inOrder[0], inOrder.at(-1)];
  if (!first || !last) return new Set();
  const ms = sql<number>`rows.id / ${ROWS_A_MILLISECOND}`;
  const rows = await tx
    .selectDistinct({ ms })
    .from(sql`story_search_rows as rows`)
    .where(
      sql`rows.id between cast(${first.publishedAt.getTime()} as integer) * ${ROWS_A_MILLISECOND}
        and (cast(${last.publishedAt.getTime()} as integer) + 1) * ${ROWS_A_MILLISECOND}`,
    );
  return new Set(rows.map((row) => row.ms));
}

export async function drop(tx: Tx, storyId: string): Promise<void> {
  await tx.run(sql`
    delete from story_search
    where rowid = (select id from story_search_rows where story_id = ${storyId})`);
  await tx.run(sql`delete from story_search_rows where story_id = ${storyId}`);
}

export async function empty(tx: Tx): Promise<void> {
  await tx.run(sql`insert into story_search (story_search) values ('delete-all')`);
  await tx.run(sql`delete from story_search_rows`);
}

/** After very many. FTS5 merges what it wrote as it goes, so there is nothing left to do. */
export async function settle(): Promise<void> {}

/** Pages that one step merges, so that others get their turns in between. */
const PAGES_A_STEP = 500;

/**
 * One step of merging everything that FTS5 has into one: words of stories that are out of the index lie
 * in it until then. True while there is more to do.
 */
export async function scrubStep(tx: Tx, first: boolean): Promise<boolean> {
  const before = await changes(tx);
  const pages = first ? -PAGES_A_STEP : PAGES_A_STEP;
  await tx.run(sql`
    insert into story_search (story_search, rank) values ('merge', cast(${pages} as integer))`);
  // https://sqlite.org/fts5.html#the_merge_command: less than two changes, and nothing was done.
  return (await changes(tx)) - before >= 2;
}

async function changes(tx: Tx): Promise<number> {
  const [row] = await tx.select({ n: sql<number>`total_changes()` }).from(sql`(select 1)`);
  return row?.n ?? 0;
}

/** The newest live stories in which every phrase is found, as a table to read from. */
export function finds(query: readonly Phrase[], rank: Rank, limit: number): SQL {
  return sql`(
    select rows.story_id as story_id, live.first_published_at as at
    from story_search
    cross join story_search_rows as rows on rows.id = story_search.rowid
    cross join live on live.story_id = rows.story_id
    where story_search match ${expression(query, rank)}
    order by story_search.rowid desc
    limit ${limit}
  ) as finds`;
}

/** Every word stands in quotation marks, and is made of letters and digits alone. */
function expression(query: readonly Phrase[], rank: Rank): string {
  const phrases = query.map(({ words, open }) => `"${words.join(' ')}"${open ? ' *' : ''}`);
  return `{${FIELDS[rank].join(' ')}} : (${phrases.join(' AND ')})`;
}

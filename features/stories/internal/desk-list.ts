import { and, asc, count, desc, eq, gte, inArray, isNotNull, lt, type SQL } from 'drizzle-orm';
import { containsFolded } from '#db/dialect.ts';
import { deskList } from '#db/schema/desk.ts';
import { bylines, stories } from '#db/schema/stories.ts';
import { read, store, type Tx } from '#db/store.ts';
import { deskListRow, type Filter, foldForList, type Moment } from '#features/stories/finding.ts';
import { factsOf } from '#features/stories/internal/decided.ts';
import { headsOf, namesIn } from '#features/stories/internal/desk-rows.ts';
import { nextAct, type StoryState, stateOf } from '#features/stories/lifecycle.ts';
import { dayAfter, startOfDay } from '#lib/dates.ts';

const COLUMN = {
  changed: deskList.changedAt,
  published: deskList.publishedAt,
  due: deskList.dueAt,
} satisfies Record<Moment, unknown>;

/** Makes the story's row anew when the transaction is about to commit, whatever it changes until then. */
export function relistAtEnd(storyId: string): void {
  store().beforeCommit((tx) => relist(tx, [storyId]), `desk list ${storyId}`);
}

/** Makes the rows of these stories say what is true of them now. */
export async function relist(tx: Tx, storyIds: readonly string[]): Promise<void> {
  if (storyIds.length === 0) return;
  const ids = [...storyIds];
  const rows = await tx.select().from(stories).where(inArray(stories.id, ids));
  const heads = await headsOf(tx, ids);
  const facts = await factsOf(tx, [...heads.values()]);
  const names = await namesIn(
    tx,
    [...heads.values()].map(({ headId }) => headId),
  );
  const listed = rows.flatMap((story) => {
    const head = heads.get(story.id);
    const known = facts.get(story.id);
    if (!head || !known) return [];
    return deskListRow({
      story,
      head: { id: head.headId, headline: head.headline, standfirst: head.standfirst },
      state: stateOf(known),
      dueAt: nextAct(known)?.at ?? null,
      names: names.get(head.headId) ?? [],
    });
  });
  await tx.delete(deskList).where(inArray(deskList.storyId, ids));
  if (listed.length > 0) await tx.insert(deskList).values(listed);
}

/** The conditions of a filter, which are asked of `deskList` alone. */
export function narrowed(filter: Filter, timeZone: string): SQL | undefined {
  const { q, state, section, author, kind, by = 'changed', from, until } = filter;
  const moment = COLUMN[by];
  const start = from ? startOfDay(from, timeZone) : null;
  const end = until ? startOfDay(dayAfter(until), timeZone) : null;
  return and(
    q ? hasWords(q) : undefined,
    state ? eq(deskList.state, state) : undefined,
    section ? eq(deskList.sectionId, section) : undefined,
    kind ? eq(deskList.kind, kind) : undefined,
    author ? inArray(deskList.headId, signedBy(author)) : undefined,
    by === 'changed' ? undefined : isNotNull(moment),
    start ? gte(moment, start) : undefined,
    end ? lt(moment, end) : undefined,
  );
}

/** Every word somewhere in what the list knows of a story; without a word, nothing is asked. */
export function hasWords(typed: string): SQL | undefined {
  const words = typed.split(/\s+/).filter(Boolean);
  return and(...words.map((word) => containsFolded(deskList.found, foldForList(word))));
}

/** The revisions in whose byline an author stands. */
function signedBy(authorId: string) {
  return read
    .select({ id: bylines.revisionId })
    .from(bylines)
    .where(eq(bylines.authorId, authorId));
}

/** The ids of one stretch of the list, in its order. */
export async function listedIds(
  where: SQL | undefined,
  { by = 'changed', order }: Filter,
  { limit, offset }: { limit: number; offset: number },
): Promise<string[]> {
  const way = order === 'oldest' ? asc : desc;
  const rows = await read
    .select({ id: deskList.storyId })
    .from(deskList)
    .where(where)
    .orderBy(way(COLUMN[by]), way(deskList.storyId))
    .limit(limit)
    .offset(offset);
  return rows.map(({ id }) => id);
}

/** How many stories of the list are in which state. */
export async function stateCounts(where: SQL | undefined): Promise<Map<StoryState, number>> {
  const rows = await read
    .select({ state: deskList.state, stories: count() })
    .from(deskList)
    .where(where)
    .groupBy(deskList.state);
  return new Map(rows.map(({ state, stories: n }) => [state as StoryState, n]));
}

import { eq, sql } from 'drizzle-orm';
import { type CardPicture, live, liveCounts, liveLists } from '#db/schema/readers.ts';
import { sections } from '#db/schema/site.ts';
import type { Reader, Tx } from '#db/store.ts';
import { pictureViews } from '#features/media/queries.ts';
import { cardOf } from '#features/media/views.ts';
import { authorListTag } from '#features/people/tags.ts';
import { termRows } from '#features/stories/internal/content.ts';
import type { RevisionRow, StoryRow } from '#features/stories/internal/facts.ts';
import { bylineRows } from '#features/stories/internal/revise.ts';
import { type List, listRows, listsOf, liveRow } from '#features/stories/standing.ts';
import { liveTag, sectionListTag, storyTag, termTag } from '#features/stories/tags.ts';
import { storyPath } from '#lib/paths.ts';

/** The picture of a card. */
export async function cardPicture(
  from: Reader,
  revision: RevisionRow,
): Promise<CardPicture | null> {
  if (!revision.pictureId) return null;
  const picture = (await pictureViews(from, [revision.pictureId])).get(revision.pictureId);
  return picture ? cardOf(picture, revision.pictureAlt) : null;
}

/**
 * Makes a story's row in `live` and its places in the lists say what `revision` says. Called with the
 * publication that opened; returns the tags of everything that looks different now.
 */
export async function putLive(tx: Tx, story: StoryRow, revision: RevisionRow): Promise<string[]> {
  if (!story.firstPublishedAt) throw new Error('a live story has been published once');
  const before = await removeLive(tx, story.id);
  const [section] = await tx
    .select({ slug: sections.slug, name: sections.name })
    .from(sections)
    .where(eq(sections.id, story.sectionId));
  if (!section) throw new Error(`no section ${story.sectionId}`);
  const shown = {
    story,
    firstPublishedAt: story.firstPublishedAt,
    revision,
    section,
    path: storyPath(section.slug, story.slug),
    people: await bylineRows(tx, revision.id),
    terms: await termRows(tx, revision.id),
    picture: await cardPicture(tx, revision),
  };
  await tx.insert(live).values(liveRow(shown));
  const inLists = listRows(shown);
  if (inLists.length > 0) await tx.insert(liveLists).values(inLists);
  const lists = listsOf(shown);
  await recount(tx, before, lists);
  return [storyTag(story.id), liveTag(), ...[...before, ...lists].map(listTag)];
}

/** Takes a story out of everything that readers see; returns the tags of what looks different. */
export async function takeLive(tx: Tx, storyId: string): Promise<string[]> {
  const before = await removeLive(tx, storyId);
  if (before.length === 0) return [];
  await recount(tx, before, []);
  return [storyTag(storyId), liveTag(), ...before.map(listTag)];
}

/** Deletes the rows of a story; returns the lists that it stood in. */
async function removeLive(tx: Tx, storyId: string): Promise<List[]> {
  const [row] = await tx.delete(live).where(eq(live.storyId, storyId)).returning();
  if (!row) return [];
  const places = await tx.delete(liveLists).where(eq(liveLists.storyId, storyId)).returning();
  return [
    { kind: 'section', listId: row.sectionId },
    ...places.map(({ kind, listId }): List => ({ kind, listId })),
  ];
}

function listTag({ kind, listId }: List): string {
  if (kind === 'section') return sectionListTag(listId);
  return kind === 'term' ? termTag(listId) : authorListTag(listId);
}

/**
 * Corrects the counts of the lists that a story left and entered, always in one order, so that two
 * stories that share lists never wait for each other in a circle.
 */
async function recount(tx: Tx, before: List[], after: List[]): Promise<void> {
  const changes = new Map<string, List & { change: number }>();
  const add = (lists: List[], by: number) => {
    for (const { kind, listId } of lists) {
      const key = `${kind} ${listId}`;
      const known = changes.get(key)?.change ?? 0;
      changes.set(key, { kind, listId, change: known + by });
    }
  };
  add(before, -1);
  add(after, 1);
  const inOrder = [...changes].sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [, { kind, listId, change }] of inOrder) {
    if (change === 0) continue;
    await tx
      .insert(liveCounts)
      .values({ kind, listId, stories: change })
      .onConflictDoUpdate({
        target: [liveCounts.kind, liveCounts.listId],
        set: { stories: sql`${liveCounts.stories} + ${change}` },
      });
  }
}

import { and, eq, sql } from 'drizzle-orm';
import { type CardPicture, live, liveCounts, liveLists } from '#db/schema/readers.ts';
import { pictures, sections } from '#db/schema/site.ts';
import type { Reader, Tx } from '#db/store.ts';
import { authorTag } from '#features/people/tags.ts';
import { termRows } from '#features/stories/internal/content.ts';
import type { RevisionRow, StoryRow } from '#features/stories/internal/facts.ts';
import { bylineRows } from '#features/stories/internal/revise.ts';
import { liveTag, sectionListTag, storyTag, termTag } from '#features/stories/tags.ts';
import { storyPath } from '#lib/paths.ts';

type List = { kind: 'section' | 'term' | 'author'; listId: string };

export type LiveRow = typeof live.$inferSelect;

/** "A, B and C" in the language of the story: those who wrote it, not those who helped. */
export function bylineText(people: { name: string; role: string }[], language: string): string {
  const names = people.filter((one) => one.role === 'by').map((one) => one.name);
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(names);
}

async function cardPicture(from: Reader, revision: RevisionRow): Promise<CardPicture | null> {
  if (!revision.pictureId) return null;
  const [row] = await from
    .select({
      id: pictures.id,
      width: pictures.width,
      height: pictures.height,
      placeholder: pictures.placeholder,
      alt: pictures.alt,
    })
    .from(pictures)
    .where(eq(pictures.id, revision.pictureId));
  return row ? { ...row, alt: revision.pictureAlt || row.alt } : null;
}

/**
 * Makes a story's row in `live` and its places in the lists say what `revision` says. Called with the
 * publication that opened; returns the tags of everything that looks different now.
 */
export async function putLive(tx: Tx, story: StoryRow, revision: RevisionRow): Promise<string[]> {
  if (!story.firstPublishedAt) throw new Error('a live story has been published once');
  const touched = await takeLive(tx, story.id);
  const [section] = await tx
    .select({ slug: sections.slug, name: sections.name })
    .from(sections)
    .where(eq(sections.id, story.sectionId));
  if (!section) throw new Error(`no section ${story.sectionId}`);
  const people = await bylineRows(tx, revision.id);
  const named = await termRows(tx, revision.id);
  const topic = named.find((term) => term.kind === 'topic');
  await tx.insert(live).values({
    storyId: story.id,
    revisionId: revision.id,
    sectionId: story.sectionId,
    path: storyPath(section.slug, story.slug),
    kind: story.kind,
    language: story.language,
    translationGroupId: story.translationGroupId,
    headline: revision.shortHeadline || revision.headline,
    standfirst: revision.standfirst,
    kicker: topic?.name ?? section.name,
    byline: bylineText(people, story.language),
    picture: await cardPicture(tx, revision),
    firstPublishedAt: story.firstPublishedAt,
    updatedAt: story.updatedAt,
  });
  const lists: List[] = [
    { kind: 'section', listId: story.sectionId },
    ...named.map((term): List => ({ kind: 'term', listId: term.id })),
    ...[...new Set(people.map((one) => one.authorId))].map(
      (listId): List => ({ kind: 'author', listId }),
    ),
  ];
  for (const [position, list] of lists.entries()) {
    await count(tx, list, 1);
    if (list.kind === 'section') continue;
    await tx.insert(liveLists).values({
      kind: list.kind,
      listId: list.listId,
      storyId: story.id,
      position,
      firstPublishedAt: story.firstPublishedAt,
    });
  }
  return [...touched, storyTag(story.id), liveTag(), ...lists.map(listTag)];
}

/** Takes a story out of everything that readers see; returns the tags of what looks different. */
export async function takeLive(tx: Tx, storyId: string): Promise<string[]> {
  const [row] = await tx.delete(live).where(eq(live.storyId, storyId)).returning();
  if (!row) return [];
  const places = await tx.delete(liveLists).where(eq(liveLists.storyId, storyId)).returning();
  const lists: List[] = [{ kind: 'section', listId: row.sectionId }, ...places];
  for (const list of lists) await count(tx, list, -1);
  return [storyTag(storyId), liveTag(), ...lists.map(listTag)];
}

function listTag({ kind, listId }: List): string {
  if (kind === 'section') return sectionListTag(listId);
  return kind === 'term' ? termTag(listId) : authorTag(listId);
}

async function count(tx: Tx, { kind, listId }: List, change: 1 | -1): Promise<void> {
  const changed = await tx
    .update(liveCounts)
    .set({ stories: sql`${liveCounts.stories} + ${change}` })
    .where(and(eq(liveCounts.kind, kind), eq(liveCounts.listId, listId)))
    .returning({ stories: liveCounts.stories });
  if (changed.length > 0 || change < 0) return;
  await tx
    .insert(liveCounts)
    .values({ kind, listId, stories: 1 })
    .onConflictDoUpdate({
      target: [liveCounts.kind, liveCounts.listId],
      set: { stories: sql`${liveCounts.stories} + 1` },
    });
}

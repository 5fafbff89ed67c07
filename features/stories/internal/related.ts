import { and, desc, eq } from 'drizzle-orm';
import { isAmong } from '#db/dialect.ts';
import { prepared, type The } from '#db/prepared.ts';
import { live, liveLists } from '#db/schema/readers.ts';
import { read } from '#db/store.ts';
import { cardColumns, toCard } from '#features/stories/internal/cards.ts';
import { sectionListTag, storyTag, termTag } from '#features/stories/tags.ts';
import type { Card } from '#features/stories/views.ts';
import { keepUntilTouched } from '#lib/cache.ts';

const groupOf = prepared((on, the: The<{ storyId: string }>) =>
  on
    .select({ group: live.translationGroupId })
    .from(live)
    .where(eq(live.storyId, the('storyId'))),
);

const newestAbout = prepared((on, the: The<{ termId: string }>) =>
  on
    .select({ id: liveLists.storyId })
    .from(liveLists)
    .where(and(eq(liveLists.kind, 'term'), eq(liveLists.listId, the('termId'))))
    .orderBy(desc(liveLists.firstPublishedAt), desc(liveLists.storyId))
    .limit(RELATED_CANDIDATES),
);

const cardsInLanguage = prepared((on, the: The<{ ids: readonly string[]; language: string }>) =>
  on
    .select(cardColumns)
    .from(live)
    .where(and(isAmong(live.storyId, the('ids')), eq(live.language, the('language')))),
);

type InSection = { sectionId: string; language: string; limit: number };

const newestInLanguage = prepared((on, the: The<InSection>) =>
  on
    .select(cardColumns)
    .from(live)
    .where(and(eq(live.sectionId, the('sectionId')), eq(live.language, the('language'))))
    .orderBy(desc(live.firstPublishedAt), desc(live.storyId))
    .limit(the('limit')),
);

export type Related = { id: string; sectionId: string; termIds: string[]; language: string };

/** How many of a topic's newest stories are looked at for "You may also like". */
const RELATED_CANDIDATES = 40;

/**
 * "You may also like": stories that share most topics and places, newest first, then the section's
 * newest. Never the story itself, never one in another language's group of the same story.
 */
export async function relatedTo(story: Related, limit: number): Promise<Card[]> {
  const shared = new Map<string, number>();
  const [own] = await groupOf(read, { storyId: story.id });
  for (const termId of story.termIds) {
    for (const { id } of await newestAbout(read, { termId }))
      shared.set(id, (shared.get(id) ?? 0) + 1);
  }
  const fits = (row: { id: string; group: string }) =>
    row.id !== story.id && row.group !== own?.group;
  const byTopic =
    shared.size > 0
      ? await cardsInLanguage(read, { ids: [...shared.keys()], language: story.language })
      : [];
  const chosen = byTopic
    .filter(fits)
    .sort(
      (a, b) =>
        (shared.get(b.id) ?? 0) - (shared.get(a.id) ?? 0) ||
        b.publishedAt.getTime() - a.publishedAt.getTime() ||
        (a.id < b.id ? 1 : -1),
    )
    .slice(0, limit);
  keepUntilTouched(...story.termIds.map(termTag), storyTag(story.id));
  if (chosen.length < limit) {
    keepUntilTouched(sectionListTag(story.sectionId));
    const inSection = await newestInLanguage(read, {
      sectionId: story.sectionId,
      language: story.language,
      limit: limit * 3 + shared.size,
    });
    const known = new Set(chosen.map((row) => row.id));
    chosen.push(...inSection.filter((row) => fits(row) && !known.has(row.id)));
  }
  return chosen.slice(0, limit).map(toCard);
}

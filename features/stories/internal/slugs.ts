import { and, asc, eq, isNull, ne } from 'drizzle-orm';
import { stories } from '#db/schema/stories.ts';
import type { Reader, Tx } from '#db/store.ts';
import { ownerOf } from '#features/paths/commands.ts';
import type { Actor } from '#features/people/actor.ts';
import { headsOf } from '#features/stories/internal/desk-rows.ts';
import { loadStory, type StoryRow } from '#features/stories/internal/facts.ts';
import { can } from '#features/stories/policy.ts';
import { RESERVED_SLUGS, storyPath } from '#lib/paths.ts';

/** More would help nobody to choose another one. */
const MOST_NAMESAKES = 5;

/**
 * The wanted slug, or the first number behind it that makes an address which nobody has or had. Only
 * what was public counts, so that no address tells of a story that readers do not have yet.
 */
export async function freeSlug(tx: Tx, section: string, wanted: string): Promise<string> {
  const base = wanted || 'story';
  for (let n = 1; ; n += 1) {
    const slug = n === 1 ? base : `${base}-${n}`;
    if (RESERVED_SLUGS.has(slug)) continue;
    if ((await ownerOf(tx, storyPath(section, slug))) === null) return slug;
  }
}

/**
 * Stories that no reader has had and that want the same address as this one, which none has had either.
 * Only those that the person may see: an address tells of what is being written.
 */
export async function namesakesOf(
  from: Reader,
  { id, sectionId, slug, firstPublishedAt }: StoryRow,
  actor: Actor,
): Promise<{ id: string; headline: string }[]> {
  if (firstPublishedAt) return [];
  const rows = await from
    .select({ id: stories.id })
    .from(stories)
    .where(
      and(
        eq(stories.sectionId, sectionId),
        eq(stories.slug, slug),
        ne(stories.id, id),
        isNull(stories.firstPublishedAt),
      ),
    )
    .orderBy(asc(stories.createdAt), asc(stories.id))
    .limit(MOST_NAMESAKES);
  const seen: string[] = [];
  for (const row of rows) {
    const loaded = await loadStory(from, row.id, actor);
    if (loaded && can(actor, 'see', loaded.policy).ok) seen.push(row.id);
  }
  const heads = await headsOf(from, seen);
  return seen.map((storyId) => ({ id: storyId, headline: heads.get(storyId)?.headline ?? '' }));
}

import type { Tx } from '#db/store.ts';
import { ownerOf } from '#features/paths/commands.ts';
import { RESERVED_SLUGS, storyPath } from '#lib/paths.ts';

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

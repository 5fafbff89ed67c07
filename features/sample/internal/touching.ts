import { touch } from '#db/outbox.ts';
import type { Tx } from '#db/store.ts';
import { sectionsTag } from '#features/sections/tags.ts';
import { siteTag } from '#features/site/tags.ts';
import { liveTag, storyTag } from '#features/stories/tags.ts';

/** Tags that one row of the outbox holds. */
const BATCH = 1_000;

/** Everything that a page could have said of these stories is stale, and so is every page. */
export async function touchAll(tx: Tx, storyIds: readonly string[]): Promise<void> {
  await touch(tx, [siteTag(), sectionsTag(), liveTag()]);
  for (let n = 0; n < storyIds.length; n += BATCH) {
    await touch(tx, storyIds.slice(n, n + BATCH).map(storyTag));
  }
}

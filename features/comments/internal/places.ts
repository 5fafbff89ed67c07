import type { Reader } from '#db/store.ts';
import { standingOf } from '#features/comments/internal/threads.ts';
import { commentAnchor, commentsPath, threadPath } from '#lib/paths.ts';

type Row = { id: string; storyId: string; threadId: string; createdAt: Date };

/** The address at which a comment stands now; null if nothing of its thread is shown. */
export async function placeOf(from: Reader, storyPath: string, row: Row): Promise<string | null> {
  const standing = await standingOf(from, row);
  if (!standing) return null;
  const { threadId, listPage, threadPage } = standing;
  const page =
    threadPage === null
      ? commentsPath(storyPath, listPage)
      : threadPath(storyPath, threadId, threadPage);
  return `${page}#${commentAnchor(row.id)}`;
}

import { and, eq, inArray, isNotNull } from 'drizzle-orm';
import { commentRevisions, comments } from '#db/schema/comments.ts';
import { authors } from '#db/schema/people.ts';
import { live } from '#db/schema/readers.ts';
import { bylines } from '#db/schema/stories.ts';
import type { Reader } from '#db/store.ts';
import type { Ancestor, ShownRow } from '#features/comments/internal/tree.ts';

/** How far up what is not shown is followed. What is answered beyond that stands at the top. */
const FOLLOWED = 8;

/** What is answered by these comments and is not among them, level by level. */
export async function ancestorsOf(
  from: Reader,
  rows: readonly ShownRow[],
): Promise<Map<string, Ancestor>> {
  const here = new Set(rows.map((row) => row.id));
  const found = new Map<string, Ancestor>();
  const asked = new Set<string>();
  let wanted = [...rows.map((row) => row.parentId), ...rows.map((row) => row.threadId)];
  for (let level = 0; level < FOLLOWED; level += 1) {
    const missing = new Set(
      wanted.filter((id) => id !== null && !here.has(id) && !asked.has(id)) as string[],
    );
    if (missing.size === 0) break;
    const above = await from
      .select({
        id: comments.id,
        parentId: comments.parentId,
        state: comments.state,
        name: commentRevisions.name,
      })
      .from(comments)
      .leftJoin(commentRevisions, eq(commentRevisions.id, comments.shownRevisionId))
      .where(inArray(comments.id, [...missing]));
    for (const { id, parentId, state, name } of above) {
      found.set(id, { id, parentId, removed: state === 'removed', name });
    }
    for (const id of missing) asked.add(id);
    wanted = above.map((one) => one.parentId);
  }
  return found;
}

/** The members of staff who wrote what readers see of a story. */
export async function authorsOf(from: Reader, storyId: string): Promise<Set<string>> {
  const rows = await from
    .select({ personId: authors.personId })
    .from(live)
    .innerJoin(bylines, eq(bylines.revisionId, live.revisionId))
    .innerJoin(authors, eq(authors.id, bylines.authorId))
    .where(and(eq(live.storyId, storyId), isNotNull(authors.personId)));
  return new Set(rows.flatMap((row) => row.personId ?? []));
}

import { count, inArray } from 'drizzle-orm';
import { comments } from '#db/schema/comments.ts';
import type { Reader } from '#db/store.ts';
import { confirmedAmong } from '#features/addresses/consents.ts';
import { samePerson } from '#features/addresses/queries.ts';
import type { WriterFacts } from '#features/moderation/views.ts';

/** How each writer's comments were judged, in this story and in all others. Numbers, and no names. */
export async function factsAbout(
  from: Reader,
  commenterIds: readonly string[],
): Promise<Map<string, WriterFacts>> {
  if (commenterIds.length === 0) return new Map();
  const people = await samePerson(commenterIds);
  const addresses = await confirmedAmong(commenterIds);
  const names = [...new Set([...commenterIds, ...[...people.values()].flat()])];
  const rows = await from
    .select({ commenterId: comments.commenterId, state: comments.state, comments: count() })
    .from(comments)
    .where(inArray(comments.commenterId, names))
    .groupBy(comments.commenterId, comments.state);
  const tally = (of: readonly string[]) => {
    const sum = (state: 'approved' | 'rejected') =>
      rows
        .filter((row) => row.state === state && of.includes(row.commenterId ?? ''))
        .reduce((total, row) => total + row.comments, 0);
    return { approved: sum('approved'), rejected: sum('rejected') };
  };
  return new Map(
    commenterIds.map((id) => {
      const others = (people.get(id) ?? []).filter((name) => name !== id);
      const confirmed = addresses.has(id);
      return [id, { here: tally([id]), elsewhere: tally(others), confirmed }];
    }),
  );
}

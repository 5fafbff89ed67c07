import { inArray } from 'drizzle-orm';
import { comments } from '#db/schema/comments.ts';
import { read } from '#db/store.ts';
import { forget, seenBefore } from '#features/comments/internal/identities.ts';

const BATCH = 500;

/**
 * Forgets addresses whose comment was never written, because something failed between the two stores.
 * `before` leaves out those that are being written now. Returns how many commenters were forgotten.
 */
export async function sweepOrphans(before: Date): Promise<number> {
  let swept = 0;
  for (let last = ''; ; ) {
    const names = await seenBefore(before, last, BATCH);
    last = names.at(-1) ?? '';
    if (last === '') return swept;
    const known = await read
      .selectDistinct({ commenterId: comments.commenterId })
      .from(comments)
      .where(inArray(comments.commenterId, names));
    const kept = new Set(known.map((row) => row.commenterId));
    const orphans = names.filter((name) => !kept.has(name));
    if (orphans.length > 0) swept += await forget(orphans, before);
  }
}

import { and, inArray, isNotNull, isNull } from 'drizzle-orm';
import { readIdentity } from '#db/identity.ts';
import { appearances } from '#db/identity-schema.ts';
import { comments } from '#db/schema/comments.ts';
import { holds } from '#db/schema/decisions.ts';
import { read } from '#db/store.ts';

/** Those whose address has to be kept because the law holds a comment of theirs. */
export async function identitiesOnHold(): Promise<string[]> {
  const held = read
    .select({ commentId: holds.commentId })
    .from(holds)
    .where(and(isNotNull(holds.commentId), isNull(holds.liftedAt)));
  const rows = await read
    .select({ commenterId: comments.commenterId })
    .from(comments)
    .where(inArray(comments.id, held));
  const names = rows.flatMap((row) => row.commenterId ?? []);
  if (names.length === 0) return [];
  const known = await readIdentity()
    .select({ identityId: appearances.identityId })
    .from(appearances)
    .where(inArray(appearances.commenterId, names));
  return known.map((row) => row.identityId);
}

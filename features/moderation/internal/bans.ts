import { and, desc, gt, inArray, isNull, or } from 'drizzle-orm';
import { bans } from '#db/schema/screening.ts';
import type { Reader } from '#db/store.ts';
import { samePerson } from '#features/addresses/queries.ts';
import type { BanView } from '#features/screening/views.ts';

type Asked = (commenterId: string, threadId: string) => BanView | null;

/** Which ban, if any, these writers are under; by whatever name it was made. */
export async function bansOf(
  from: Reader,
  commenterIds: readonly string[],
  at: Date,
): Promise<Asked> {
  if (commenterIds.length === 0) return () => null;
  const people = await samePerson(commenterIds);
  const names = [...new Set([...commenterIds, ...[...people.values()].flat()])];
  const rows = await from
    .select()
    .from(bans)
    .where(
      and(
        inArray(bans.commenterId, names),
        isNull(bans.liftedAt),
        or(isNull(bans.until), gt(bans.until, at)),
      ),
    )
    .orderBy(desc(bans.madeAt));
  return (commenterId, threadId) => {
    const own = people.get(commenterId) ?? [commenterId];
    const found = rows.find(
      (row) => own.includes(row.commenterId) && (row.scope === 'site' || row.threadId === threadId),
    );
    if (!found) return null;
    const { id, scope, rule, reason, madeAt, until } = found;
    return { id, scope, rule, reason, madeAt, until };
  };
}

import { desc, isNull } from 'drizzle-orm';
import { keyRotations } from '#db/identity-schema.ts';
import type { Reader } from '#db/store.ts';

export type Rotation = typeof keyRotations.$inferSelect;

/** The one that is under way, if any. */
export async function rotationUnderWay(from: Reader): Promise<Rotation | null> {
  const [row] = await from
    .select()
    .from(keyRotations)
    .where(isNull(keyRotations.doneAt))
    .orderBy(desc(keyRotations.askedAt))
    .limit(1);
  return row ?? null;
}

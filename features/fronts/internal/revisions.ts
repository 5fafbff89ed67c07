import { and, desc, eq } from 'drizzle-orm';
import { frontRevisions } from '#db/schema/fronts.ts';
import { type Reader, read } from '#db/store.ts';
import { type FrontId, frontName } from '#features/fronts/names.ts';
import type { Pins } from '#features/fronts/pins.ts';

export type FrontRevision = typeof frontRevisions.$inferSelect;

/** How a front is arranged now; null if nobody ever did. */
export async function newestRevision(from: Reader, front: FrontId): Promise<FrontRevision | null> {
  const [row] = await from
    .select()
    .from(frontRevisions)
    .where(eq(frontRevisions.frontId, frontName(front)))
    .orderBy(desc(frontRevisions.number))
    .limit(1);
  return row ?? null;
}

export async function newestPins(front: FrontId): Promise<Pins | null> {
  return (await newestRevision(read, front))?.pins ?? null;
}

export async function revisionNumbered(
  front: FrontId,
  number: number,
): Promise<FrontRevision | null> {
  const [row] = await read
    .select()
    .from(frontRevisions)
    .where(and(eq(frontRevisions.frontId, frontName(front)), eq(frontRevisions.number, number)));
  return row ?? null;
}

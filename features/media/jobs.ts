import { and, asc, eq, isNotNull, isNull, lte } from 'drizzle-orm';
import { recordAudit } from '#db/audit.ts';
import { emit, touch } from '#db/outbox.ts';
import { pictures } from '#db/schema/site.ts';
import { read, transaction } from '#db/store.ts';
import { pictureTag } from '#features/media/tags.ts';
import { actorName, system } from '#features/people/actor.ts';
import { now } from '#lib/clock.ts';

/**
 * Takes every picture whose rights have ended from what readers see. Whatever is rendered after that
 * moment is without it anyway; this is for the pages that were made before. Returns how many.
 */
export async function endRights(): Promise<number> {
  const due = await read
    .select({ id: pictures.id })
    .from(pictures)
    .where(and(lte(pictures.rightsUntil, now()), isNull(pictures.rightsEndedAt)))
    .orderBy(asc(pictures.rightsUntil), asc(pictures.id));
  let ended = 0;
  for (const { id } of due) {
    ended += await transaction(async (tx) => {
      const [row] = await tx
        .update(pictures)
        .set({ rightsEndedAt: now() })
        .where(
          and(
            eq(pictures.id, id),
            lte(pictures.rightsUntil, now()),
            isNull(pictures.rightsEndedAt),
          ),
        )
        .returning({ until: pictures.rightsUntil });
      if (!row) return 0;
      await touch(tx, [pictureTag(id)]);
      await emit(tx, { kind: 'picture.changed', payload: { pictureId: id } });
      await recordAudit(tx, {
        actor: actorName(system('end-rights')),
        act: 'picture.end-rights',
        noun: 'picture',
        thingId: id,
        payload: { until: row.until?.toISOString() ?? null },
      });
      return 1;
    });
  }
  return ended;
}

/** When the next picture's rights end, so that the clock can wake for it; null if none do. */
export async function nextRightsEnd(): Promise<Date | null> {
  const [next] = await read
    .select({ at: pictures.rightsUntil })
    .from(pictures)
    .where(and(isNotNull(pictures.rightsUntil), isNull(pictures.rightsEndedAt)))
    .orderBy(asc(pictures.rightsUntil))
    .limit(1);
  return next?.at ?? null;
}

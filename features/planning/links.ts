import { eq } from 'drizzle-orm';
import { recordAudit } from '#db/audit.ts';
import { calendarLinks } from '#db/schema/planning.ts';
import { type Tx, transaction } from '#db/store.ts';
import { type Actor, actorName } from '#features/people/actor.ts';
import { now } from '#lib/clock.ts';
import { digestOf } from '#lib/digests.ts';
import { newToken } from '#lib/ids.ts';
import { ok, type Result, refuse } from '#lib/result.ts';

/** Makes the person's own calendar address; the one before opens nothing any more. */
export function makeCalendarLink(actor: Actor): Promise<Result<{ token: string }>> {
  return calendarLink(actor, 'make', async (tx, personId) => {
    const token = newToken();
    const made = { tokenDigest: digestOf(token), madeAt: now() };
    await tx
      .insert(calendarLinks)
      .values({ personId, ...made })
      .onConflictDoUpdate({ target: calendarLinks.personId, set: made });
    return ok({ token });
  });
}

/** Ends it. */
export function revokeCalendarLink(actor: Actor): Promise<Result<null>> {
  return calendarLink(actor, 'revoke', async (tx, personId) => {
    const ended = await tx
      .delete(calendarLinks)
      .where(eq(calendarLinks.personId, personId))
      .returning({ personId: calendarLinks.personId });
    return ended.length > 0 ? ok(null) : refuse('illegal', 'There is no address to end.');
  });
}

async function calendarLink<T>(
  actor: Actor,
  act: 'make' | 'revoke',
  work: (tx: Tx, personId: string) => Promise<Result<T>>,
): Promise<Result<T>> {
  if (actor.type !== 'staff') return refuse('forbidden', 'Only staff have a calendar.');
  return transaction(async (tx) => {
    const result = await work(tx, actor.id);
    if (result.ok) {
      await recordAudit(tx, {
        actor: actorName(actor),
        act: `calendar.${act}`,
        noun: 'calendar',
        thingId: actor.id,
      });
    }
    return result;
  });
}

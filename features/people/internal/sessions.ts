import { and, eq, isNull, ne } from 'drizzle-orm';
import { recordAudit } from '#db/audit.ts';
import { type METHODS, sessions } from '#db/schema/people.ts';
import type { Tx } from '#db/store.ts';
import { now } from '#lib/clock.ts';
import { newToken } from '#lib/ids.ts';

const DAY_MS = 24 * 3_600_000;
const HOUR_MS = 3_600_000;
const SESSION_DAYS = 14;

export type Method = (typeof METHODS)[number];

/** Where a sign-in comes from: for the limits, and for its owner to know it again. */
export type From = { place: string; device?: string };

/** A session that began, for next-auth's cookie. */
export type Opened = { step: 'open'; sessionId: string; personId: string };

/** The present hour: how exactly it is kept when somebody was here. */
export function thisHour(): Date {
  return new Date(Math.floor(now().getTime() / HOUR_MS) * HOUR_MS);
}

export async function openSession(
  tx: Tx,
  personId: string,
  { method, device = '' }: { method: Method; device?: string | undefined },
): Promise<Opened> {
  const sessionId = newToken();
  await tx.insert(sessions).values({
    id: sessionId,
    personId,
    method,
    device,
    createdAt: now(),
    seenAt: thisHour(),
    expiresAt: new Date(now().getTime() + SESSION_DAYS * DAY_MS),
  });
  await recordAudit(tx, {
    actor: `staff:${personId}`,
    act: 'session.open',
    noun: 'person',
    thingId: personId,
    payload: { method },
  });
  return { step: 'open', sessionId, personId };
}

/** Ends every session of a person, but the one that is kept. Returns how many. */
export async function endSessions(tx: Tx, personId: string, keep = ''): Promise<number> {
  const ended = await tx
    .update(sessions)
    .set({ endedAt: now() })
    .where(and(eq(sessions.personId, personId), isNull(sessions.endedAt), ne(sessions.id, keep)))
    .returning({ id: sessions.id });
  return ended.length;
}

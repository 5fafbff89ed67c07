import { and, desc, eq, gte, inArray, like, lt, type SQL } from 'drizzle-orm';
import { audit } from '#db/schema/site.ts';
import type { Reader } from '#db/store.ts';
import type { AuditFilter } from '#features/audit/views.ts';
import { startOfDay } from '#lib/dates.ts';

const DAY_MS = 86_400_000;

export type AuditRow = Pick<
  typeof audit.$inferSelect,
  'position' | 'at' | 'actor' | 'act' | 'noun' | 'thingId' | 'payload'
>;

/**
 * The newest rows that match, one more than a page so that it is known whether there are older ones.
 * Which they are is asked first, of an index alone: whole rows of a long log are many pages to read.
 */
export function matchingRows(
  from: Reader,
  filter: AuditFilter,
  { timeZone, limit }: { timeZone: string; limit: number },
): Promise<AuditRow[]> {
  const newest = from
    .select({ position: audit.position })
    .from(audit)
    .where(and(...conditions(filter, timeZone)))
    .orderBy(desc(audit.position))
    .limit(limit + 1);
  return from
    .select({
      position: audit.position,
      at: audit.at,
      actor: audit.actor,
      act: audit.act,
      noun: audit.noun,
      thingId: audit.thingId,
      payload: audit.payload,
    })
    .from(audit)
    .where(inArray(audit.position, newest))
    .orderBy(desc(audit.position));
}

function conditions(filter: AuditFilter, timeZone: string): (SQL | undefined)[] {
  const { person, act, noun, thing, from, until, before } = filter;
  const first = from && startOfDay(from, timeZone);
  const beyond = until && startOfDay(dayAfter(until), timeZone);
  return [
    person === 'system' ? like(audit.actor, 'system:%') : undefined,
    person && person !== 'system' ? eq(audit.actor, actorOf(person)) : undefined,
    act ? eq(audit.act, act) : undefined,
    noun ? eq(audit.noun, noun) : undefined,
    thing ? eq(audit.thingId, thing) : undefined,
    first ? gte(audit.at, first) : undefined,
    beyond ? lt(audit.at, beyond) : undefined,
    before ? lt(audit.position, before) : undefined,
  ];
}

function actorOf(person: string): string {
  return person === 'visitor' ? 'visitor' : `staff:${person}`;
}

function dayAfter(day: string): string {
  return new Date(new Date(`${day}T00:00Z`).getTime() + DAY_MS).toISOString().slice(0, 10);
}

import { and, eq, inArray, isNull, ne, sql } from 'drizzle-orm';
import { recordAudit } from '#db/audit.ts';
import type { HandedOver } from '#db/outbox.ts';
import { assignments } from '#db/schema/planning.ts';
import { transaction } from '#db/store.ts';
import { actorName, system } from '#features/people/actor.ts';
import { now } from '#lib/clock.ts';

/** What somebody was to write goes the way of their drafts, but what is done stays theirs. */
export async function followHandOver({ from, to, sections }: HandedOver): Promise<void> {
  await transaction(async (tx) => {
    const given = await tx
      .update(assignments)
      .set({ personId: to, version: sql`${assignments.version} + 1`, changedAt: now() })
      .where(
        and(
          eq(assignments.personId, from),
          isNull(assignments.droppedAt),
          ne(assignments.state, 'done'),
          sections ? inArray(assignments.sectionId, sections) : undefined,
        ),
      )
      .returning({ id: assignments.id });
    if (given.length === 0) return;
    await recordAudit(tx, {
      actor: actorName(system('hand-over')),
      act: 'assignment.hand-over',
      noun: 'person',
      thingId: from,
      payload: { to, assignments: given.map(({ id }) => id) },
    });
  });
}

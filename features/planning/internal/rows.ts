import { and, eq, inArray, isNull, or, type SQL } from 'drizzle-orm';
import { people } from '#db/schema/people.ts';
import { assignments } from '#db/schema/planning.ts';
import { sections } from '#db/schema/site.ts';
import { type Reader, read } from '#db/store.ts';
import { type Actor, hasRole, type Role, type Staff } from '#features/people/actor.ts';
import { type AssignmentForPolicy, can } from '#features/planning/policy.ts';
import type { AssignmentView, PlanningFilter } from '#features/planning/views.ts';
import { placeable } from '#features/stories/placing.ts';

export type AssignmentRow = typeof assignments.$inferSelect;

export function forPolicy(actor: Actor, row: AssignmentRow): AssignmentForPolicy {
  const me = actor.type === 'staff' ? actor.id : null;
  return {
    sectionId: row.sectionId,
    own: me !== null && row.personId === me,
    pitched: me !== null && row.createdBy === me,
    state: row.state,
  };
}

/** An assignment that is on the board, for whoever may see it. */
export async function seen(from: Reader, actor: Actor, id: string): Promise<AssignmentRow | null> {
  const [row] = await from
    .select()
    .from(assignments)
    .where(and(eq(assignments.id, id), isNull(assignments.droppedAt)));
  return row && can(actor, 'see', forPolicy(actor, row)).ok ? row : null;
}

const READERS_OF_ALL: readonly Role[] = ['admin', 'editor', 'reporter'];

/** Which assignments this person sees, as a condition; null for nobody's. */
export function visible(actor: Actor, filter: PlanningFilter): SQL | undefined | null {
  if (actor.type === 'visitor') return null;
  const narrowed = and(
    isNull(assignments.droppedAt),
    filter.person ? eq(assignments.personId, filter.person) : undefined,
    filter.section ? eq(assignments.sectionId, filter.section) : undefined,
  );
  if (actor.type === 'system' || hasRole(actor, READERS_OF_ALL)) return narrowed;
  const own = or(eq(assignments.personId, actor.id), eq(assignments.createdBy, actor.id));
  const ids = sectionsOf(actor);
  return and(narrowed, ids.length > 0 ? or(own, inArray(assignments.sectionId, ids)) : own);
}

function sectionsOf(actor: Staff): string[] {
  return actor.grants.flatMap(({ role, sectionId }) =>
    sectionId !== null && READERS_OF_ALL.includes(role) ? [sectionId] : [],
  );
}

/** The rows as the desk shows them, with what this person may do. */
export async function viewsOf(actor: Actor, rows: AssignmentRow[]): Promise<AssignmentView[]> {
  if (rows.length === 0) return [];
  const names = await namesOf(rows.flatMap((row) => [row.personId, row.createdBy]));
  const named = await read.select({ id: sections.id, name: sections.name }).from(sections);
  const sectionNames = new Map(named.map((section) => [section.id, section.name]));
  const stories = await placeable(
    actor,
    rows.flatMap((row) => row.storyId ?? []),
  );
  return rows.flatMap((row) => {
    const about = forPolicy(actor, row);
    if (!can(actor, 'see', about).ok) return [];
    const story = row.storyId ? stories.get(row.storyId) : undefined;
    return [
      {
        id: row.id,
        title: row.title,
        notes: row.notes,
        section: { id: row.sectionId, name: sectionNames.get(row.sectionId) ?? '' },
        person: row.personId
          ? { id: row.personId, name: names.get(row.personId) ?? 'Somebody who left' }
          : null,
        story: story ? { id: story.id, headline: story.headline, state: story.state } : null,
        state: row.state,
        dueAt: row.dueAt,
        version: row.version,
        changedAt: row.changedAt,
        by: names.get(row.createdBy ?? '') ?? 'Dateline',
        may: {
          change: can(actor, 'change', about),
          assign: can(actor, 'assign', about),
          take: can(actor, 'take', about),
          move: can(actor, 'move', about),
          finish: can(actor, 'finish', about),
          drop: can(actor, 'drop', about),
        },
      },
    ];
  });
}

async function namesOf(ids: readonly (string | null)[]): Promise<Map<string, string>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  if (wanted.length === 0) return new Map();
  const rows = await read
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(inArray(people.id, wanted));
  return new Map(rows.map((row) => [row.id, row.name]));
}

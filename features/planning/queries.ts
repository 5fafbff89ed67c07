import { and, asc, desc, eq, gte, inArray, isNotNull, lt } from 'drizzle-orm';
import { assignments, calendarLinks } from '#db/schema/planning.ts';
import { read } from '#db/store.ts';
import type { Actor, Staff } from '#features/people/actor.ts';
import { activeStaff } from '#features/people/queries.ts';
import { momentsAround } from '#features/planning/calendar.ts';
import { seen, viewsOf, visible } from '#features/planning/internal/rows.ts';
import type { AssignmentState } from '#features/planning/lifecycle.ts';
import { can, plans } from '#features/planning/policy.ts';
import type {
  AssignmentView,
  CalendarEntry,
  PlanningChoices,
  PlanningFilter,
} from '#features/planning/views.ts';
import { sectionList } from '#features/sections/queries.ts';
import { plannedStories } from '#features/stories/planned.ts';
import { now } from '#lib/clock.ts';
import { digestOf } from '#lib/digests.ts';
import { assignmentPath, deskStoryPath } from '#lib/paths.ts';
import { ok, type Result, refuse } from '#lib/result.ts';

const OPEN: AssignmentState[] = ['pitch', 'assigned', 'writing', 'desk'];
const MOST_OPEN = 400;
const MOST_DONE = 30;
const DAY_MS = 24 * 3_600_000;
/** How long what is done stays on the board. */
const DONE_MS = 14 * DAY_MS;

const EVERYTHING: PlanningFilter = { person: null, section: null };

/** The board: what is open, soonest due first, and what was done lately. */
export async function board(
  actor: Actor,
  filter: PlanningFilter,
): Promise<Result<AssignmentView[]>> {
  const where = plans(actor) ? visible(actor, filter) : null;
  if (where === null) return refuse('forbidden', 'Only those who write see what is planned.');
  const open = await read
    .select()
    .from(assignments)
    .where(and(inArray(assignments.state, OPEN), where))
    .orderBy(asc(assignments.changedAt))
    .limit(MOST_OPEN);
  const done = await read
    .select()
    .from(assignments)
    .where(
      and(
        eq(assignments.state, 'done'),
        gte(assignments.changedAt, new Date(now().getTime() - DONE_MS)),
        where,
      ),
    )
    .orderBy(desc(assignments.changedAt))
    .limit(MOST_DONE);
  return ok(await viewsOf(actor, [...open.sort(soonestDue), ...done]));
}

function soonestDue(a: { dueAt: Date | null }, b: { dueAt: Date | null }): number {
  const far = Number.POSITIVE_INFINITY;
  const [first, second] = [a.dueAt?.getTime() ?? far, b.dueAt?.getTime() ?? far];
  return first === second ? 0 : first - second;
}

export async function assignment(actor: Actor, id: string): Promise<Result<AssignmentView>> {
  const row = await seen(read, actor, id);
  const [view] = row ? await viewsOf(actor, [row]) : [];
  return view ? ok(view) : refuse('missing', 'There is no such assignment.');
}

/** What is planned about one story, for its page in the editor. */
export async function assignmentsOf(actor: Actor, storyId: string): Promise<AssignmentView[]> {
  const where = visible(actor, EVERYTHING);
  if (where === null) return [];
  const rows = await read
    .select()
    .from(assignments)
    .where(and(eq(assignments.storyId, storyId), where))
    .orderBy(asc(assignments.createdAt))
    .limit(20);
  return viewsOf(actor, rows);
}

const MOST_DUE = 1_000;

async function dueBetween(
  actor: Actor,
  filter: PlanningFilter,
  { from, to }: { from: Date; to: Date },
): Promise<AssignmentView[]> {
  const where = visible(actor, filter);
  if (where === null) return [];
  const rows = await read
    .select()
    .from(assignments)
    .where(
      and(
        isNotNull(assignments.dueAt),
        gte(assignments.dueAt, from),
        lt(assignments.dueAt, to),
        where,
      ),
    )
    .orderBy(asc(assignments.dueAt), asc(assignments.id))
    .limit(MOST_DUE);
  return viewsOf(actor, rows);
}

/** What is due and what happens by itself on these days of the newsroom's calendar. */
export async function calendar(
  actor: Actor,
  filter: PlanningFilter,
  days: readonly string[],
): Promise<Result<CalendarEntry[]>> {
  if (!plans(actor)) return refuse('forbidden', 'Only those who write see what is planned.');
  const due = await dueBetween(actor, filter, momentsAround(days));
  return ok([...due.flatMap(dueEntry), ...(await byItself(actor, filter))]);
}

function dueEntry(view: AssignmentView): CalendarEntry[] {
  if (!view.dueAt) return [];
  return [
    {
      key: `assignment-${view.id}`,
      at: view.dueAt,
      what: 'due',
      title: view.title,
      language: 'en',
      section: view.section.name,
      person: view.person?.name ?? '',
      to: assignmentPath(view.id),
      late: view.state !== 'done' && view.dueAt < now(),
    },
  ];
}

/** Publications, changes, take-downs and ends of embargoes. They are nobody's in particular. */
async function byItself(actor: Actor, filter: PlanningFilter): Promise<CalendarEntry[]> {
  const planned = filter.person ? null : await plannedStories(actor);
  if (!planned?.ok) return [];
  const sections = await sectionList();
  const name = sections.find((section) => section.id === filter.section)?.name;
  return planned.value.flatMap((row) =>
    filter.section && row.section !== name
      ? []
      : [
          {
            key: `story-${row.storyId}-${row.what.replaceAll(' ', '-')}`,
            at: row.at,
            what: row.what,
            title: row.headline,
            language: row.language,
            section: row.section,
            person: '',
            to: deskStoryPath(row.storyId),
            late: false,
          },
        ],
  );
}

/** Who can be given an assignment, and the sections that this person may put one into. */
export async function planningChoices(actor: Actor): Promise<PlanningChoices> {
  const staff = await activeStaff();
  return {
    people: staff
      .filter((one) => plans(one))
      .map(({ id, name }) => ({ id, name }))
      .sort((a, b) => a.name.localeCompare(b.name)),
    sections: (await sectionList())
      .filter(({ id }) => mayPitch(actor, id))
      .map(({ id, name }) => ({ id, name })),
  };
}

function mayPitch(actor: Actor, sectionId: string): boolean {
  return can(actor, 'pitch', { sectionId, own: false, pitched: true, state: 'pitch' }).ok;
}

/** When the person's calendar address was made; null if there is none. */
export async function calendarLinkOf(actor: Staff): Promise<Date | null> {
  const [row] = await read
    .select({ madeAt: calendarLinks.madeAt })
    .from(calendarLinks)
    .where(eq(calendarLinks.personId, actor.id));
  return row?.madeAt ?? null;
}

const PAST_MS = 30 * DAY_MS;
const AHEAD_MS = 400 * DAY_MS;

/**
 * What stands in the calendar of whoever has this secret, with the rights of this very moment; null
 * if the secret opens nothing, or its person is not there any more.
 */
export async function calendarBehind(
  token: string,
  only: 'mine' | 'all',
): Promise<{ entries: CalendarEntry[]; name: string } | null> {
  const [link] = await read
    .select({ personId: calendarLinks.personId })
    .from(calendarLinks)
    .where(eq(calendarLinks.tokenDigest, digestOf(token)));
  if (!link) return null;
  const person = (await activeStaff()).find((one) => one.id === link.personId);
  if (!person) return null;
  const filter = only === 'mine' ? { ...EVERYTHING, person: person.id } : EVERYTHING;
  const at = now().getTime();
  const range = { from: new Date(at - PAST_MS), to: new Date(at + AHEAD_MS) };
  const due = plans(person) ? await dueBetween(person, filter, range) : [];
  const entries = [...due.flatMap(dueEntry), ...(await byItself(person, filter))];
  return { entries, name: person.name };
}

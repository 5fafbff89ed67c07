import { and, eq, isNull } from 'drizzle-orm';
import { recordAudit } from '#db/audit.ts';
import { grants, people } from '#db/schema/people.ts';
import { assignments } from '#db/schema/planning.ts';
import { type Tx, transaction } from '#db/store.ts';
import { type Actor, actorName, type Verdict, YES } from '#features/people/actor.ts';
import { AssignmentInput, ChangeInput, DropInput, MoveInput } from '#features/planning/input.ts';
import { type AssignmentRow, forPolicy, seen } from '#features/planning/internal/rows.ts';
import { type AssignmentState, obstacle } from '#features/planning/lifecycle.ts';
import { can, type PlanningAct } from '#features/planning/policy.ts';
import { sectionById } from '#features/sections/queries.ts';
import { placeable } from '#features/stories/placing.ts';
import { now } from '#lib/clock.ts';
import { newId } from '#lib/ids.ts';
import { incorrect, ok, type Refusal, type Result, refuse } from '#lib/result.ts';
import { fieldErrors } from '#lib/text.ts';

/** Puts an idea on the board, or gives it to somebody at once. */
export async function addAssignment(actor: Actor, input: unknown): Promise<Result<{ id: string }>> {
  const parsed = AssignmentInput.safeParse(input);
  if (!parsed.success) return incorrect(fieldErrors(parsed.error));
  const wanted = parsed.data;
  return transaction(async (tx) => {
    const about = {
      sectionId: wanted.sectionId,
      own: false,
      pitched: true,
      state: 'pitch',
    } as const;
    const needed: PlanningAct[] = ['pitch'];
    if (wanted.dueAt || (wanted.personId && wanted.personId !== idOf(actor))) needed.push('assign');
    else if (wanted.personId) needed.push('take');
    for (const act of needed) {
      const verdict = can(actor, act, about);
      if (!verdict.ok) return refuse('forbidden', verdict.why);
    }
    const wrong = await wrongWith(tx, actor, wanted, null);
    if (wrong) return wrong;
    const id = newId();
    await tx.insert(assignments).values({
      id,
      ...wanted,
      state: wanted.personId ? 'assigned' : 'pitch',
      version: 1,
      createdBy: idOf(actor),
      createdAt: now(),
      changedAt: now(),
    });
    await note(tx, actor, 'add', id, { ...spoken(wanted) });
    return ok({ id });
  });
}

/** Changes what an assignment says, who has it, and until when. */
export async function changeAssignment(
  actor: Actor,
  input: unknown,
): Promise<Result<{ version: number }>> {
  const parsed = ChangeInput.safeParse(input);
  if (!parsed.success) return incorrect(fieldErrors(parsed.error));
  const { id, version, ...wanted } = parsed.data;
  return transaction(async (tx) => {
    const row = await seen(tx, actor, id);
    if (!row) return notThere();
    const verdict = mayChange(actor, row, wanted);
    if (!verdict.ok) return refuse('forbidden', verdict.why);
    const wrong = await wrongWith(tx, actor, wanted, row);
    if (wrong) return wrong;
    const given = row.state === 'pitch' && wanted.personId ? 'assigned' : row.state;
    const state = wanted.personId || row.state === 'done' ? given : 'pitch';
    const written = await write(tx, row, version, { ...wanted, state });
    if (!written) return changedMeanwhile();
    await note(tx, actor, 'change', id, { ...spoken(wanted), state });
    return ok({ version: version + 1 });
  });
}

function mayChange(actor: Actor, row: AssignmentRow, wanted: AssignmentInput): Verdict {
  const about = forPolicy(actor, row);
  const moved = wanted.sectionId !== row.sectionId;
  const given = wanted.personId !== row.personId;
  const later = wanted.dueAt?.getTime() !== row.dueAt?.getTime();
  const takes = given && row.personId === null && wanted.personId === idOf(actor);
  const reworded =
    wanted.title !== row.title || wanted.notes !== row.notes || wanted.storyId !== row.storyId;
  const needed: [boolean, PlanningAct][] = [
    [reworded, 'change'],
    [takes, 'take'],
    [moved || later || (given && !takes), 'assign'],
  ];
  for (const [is, act] of needed) {
    const verdict = is ? can(actor, act, about) : YES;
    if (!verdict.ok) return verdict;
  }
  return moved ? can(actor, 'assign', { ...about, sectionId: wanted.sectionId }) : YES;
}

/** Moves an assignment to another column of the board. Back among the pitches nobody has it. */
export async function moveAssignment(
  actor: Actor,
  input: unknown,
): Promise<Result<{ version: number }>> {
  const parsed = MoveInput.safeParse(input);
  if (!parsed.success) return incorrect(fieldErrors(parsed.error));
  const { id, version, to } = parsed.data;
  return transaction(async (tx) => {
    const row = await seen(tx, actor, id);
    if (!row) return notThere();
    const verdict = can(actor, actFor(row.state, to), forPolicy(actor, row));
    if (!verdict.ok) return refuse('forbidden', verdict.why);
    const hindered = obstacle(to, row);
    if (hindered) return refuse('illegal', hindered);
    const personId = to === 'pitch' ? null : row.personId;
    const written = await write(tx, row, version, { state: to, personId });
    if (!written) return changedMeanwhile();
    await note(tx, actor, 'move', id, { from: row.state, to });
    return ok({ version: version + 1 });
  });
}

function actFor(from: AssignmentState, to: AssignmentState): PlanningAct {
  if (from === 'done' || to === 'done') return 'finish';
  return from === 'pitch' || to === 'pitch' ? 'assign' : 'move';
}

/** Takes an assignment off the board. What it was stays in the log. */
export async function dropAssignment(actor: Actor, input: unknown): Promise<Result<null>> {
  const parsed = DropInput.safeParse(input);
  if (!parsed.success) return incorrect(fieldErrors(parsed.error));
  const { id, version } = parsed.data;
  return transaction(async (tx) => {
    const row = await seen(tx, actor, id);
    if (!row) return notThere();
    const verdict = can(actor, 'drop', forPolicy(actor, row));
    if (!verdict.ok) return refuse('forbidden', verdict.why);
    if (!(await write(tx, row, version, { droppedAt: now() }))) return changedMeanwhile();
    await note(tx, actor, 'drop', id, {});
    return ok(null);
  });
}

/** False if somebody else changed it since it was read. */
async function write(
  tx: Tx,
  { id }: AssignmentRow,
  version: number,
  change: Partial<AssignmentRow>,
): Promise<boolean> {
  const written = await tx
    .update(assignments)
    .set({ ...change, version: version + 1, changedAt: now() })
    .where(and(eq(assignments.id, id), eq(assignments.version, version)))
    .returning({ id: assignments.id });
  return written.length > 0;
}

/** What an assignment names has to be there; what it named before may stay. */
async function wrongWith(
  tx: Tx,
  actor: Actor,
  { sectionId, personId, storyId }: AssignmentInput,
  before: AssignmentRow | null,
): Promise<Refusal | null> {
  if (!(await sectionById(tx, sectionId))) return incorrect({ sectionId: 'Choose a section.' });
  if (personId && personId !== before?.personId && !(await isActive(tx, personId))) {
    return incorrect({ personId: 'This person does not write here any more.' });
  }
  const seenStory = !storyId || storyId === before?.storyId;
  if (!seenStory && !(await placeable(actor, [storyId])).has(storyId)) {
    return incorrect({ storyId: 'This story is not there.' });
  }
  return null;
}

async function isActive(tx: Tx, personId: string): Promise<boolean> {
  const rows = await tx
    .select({ id: people.id })
    .from(people)
    .innerJoin(grants, eq(grants.personId, people.id))
    .where(and(eq(people.id, personId), isNull(people.deactivatedAt), eq(people.invited, false)))
    .limit(1);
  return rows.length > 0;
}

function idOf(actor: Actor): string | null {
  return actor.type === 'staff' ? actor.id : null;
}

function spoken({ title, sectionId, personId, storyId, dueAt }: AssignmentInput) {
  return { title, sectionId, personId, storyId, dueAt: dueAt?.toISOString() ?? null };
}

function notThere(): Refusal {
  return refuse('missing', 'There is no such assignment.');
}

function changedMeanwhile(): Refusal {
  return refuse('conflict', 'Somebody else has changed it since: please look at it again.');
}

async function note(
  tx: Tx,
  actor: Actor,
  act: 'add' | 'change' | 'move' | 'drop',
  thingId: string,
  payload: Record<string, unknown>,
): Promise<void> {
  const noun = 'assignment';
  await recordAudit(tx, { actor: actorName(actor), act: `${noun}.${act}`, noun, thingId, payload });
}

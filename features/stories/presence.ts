import { and, asc, count, eq, gt, inArray, lte, max, ne } from 'drizzle-orm';
import { people } from '#db/schema/people.ts';
import { presences, staffComments } from '#db/schema/writing.ts';
import { read, type Tx, transaction } from '#db/store.ts';
import type { Actor } from '#features/people/actor.ts';
import { PresenceInput } from '#features/stories/input.ts';
import { loadStory } from '#features/stories/internal/facts.ts';
import { nameOf } from '#features/stories/internal/review.ts';
import { can } from '#features/stories/policy.ts';
import type { Company } from '#features/stories/views.ts';
import { now } from '#lib/clock.ts';
import { incorrect, ok, type Result, refuse } from '#lib/result.ts';
import { fieldErrors } from '#lib/text.ts';

/** An editor says that it is open every few seconds; after so much silence it is not. */
const SILENCE_MS = 12_000;
/** What is newer than this need not be written again. */
const FRESH_MS = 4_000;
const MOST_OTHERS = 30;
const MOST_EDITORS = 50;

const ago = (ms: number) => new Date(now().getTime() - ms);

/**
 * Says that a person has a story open, and hears who else has, and which revision is the newest. It
 * decides nothing, so the audit log does not have it.
 */
export async function bePresent(actor: Actor, input: unknown): Promise<Result<Company>> {
  if (actor.type !== 'staff') return refuse('forbidden', 'Only staff write stories.');
  const parsed = PresenceInput.safeParse(input);
  if (!parsed.success) return incorrect(fieldErrors(parsed.error));
  const { id, storyId, field } = parsed.data;
  const loaded = await loadStory(read, storyId, actor);
  if (!loaded || !can(actor, 'see', loaded.policy).ok) {
    return refuse('missing', 'There is no such story.');
  }
  const [known] = await read.select().from(presences).where(eq(presences.id, id));
  if (known && known.personId !== actor.id) return refuse('missing', 'There is no such editor.');
  const stale = !known || known.field !== field || known.seenAt < ago(FRESH_MS);
  if (stale) {
    const taken = await transaction((tx) => seen(tx, { id, personId: actor.id, storyId, field }));
    if (!taken) return refuse('limited', 'Too many editors are open: close some.');
  }
  const { head } = loaded;
  return ok({
    others: await othersIn(storyId, id, actor.id),
    newest: {
      revisionId: head.id,
      number: head.number,
      by: await nameOf(head.createdBy),
      at: head.createdAt.toISOString(),
    },
    discussed: can(actor, 'discuss', loaded.policy).ok ? await discussedAt(storyId) : '',
  });
}

/** Which of these editors are open at this moment, on whatever device. */
export async function openEditors(ids: string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await read
    .select({ id: presences.id })
    .from(presences)
    .where(and(inArray(presences.id, ids), gt(presences.seenAt, ago(SILENCE_MS))));
  return new Set(rows.map((row) => row.id));
}

/** The editor was closed. */
export async function leave(actor: Actor, input: unknown): Promise<Result<null>> {
  if (actor.type !== 'staff') return refuse('forbidden', 'Only staff write stories.');
  const parsed = PresenceInput.safeParse(input);
  if (!parsed.success) return incorrect(fieldErrors(parsed.error));
  await transaction((tx) =>
    tx
      .delete(presences)
      .where(and(eq(presences.id, parsed.data.id), eq(presences.personId, actor.id)))
      .then(() => undefined),
  );
  return ok(null);
}

async function discussedAt(storyId: string): Promise<string> {
  const [all] = await read
    .select({
      said: count(),
      resolved: count(staffComments.resolvedAt),
      last: max(staffComments.resolvedAt),
      edited: max(staffComments.editedAt),
      deleted: count(staffComments.deletedAt),
    })
    .from(staffComments)
    .where(eq(staffComments.storyId, storyId));
  const at = [all?.last, all?.edited].map((moment) => moment?.getTime() ?? '');
  return [all?.said, all?.resolved, all?.deleted, ...at].join(' ');
}

type Seen = { id: string; personId: string; storyId: string; field: string };

async function seen(tx: Tx, editor: Seen): Promise<boolean> {
  const at = now();
  await tx.delete(presences).where(lte(presences.seenAt, ago(SILENCE_MS)));
  const [open] = await tx
    .select({ editors: count() })
    .from(presences)
    .where(and(eq(presences.personId, editor.personId), ne(presences.id, editor.id)));
  if ((open?.editors ?? 0) >= MOST_EDITORS) return false;
  const { storyId, field } = editor;
  await tx
    .insert(presences)
    .values({ ...editor, openedAt: at, seenAt: at })
    .onConflictDoUpdate({
      target: presences.id,
      set: { storyId, field, seenAt: at },
      setWhere: eq(presences.personId, editor.personId),
    });
  return true;
}

async function othersIn(
  storyId: string,
  ownId: string,
  personId: string,
): Promise<Company['others']> {
  const rows = await read
    .select({
      id: presences.id,
      personId: presences.personId,
      name: people.name,
      field: presences.field,
      openedAt: presences.openedAt,
    })
    .from(presences)
    .innerJoin(people, eq(people.id, presences.personId))
    .where(
      and(
        eq(presences.storyId, storyId),
        gt(presences.seenAt, ago(SILENCE_MS)),
        ne(presences.id, ownId),
      ),
    )
    .orderBy(asc(presences.openedAt), asc(presences.id))
    .limit(MOST_OTHERS);
  return rows.map(({ id, name, field, openedAt, personId: whose }) => ({
    id,
    name,
    field,
    since: openedAt.toISOString(),
    you: whose === personId,
  }));
}

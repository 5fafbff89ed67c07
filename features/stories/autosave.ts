import { and, count, desc, eq, isNull, lt, lte, max, sql } from 'drizzle-orm';
import { autosaves } from '#db/schema/writing.ts';
import { read, transaction } from '#db/store.ts';
import type { Actor } from '#features/people/actor.ts';
import { AutosaveInput } from '#features/stories/input.ts';
import { putAutosave } from '#features/stories/internal/autosaves.ts';
import { headsOf } from '#features/stories/internal/desk-rows.ts';
import { loadStory } from '#features/stories/internal/facts.ts';
import { can } from '#features/stories/policy.ts';
import { openEditors } from '#features/stories/presence.ts';
import type { KeptText } from '#features/stories/views.ts';
import { now } from '#lib/clock.ts';
import { incorrect, ok, type Result, refuse } from '#lib/result.ts';
import { fieldErrors } from '#lib/text.ts';

/** More texts than anybody has open; what is beyond is kept on the device only. */
const MOST_TEXTS = 100;

/** What is offered again when a story is opened. */
const MOST_OFFERED = 20;

/**
 * Keeps what a person is typing, or with no draft forgets it. It is no revision and decides nothing,
 * so the audit log does not have it. What was overtaken on its way changes nothing and is no error.
 */
export async function keepAutosave(actor: Actor, input: unknown): Promise<Result<null>> {
  if (actor.type !== 'staff') return refuse('forbidden', 'Only staff write stories.');
  const parsed = AutosaveInput.safeParse(input);
  if (!parsed.success) return incorrect(fieldErrors(parsed.error));
  const { id, personId, storyId, basedOn, sequence, draft } = parsed.data;
  if (personId !== actor.id) return refuse('forbidden', 'Somebody else is signed in now.');
  return transaction(async (tx) => {
    if (!draft) {
      await tx
        .delete(autosaves)
        .where(
          and(
            eq(autosaves.id, id),
            eq(autosaves.personId, actor.id),
            lte(autosaves.sequence, sequence),
          ),
        );
      return ok(null);
    }
    if (storyId) {
      const loaded = await loadStory(tx, storyId, actor);
      if (!loaded || !can(actor, 'see', loaded.policy).ok) {
        return refuse('missing', 'There is no such story.');
      }
    } else {
      const { sectionId } = draft.fields;
      const place = { sectionId: String(sectionId), own: true, isPublic: false };
      const verdict = can(actor, 'create', place);
      if (!verdict.ok) return refuse('forbidden', verdict.why);
    }
    const [others] = await tx
      .select({ texts: count() })
      .from(autosaves)
      .where(eq(autosaves.personId, actor.id));
    if ((others?.texts ?? 0) >= MOST_TEXTS) {
      const [known] = await tx
        .select({ id: autosaves.id })
        .from(autosaves)
        .where(eq(autosaves.id, id));
      if (!known) return refuse('limited', 'Too many unsaved texts: save or discard some.');
    }
    const mine = await putAutosave(tx, actor.id, {
      id,
      storyId: storyId || null,
      basedOnId: basedOn,
      sequence,
      draft,
    });
    return mine ? ok(null) : refuse('missing', 'There is no such text.');
  });
}

/** What this person typed into a story, or into new ones, and never saved. Newest first. */
export async function unsavedTexts(actor: Actor, storyId: string | null): Promise<KeptText[]> {
  if (actor.type !== 'staff') return [];
  const rows = await read
    .select()
    .from(autosaves)
    .where(
      and(
        eq(autosaves.personId, actor.id),
        storyId ? eq(autosaves.storyId, storyId) : isNull(autosaves.storyId),
      ),
    )
    .orderBy(desc(autosaves.savedAt), desc(autosaves.id))
    .limit(MOST_OFFERED);
  const open = await openEditors(rows.map((row) => row.id));
  return rows.map((row) => ({
    id: row.id,
    open: open.has(row.id),
    personId: row.personId,
    storyId: row.storyId ?? '',
    basedOn: row.basedOnId,
    sequence: row.sequence,
    at: row.savedAt.toISOString(),
    draft: JSON.parse(row.content),
  }));
}

/** The stories in which this person has unsaved text, newest first; without an id for new ones. */
export async function unsavedPlaces(
  actor: Actor,
): Promise<{ storyId: string; headline: string }[]> {
  if (actor.type !== 'staff') return [];
  const rows = await read
    .select({ storyId: autosaves.storyId, last: max(autosaves.savedAt).as('last') })
    .from(autosaves)
    .where(eq(autosaves.personId, actor.id))
    .groupBy(autosaves.storyId)
    .orderBy(desc(sql`last`))
    .limit(MOST_OFFERED);
  const heads = await headsOf(
    read,
    rows.flatMap((row) => row.storyId ?? []),
  );
  return rows.map(({ storyId }) => ({
    storyId: storyId ?? '',
    headline: heads.get(storyId ?? '')?.headline ?? '',
  }));
}

const KEEP_DAYS = 90;

/** Forgets what nobody has come back for. */
export async function sweepAutosaves(): Promise<void> {
  const before = new Date(now().getTime() - KEEP_DAYS * 24 * 3_600_000);
  await transaction((tx) =>
    tx
      .delete(autosaves)
      .where(lt(autosaves.savedAt, before))
      .then(() => undefined),
  );
}

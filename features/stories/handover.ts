import { and, count, eq, inArray, isNotNull, isNull, notInArray } from 'drizzle-orm';
import { recordAudit } from '#db/audit.ts';
import { emit } from '#db/outbox.ts';
import { grants, people } from '#db/schema/people.ts';
import { live } from '#db/schema/readers.ts';
import { stories } from '#db/schema/stories.ts';
import { autosaves } from '#db/schema/writing.ts';
import { type Reader, read, type Tx, transaction } from '#db/store.ts';
import { heldStories } from '#features/holds/queries.ts';
import { type Actor, actorName, type Role } from '#features/people/actor.ts';
import { can } from '#features/people/policy.ts';
import { HandOverInput } from '#features/stories/input.ts';
import { relist } from '#features/stories/internal/desk-list.ts';
import { incorrect, ok, type Result, refuse } from '#lib/result.ts';
import { fieldErrors } from '#lib/text.ts';

const WRITERS: readonly Role[] = ['admin', 'editor', 'reporter', 'contributor'];

/** What became of the drafts that were handed over. */
export type HandedOver = {
  stories: number;
  /** Drafts of sections in which the other does not write: they stay where they are. */
  left: number;
};

const notPublic = (from: Reader) =>
  notInArray(stories.id, from.select({ id: live.storyId }).from(live));

const notHeld = (from: Reader) => notInArray(stories.id, heldStories(from));

/** How many drafts each person has, for whoever may hand them over. */
export async function draftCounts(actor: Actor): Promise<Map<string, number>> {
  if (!can(actor, 'hand over drafts').ok) return new Map();
  const rows = await read
    .select({ personId: stories.createdBy, drafts: count() })
    .from(stories)
    .where(and(isNotNull(stories.createdBy), notPublic(read)))
    .groupBy(stories.createdBy);
  return new Map(rows.flatMap(({ personId, drafts }) => (personId ? [[personId, drafts]] : [])));
}

/**
 * Gives the drafts of one person to another, with what was typed in them and not saved. What readers
 * see stays whose it is, and so do bylines.
 */
export async function handOverDrafts(actor: Actor, input: unknown): Promise<Result<HandedOver>> {
  const verdict = can(actor, 'hand over drafts');
  if (!verdict.ok) return refuse('forbidden', verdict.why);
  const parsed = HandOverInput.safeParse(input);
  if (!parsed.success) return incorrect(fieldErrors(parsed.error));
  const { from, to } = parsed.data;
  return transaction(async (tx) => {
    const sections = await writtenSections(tx, to);
    if (!sections) return incorrect({ to: 'This person does not write stories here.' });
    const drafts = and(eq(stories.createdBy, from), notPublic(tx), notHeld(tx));
    const given = await tx
      .update(stories)
      .set({ createdBy: to })
      .where(sections === 'all' ? drafts : and(drafts, inArray(stories.sectionId, sections)))
      .returning({ id: stories.id });
    const ids = given.map((story) => story.id);
    await giveTyped(tx, 'new stories', from, to);
    for (let n = 0; n < ids.length; n += BATCH) {
      const some = ids.slice(n, n + BATCH);
      await giveTyped(tx, some, from, to);
      await relist(tx, some);
    }
    await emit(tx, {
      kind: 'drafts.handed-over',
      payload: { from, to, sections: sections === 'all' ? null : sections },
    });
    const [left] = await tx.select({ drafts: count() }).from(stories).where(drafts);
    await recordAudit(tx, {
      actor: actorName(actor),
      act: 'story.hand-over',
      noun: 'person',
      thingId: from,
      payload: { to, stories: ids },
    });
    return ok({ stories: ids.length, left: left?.drafts ?? 0 });
  });
}

/** As many ids as one statement takes on either database, and many more than somebody has. */
const BATCH = 1_000;

/** What was typed in these stories, or in those that have no first revision yet. */
async function giveTyped(
  tx: Tx,
  ids: string[] | 'new stories',
  from: string,
  to: string,
): Promise<void> {
  const which = ids === 'new stories' ? isNull(autosaves.storyId) : inArray(autosaves.storyId, ids);
  await tx
    .update(autosaves)
    .set({ personId: to })
    .where(and(eq(autosaves.personId, from), which));
}

/** Where somebody writes: everywhere, in some sections, or (null) nowhere. */
async function writtenSections(tx: Tx, personId: string): Promise<'all' | string[] | null> {
  const held = await tx
    .select({ role: grants.role, sectionId: grants.sectionId, person: people })
    .from(grants)
    .innerJoin(people, eq(people.id, grants.personId))
    .where(eq(grants.personId, personId));
  const writing = held.filter(
    ({ role, person }) => WRITERS.includes(role) && !person.deactivatedAt && !person.invited,
  );
  if (writing.length === 0) return null;
  if (writing.some((grant) => grant.sectionId === null)) return 'all';
  return writing.flatMap((grant) => grant.sectionId ?? []);
}

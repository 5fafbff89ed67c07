import { eq, max } from 'drizzle-orm';
import { recordAudit } from '#db/audit.ts';
import { emit, touch } from '#db/outbox.ts';
import { sections } from '#db/schema/site.ts';
import { transaction } from '#db/store.ts';
import { storyHeldIn } from '#features/holds/queries.ts';
import { claimPath, ownerOf } from '#features/paths/commands.ts';
import { type Actor, actorName } from '#features/people/actor.ts';
import { OrderInput, SectionInput } from '#features/sections/input.ts';
import { can } from '#features/sections/policy.ts';
import { sectionById, sectionList } from '#features/sections/queries.ts';
import { sectionsTag } from '#features/sections/tags.ts';
import { now } from '#lib/clock.ts';
import { newId } from '#lib/ids.ts';
import { sectionPath } from '#lib/paths.ts';
import { incorrect, ok, type Result, refuse } from '#lib/result.ts';
import { fieldErrors } from '#lib/text.ts';

/** Adds a section at the end of the navigation. Reserved and taken names are refused. */
export async function addSection(
  actor: Actor,
  input: unknown,
  made: { sample?: boolean } = {},
): Promise<Result<{ id: string }>> {
  const verdict = can(actor, 'add');
  if (!verdict.ok) return refuse('forbidden', verdict.why);
  const parsed = SectionInput.safeParse(input);
  if (!parsed.success) {
    return incorrect(fieldErrors(parsed.error));
  }
  return transaction(async (tx) => {
    const path = sectionPath(parsed.data.slug);
    if (await ownerOf(tx, path)) return slugTaken();
    const id = newId();
    const [last] = await tx.select({ position: max(sections.position) }).from(sections);
    const inserted = await tx
      .insert(sections)
      .values({
        id,
        ...parsed.data,
        position: (last?.position ?? 0) + 1,
        sample: made.sample ?? false,
        createdAt: now(),
      })
      .onConflictDoNothing()
      .returning({ id: sections.id });
    if (inserted.length === 0) return slugTaken();
    await claimPath(tx, path, { noun: 'section', thingId: id });
    await touch(tx, [sectionsTag()]);
    await recordAudit(tx, {
      actor: actorName(actor),
      act: 'section.add',
      noun: 'section',
      thingId: id,
      payload: parsed.data,
    });
    return ok({ id });
  });
}

/**
 * Renames a section. Another slug moves the section and, by the event that the stories listen to, all
 * of its stories; the old addresses redirect.
 */
export async function changeSection(
  actor: Actor,
  id: string,
  input: unknown,
): Promise<Result<{ id: string }>> {
  const verdict = can(actor, 'change');
  if (!verdict.ok) return refuse('forbidden', verdict.why);
  const parsed = SectionInput.safeParse(input);
  if (!parsed.success) {
    return incorrect(fieldErrors(parsed.error));
  }
  return transaction(async (tx) => {
    const section = await sectionById(tx, id);
    if (!section) return refuse('missing', 'There is no such section.');
    const path = sectionPath(parsed.data.slug);
    if (path !== section.path) {
      const held = await storyHeldIn(tx, id);
      if (held) {
        const why = 'A story of this section is on hold, so its address stays.';
        return refuse('illegal', `${why} ${held}`, { slug: why });
      }
      if (!(await claimPath(tx, path, { noun: 'section', thingId: id }))) return slugTaken();
    }
    await tx.update(sections).set(parsed.data).where(eq(sections.id, id));
    await touch(tx, [sectionsTag()]);
    if (path !== section.path)
      await emit(tx, { kind: 'section.moved', payload: { sectionId: id } });
    await recordAudit(tx, {
      actor: actorName(actor),
      act: 'section.change',
      noun: 'section',
      thingId: id,
      payload: { before: section.slug, ...parsed.data },
    });
    return ok({ id });
  });
}

/** Puts all sections in another order, for the navigation and the rows of the home front. */
export async function orderSections(actor: Actor, input: unknown): Promise<Result<null>> {
  const verdict = can(actor, 'order');
  if (!verdict.ok) return refuse('forbidden', verdict.why);
  const parsed = OrderInput.safeParse(input);
  if (!parsed.success) return incorrect(fieldErrors(parsed.error));
  const { order } = parsed.data;
  return transaction(async (tx) => {
    const all = await sectionList(tx);
    const known = all.map((section) => section.id).toSorted();
    if (known.join() !== order.toSorted().join()) {
      const why =
        'The sections are others meanwhile. They are shown as they are now: please order these.';
      return refuse('conflict', why);
    }
    // In one order whatever the new one is, so that two who do it at once wait and do not lock.
    for (const id of known) {
      await tx
        .update(sections)
        .set({ position: order.indexOf(id) + 1 })
        .where(eq(sections.id, id));
    }
    await touch(tx, [sectionsTag()]);
    const slugs = new Map(all.map(({ id, slug }) => [id, slug]));
    await recordAudit(tx, {
      actor: actorName(actor),
      act: 'section.order',
      noun: 'section',
      thingId: 'all',
      payload: { before: all.map(({ slug }) => slug), order: order.map((id) => slugs.get(id)) },
    });
    return ok(null);
  });
}

function slugTaken() {
  const why = 'Another section has, or had, this address.';
  return refuse('conflict', why, { slug: why });
}

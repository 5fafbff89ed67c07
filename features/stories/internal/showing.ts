import { and, eq, inArray, isNull } from 'drizzle-orm';
import { emit, touch } from '#db/outbox.ts';
import { corrections } from '#db/schema/corrections.ts';
import { schedules } from '#db/schema/decisions.ts';
import { publications, revisions, stories } from '#db/schema/stories.ts';
import type { Tx } from '#db/store.ts';
import { claimPath, releasePaths } from '#features/paths/commands.ts';
import { type Actor, actorName } from '#features/people/actor.ts';
import { sectionById } from '#features/sections/queries.ts';
import { contentOf, publicPart } from '#features/stories/internal/content.ts';
import { bringOutCorrections } from '#features/stories/internal/corrections.ts';
import type { RevisionRow } from '#features/stories/internal/facts.ts';
import { putLive, takeLive } from '#features/stories/internal/live.ts';
import { closeSubmission, type Ready } from '#features/stories/internal/moving.ts';
import { freeSlug } from '#features/stories/internal/slugs.ts';
import { bringOutTerms } from '#features/stories/internal/terms.ts';
import { correctionsTag } from '#features/stories/tags.ts';
import { now } from '#lib/clock.ts';
import { newId } from '#lib/ids.ts';
import { storyPath } from '#lib/paths.ts';
import { ok, type Result, refuse } from '#lib/result.ts';

/**
 * Puts a revision before readers, in place of what they saw. The answer is its address. Should another
 * story have come to the address first, a person chooses another; the clock cannot ask and numbers it.
 */
export async function makeLive(
  ready: Ready,
  actor: Actor,
  ifTaken: 'ask' | 'number' = 'ask',
): Promise<Result<{ path: string }>> {
  const { tx, loaded, revision } = ready;
  const { story } = loaded;
  const section = await sectionById(tx, story.sectionId);
  if (!section) throw new Error(`no section ${story.sectionId}`);
  let { slug } = story;
  let path = storyPath(section.slug, slug);
  const thing = { noun: 'story' as const, thingId: story.id };
  if (!(await claimPath(tx, path, thing))) {
    if (ifTaken === 'ask') {
      const why = 'Another story has, or had, this address: give this one another slug.';
      return refuse('conflict', why, { slug: why });
    }
    slug = await freeSlug(tx, section.slug, slug);
    path = storyPath(section.slug, slug);
    if (!(await claimPath(tx, path, thing))) throw new Error('a free address was not free');
  }
  await bringOutTerms(tx, revision.id);
  const at = now();
  const before = await endPublication(ready, actor, 'replaced');
  await tx.insert(publications).values({
    id: newId(),
    storyId: story.id,
    revisionId: revision.id,
    startedAt: at,
    startedBy: actorName(actor),
    reason: ready.note,
    openFor: story.id,
  });
  const corrected = await bringOutCorrections(tx, revision);
  const textChanged =
    corrected || (before !== null && (await readsDifferently(tx, before, revision)));
  const [shown] = await tx
    .update(stories)
    .set({
      slug,
      firstPublishedAt: story.firstPublishedAt ?? at,
      updatedAt: textChanged ? at : story.updatedAt,
    })
    .where(eq(stories.id, story.id))
    .returning();
  if (!shown) throw new Error(`story ${story.id} vanished`);
  await closeSubmission(ready, actor, 'published');
  await cancelSchedules(ready, actor, ['publish', 'replace']);
  const touched = await putLive(tx, shown, revision);
  await touch(tx, corrected ? [...touched, correctionsTag()] : touched);
  await emit(tx, { kind: 'story.live', payload: { storyId: story.id } });
  return ok({ path });
}

/**
 * Takes a story away from readers, with everything that was planned for it. What is `said` about it
 * goes on the page of corrections.
 */
export async function takeAway(ready: Ready, actor: Actor, said = ''): Promise<void> {
  const { tx, loaded } = ready;
  const { id } = loaded.story;
  if (said) await sayWithdrawn(ready, actor, said);
  await endPublication(ready, actor, 'withdrawn');
  await cancelSchedules(ready, actor, ['publish', 'replace', 'withdraw']);
  await releasePaths(tx, { noun: 'story', thingId: id });
  await touch(tx, [...(await takeLive(tx, id)), correctionsTag()]);
  await emit(tx, { kind: 'story.gone', payload: { storyId: id } });
}

async function sayWithdrawn({ tx, loaded }: Ready, actor: Actor, said: string): Promise<void> {
  const { live } = loaded.facts;
  const [shown] = await tx
    .select({ headline: revisions.headline })
    .from(revisions)
    .where(eq(revisions.id, live?.revisionId ?? ''));
  await tx.insert(corrections).values({
    id: newId(),
    storyId: loaded.story.id,
    revisionId: live?.revisionId ?? loaded.head.id,
    kind: 'withdrawal',
    severity: 'serious',
    text: said,
    headline: shown?.headline ?? '',
    madeBy: actorName(actor),
    madeAt: now(),
    shownAt: now(),
  });
}

/** Closes the open row of the publication log; returns the revision that readers saw until now. */
async function endPublication(
  { tx, loaded, note }: Ready,
  actor: Actor,
  endedAs: 'replaced' | 'withdrawn',
): Promise<string | null> {
  const [ended] = await tx
    .update(publications)
    .set({
      endedAt: now(),
      endedBy: actorName(actor),
      endedAs,
      openFor: null,
      ...(endedAs === 'withdrawn' ? { reason: note } : {}),
    })
    .where(eq(publications.openFor, loaded.story.id))
    .returning({ revisionId: publications.revisionId });
  return ended?.revisionId ?? null;
}

/** What differs here is seen without asking for bylines and topics. */
const WORDS = ['headline', 'standfirst'] as const satisfies (keyof RevisionRow)[];

async function readsDifferently(tx: Tx, beforeId: string, after: RevisionRow): Promise<boolean> {
  const [before] = await tx.select().from(revisions).where(eq(revisions.id, beforeId));
  if (!before) throw new Error(`no revision ${beforeId}`);
  if (WORDS.some((field) => before[field] !== after[field])) return true;
  const [was, is] = [await contentOf(tx, before), await contentOf(tx, after)];
  return JSON.stringify(publicPart(was)) !== JSON.stringify(publicPart(is));
}

/** Takes back what is still to come of these acts; returns how many there were. */
export async function cancelSchedules(
  { tx, loaded }: Pick<Ready, 'tx' | 'loaded'>,
  actor: Actor,
  acts: ('publish' | 'replace' | 'withdraw')[],
): Promise<number> {
  const cancelled = await tx
    .update(schedules)
    .set({ cancelledAt: now(), cancelledBy: actorName(actor) })
    .where(
      and(
        eq(schedules.storyId, loaded.story.id),
        inArray(schedules.act, acts),
        isNull(schedules.doneAt),
        isNull(schedules.cancelledAt),
      ),
    )
    .returning({ id: schedules.id });
  return cancelled.length;
}

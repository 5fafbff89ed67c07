import { and, eq, inArray, isNull, notInArray } from 'drizzle-orm';
import { erasePayloads } from '#db/audit.ts';
import { touch } from '#db/outbox.ts';
import { corrections } from '#db/schema/corrections.ts';
import { approvals, checkReasons, schedules, submissions } from '#db/schema/decisions.ts';
import { pictureUses } from '#db/schema/pictures.ts';
import { live } from '#db/schema/readers.ts';
import { termAliases, terms } from '#db/schema/site.ts';
import { publications, revisions, revisionTerms, stories } from '#db/schema/stories.ts';
import type { Tx } from '#db/store.ts';
import { claimPath, forgetPaths } from '#features/paths/commands.ts';
import { type Actor, actorName } from '#features/people/actor.ts';
import { sectionById } from '#features/sections/queries.ts';
import { contentOf } from '#features/stories/internal/content.ts';
import { type Loaded, loadForChange, type RevisionRow } from '#features/stories/internal/facts.ts';
import { putLive } from '#features/stories/internal/live.ts';
import { silencePictures, storiesWith } from '#features/stories/internal/picture-words.ts';
import { forgetSaid, forgetTyped } from '#features/stories/internal/typed.ts';
import { can } from '#features/stories/policy.ts';
import { correctionsTag, storyTag } from '#features/stories/tags.ts';
import { telltale } from '#features/stories/telltale.ts';
import { now } from '#lib/clock.ts';
import { storyPath } from '#lib/paths.ts';

/** A story that will be written, if this person may know of it. */
export async function storyForLaw(tx: Tx, storyId: string, actor: Actor): Promise<Loaded | null> {
  const loaded = await loadForChange(tx, storyId, actor);
  return loaded && can(actor, 'see', loaded.policy).ok ? loaded : null;
}

/** All revisions of a story, oldest first. */
export function everyRevision(tx: Tx, storyId: string): Promise<RevisionRow[]> {
  return tx
    .select()
    .from(revisions)
    .where(eq(revisions.storyId, storyId))
    .orderBy(revisions.number);
}

/** The stories that have these pictures, kept from others until this transaction ends. */
export async function storiesOfPictures(tx: Tx, pictureIds: readonly string[]): Promise<string[]> {
  const ids = await storiesWith(tx, pictureIds);
  for (const id of ids) await tx.update(stories).set({ id }).where(eq(stories.id, id));
  return ids;
}

/** Lets no text say anything of these pictures any more, and every card be without them. */
export async function forgetPictures(
  tx: Tx,
  storyIds: readonly string[],
  pictureIds: readonly string[],
): Promise<void> {
  await silencePictures(tx, storyIds, pictureIds);
  for (const storyId of storyIds) {
    await touch(tx, [storyTag(storyId)]);
    const [shown] = await tx
      .select({ story: stories, revision: revisions })
      .from(live)
      .innerJoin(stories, eq(stories.id, live.storyId))
      .innerJoin(revisions, eq(revisions.id, live.revisionId))
      .where(eq(live.storyId, storyId));
    if (shown) await touch(tx, await putLive(tx, shown.story, shown.revision));
  }
}

type Blanking = {
  actor: Actor;
  loaded: Loaded;
  chosen: RevisionRow[];
  kept: RevisionRow[];
  words: readonly string[];
  reason: string;
};

/**
 * Takes what these revisions said out of the story: their rows, what was decided about them, what is
 * being typed, what was said of them, and the details of the audit log. Answers what gives them away.
 */
export async function blankRevisions(
  tx: Tx,
  { actor, loaded, chosen, kept, words, reason }: Blanking,
): Promise<{ tells: (text: string) => boolean; erased: number }> {
  const { id: storyId } = loaded.story;
  const ids = chosen.map((revision) => revision.id);
  const gone = (await Promise.all(chosen.map((one) => textsIn(tx, one)))).flat();
  const stays = (await Promise.all(kept.map((one) => textsIn(tx, one)))).flat();
  const tells = telltale(gone, stays, words);
  await tx
    .update(revisions)
    .set({ ...EMPTY, redactedAt: now(), redactionReason: reason })
    .where(inArray(revisions.id, ids));
  await tx.delete(pictureUses).where(inArray(pictureUses.revisionId, ids));
  await forgetTerms(tx, ids);
  await forgetTyped(tx, { storyId, revisionIds: ids, tells });
  await forgetSaid(tx, { storyId, revisionIds: ids, tells });
  await endDecisions(tx, ids, actor, tells);
  const erased = await erasePayloads(tx, { noun: 'story', thingId: storyId }, tells);
  await touch(tx, [storyTag(storyId)]);
  return { tells, erased: erased.length };
}

const EMPTY = {
  headline: '',
  shortHeadline: '',
  searchTitle: '',
  searchDescription: '',
  standfirst: '',
  datelinePlace: '',
  datelineDate: null,
  body: { type: 'doc', content: [] },
  words: 0,
  pictureId: null,
  pictureAlt: '',
  pictureCaption: '',
  pictureCredit: '',
  sourceLine: '',
  notes: '',
  name: null,
};

/** Everything that a revision says, piece by piece. */
async function textsIn(tx: Tx, revision: RevisionRow): Promise<string[]> {
  const { bylines: _people, ...content } = await contentOf(tx, revision);
  return [...leavesOf(content), revision.name ?? ''].filter((text) => text.trim() !== '');
}

const NOT_SAID = new Set(['type', 'pictureId', 'marks', 'datelineDate', 'href', 'url']);

function leavesOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) {
    const isLine =
      value.length > 0 && value.every((one) => one?.type === 'text' || one?.type === 'hardBreak');
    if (isLine) return [value.map((one) => one.text ?? '\n').join('')];
    return value.flatMap(leavesOf);
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) =>
    NOT_SAID.has(name) ? [] : leavesOf(part),
  );
}

/** The topics and places of these revisions; those that nobody else has go with their names. */
async function forgetTerms(tx: Tx, revisionIds: string[]): Promise<void> {
  const links = await tx
    .delete(revisionTerms)
    .where(inArray(revisionTerms.revisionId, revisionIds))
    .returning({ termId: revisionTerms.termId });
  const ids = [...new Set(links.map((link) => link.termId))];
  if (ids.length === 0) return;
  const inUse = tx.selectDistinct({ id: revisionTerms.termId }).from(revisionTerms);
  const targets = await tx
    .select({ id: terms.mergedIntoId })
    .from(terms)
    .where(inArray(terms.mergedIntoId, ids));
  const doomed = await tx
    .select({ id: terms.id })
    .from(terms)
    .where(and(inArray(terms.id, ids), notInArray(terms.id, inUse)));
  const alone = doomed.map((term) => term.id).filter((id) => !targets.some((one) => one.id === id));
  if (alone.length === 0) return;
  await tx.delete(termAliases).where(inArray(termAliases.termId, alone));
  await tx.delete(terms).where(inArray(terms.id, alone));
}

/** What was said when these revisions were decided about, where it gives them away. */
async function endDecisions(
  tx: Tx,
  ids: string[],
  actor: Actor,
  tells: (text: string) => boolean,
): Promise<void> {
  const by = actorName(actor);
  await tx
    .update(approvals)
    .set({ revokedAt: now(), revokedBy: by })
    .where(and(inArray(approvals.revisionId, ids), isNull(approvals.revokedAt)));
  await tx
    .update(submissions)
    .set({ closedAt: now(), closedBy: by, outcome: 'taken back' })
    .where(and(inArray(submissions.revisionId, ids), isNull(submissions.closedAt)));
  const told = await tx.select().from(publications).where(inArray(publications.revisionId, ids));
  for (const { id, reason } of told) {
    if (tells(reason))
      await tx.update(publications).set({ reason: '' }).where(eq(publications.id, id));
  }
  await forgetCorrections(tx, ids, tells);
  const planned = await tx.select().from(schedules).where(inArray(schedules.revisionId, ids));
  for (const { id, note } of planned) {
    if (tells(note)) await tx.update(schedules).set({ note: '' }).where(eq(schedules.id, id));
  }
  const said = await tx.select().from(submissions).where(inArray(submissions.revisionId, ids));
  for (const { id, note, answer } of said) {
    const blank = {
      ...(tells(note) ? { note: '' } : {}),
      ...(tells(answer) ? { answer: '' } : {}),
    };
    if (Object.keys(blank).length > 0)
      await tx.update(submissions).set(blank).where(eq(submissions.id, id));
  }
}

/** What readers were told about these revisions, and why checks were passed over. */
async function forgetCorrections(
  tx: Tx,
  ids: string[],
  tells: (text: string) => boolean,
): Promise<void> {
  const told = await tx.select().from(corrections).where(inArray(corrections.revisionId, ids));
  for (const { id, text, headline, takenBackWhy } of told) {
    const left = (words: string) => (tells(words) ? '' : words);
    await tx
      .update(corrections)
      .set({ text: left(text), headline: left(headline), takenBackWhy: left(takenBackWhy) })
      .where(eq(corrections.id, id));
  }
  if (told.length > 0) await touch(tx, [correctionsTag()]);
  const passed = await tx.select().from(checkReasons).where(inArray(checkReasons.revisionId, ids));
  for (const { id, subject, reason } of passed) {
    if (tells(subject) || tells(reason))
      await tx.delete(checkReasons).where(eq(checkReasons.id, id));
  }
}

/**
 * Gives a story an address that says nothing, and lets the old ones lead nowhere: 404, and not 410 or a
 * redirect, for either would have to keep them.
 */
export async function forgetAddress(tx: Tx, storyId: string): Promise<void> {
  await forgetPaths(tx, { noun: 'story', thingId: storyId });
  const [story] = await tx
    .update(stories)
    .set({ slug: `story-${storyId.slice(0, 10)}` })
    .where(eq(stories.id, storyId))
    .returning();
  const [shown] = await tx
    .select({ revision: revisions })
    .from(live)
    .innerJoin(revisions, eq(revisions.id, live.revisionId))
    .where(eq(live.storyId, storyId));
  const section = story && (await sectionById(tx, story.sectionId));
  if (!shown || !section) return;
  await claimPath(tx, storyPath(section.slug, story.slug), { noun: 'story', thingId: storyId });
  await touch(tx, await putLive(tx, story, shown.revision));
}

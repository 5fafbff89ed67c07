import { and, count, eq, inArray, isNotNull, notInArray, sql } from 'drizzle-orm';
import { corrections } from '#db/schema/corrections.ts';
import {
  approvals,
  checkReasons,
  embargoes,
  holds,
  schedules,
  submissions,
} from '#db/schema/decisions.ts';
import { deskList } from '#db/schema/desk.ts';
import { authors, grants, people, sessions } from '#db/schema/people.ts';
import { pictureUses } from '#db/schema/pictures.ts';
import { previewAnswers, previewLinks } from '#db/schema/previews.ts';
import { live, liveCounts, liveLists } from '#db/schema/readers.ts';
import { paths, sections, termAliases, terms } from '#db/schema/site.ts';
import { bylines, publications, revisions, revisionTerms, stories } from '#db/schema/stories.ts';
import { autosaves, mentions, presences, staffComments } from '#db/schema/writing.ts';
import type { Tx } from '#db/store.ts';
import { forgetPaths } from '#features/paths/commands.ts';

const DECIDED = [
  corrections,
  checkReasons,
  previewAnswers,
  previewLinks,
  submissions,
  approvals,
  schedules,
  embargoes,
  holds,
];

const sampleStories = (tx: Tx) =>
  tx.select({ id: stories.id }).from(stories).where(eq(stories.sample, true));

/** Takes away the stories of the sample with all that was decided about them. Returns their ids. */
export async function removeStories(tx: Tx): Promise<string[]> {
  const doomed = await sampleStories(tx);
  if (doomed.length === 0) return [];
  for (const table of DECIDED) {
    await tx.delete(table).where(inArray(table.storyId, sampleStories(tx)));
  }
  const said = tx
    .select({ id: staffComments.id })
    .from(staffComments)
    .where(inArray(staffComments.storyId, sampleStories(tx)));
  await tx.delete(mentions).where(inArray(mentions.commentId, said));
  for (const table of [
    autosaves,
    presences,
    staffComments,
    publications,
    live,
    liveLists,
    deskList,
  ]) {
    await tx.delete(table).where(inArray(table.storyId, sampleStories(tx)));
  }
  const theirs = tx
    .select({ id: revisions.id })
    .from(revisions)
    .where(inArray(revisions.storyId, sampleStories(tx)));
  await tx.delete(bylines).where(inArray(bylines.revisionId, theirs));
  await tx.delete(pictureUses).where(inArray(pictureUses.revisionId, theirs));
  await tx.delete(revisionTerms).where(inArray(revisionTerms.revisionId, theirs));
  await tx.delete(revisions).where(inArray(revisions.storyId, sampleStories(tx)));
  await tx
    .delete(paths)
    .where(and(eq(paths.noun, 'story'), inArray(paths.thingId, sampleStories(tx))));
  await tx.delete(stories).where(eq(stories.sample, true));
  await recount(tx);
  return doomed.map((story) => story.id);
}

/** Counts each list of what is live anew. */
export async function recount(tx: Tx): Promise<void> {
  await tx.delete(liveCounts);
  const inSections = await tx
    .select({ kind: sql<'section'>`'section'`, listId: live.sectionId, stories: count() })
    .from(live)
    .groupBy(live.sectionId);
  const inLists = await tx
    .select({ kind: liveLists.kind, listId: liveLists.listId, stories: count() })
    .from(liveLists)
    .groupBy(liveLists.kind, liveLists.listId);
  const counts = [...inSections, ...inLists];
  for (let n = 0; n < counts.length; n += 500) {
    await tx.insert(liveCounts).values(counts.slice(n, n + 500));
  }
}

/**
 * Takes away sections, topics, places, authors and staff of the sample. What the newsroom's own
 * stories have come to stand on stays, and is the newsroom's from now on.
 */
export async function removeSetting(tx: Tx): Promise<void> {
  await removeTerms(tx);
  await removePeople(tx);
  const inUse = tx.selectDistinct({ id: stories.sectionId }).from(stories);
  const gone = await tx
    .delete(sections)
    .where(and(eq(sections.sample, true), notInArray(sections.id, inUse)))
    .returning({ id: sections.id });
  for (const { id } of gone) {
    await forgetPaths(tx, { noun: 'section', thingId: id });
    await tx.delete(grants).where(eq(grants.sectionId, id));
  }
  await tx.update(sections).set({ sample: false }).where(eq(sections.sample, true));
}

async function removeTerms(tx: Tx): Promise<void> {
  const inUse = tx.selectDistinct({ id: revisionTerms.termId }).from(revisionTerms);
  const mergedInto = tx
    .selectDistinct({ id: terms.mergedIntoId })
    .from(terms)
    .where(and(eq(terms.sample, false), isNotNull(terms.mergedIntoId)));
  const doomed = tx
    .select({ id: terms.id })
    .from(terms)
    .where(
      and(eq(terms.sample, true), notInArray(terms.id, inUse), notInArray(terms.id, mergedInto)),
    );
  await tx.delete(termAliases).where(inArray(termAliases.termId, doomed));
  await tx
    .delete(terms)
    .where(
      and(
        eq(terms.sample, true),
        notInArray(terms.id, tx.select({ id: termAliases.termId }).from(termAliases)),
      ),
    );
  await tx.update(terms).set({ sample: false }).where(eq(terms.sample, true));
}

async function removePeople(tx: Tx): Promise<void> {
  const inUse = tx.selectDistinct({ id: bylines.authorId }).from(bylines);
  await tx.delete(authors).where(and(eq(authors.sample, true), notInArray(authors.id, inUse)));
  // Who stays in a byline of the newsroom's own is a guest there: the account goes all the same.
  const staff = tx.select({ id: people.id }).from(people).where(eq(people.sample, true));
  await tx.update(authors).set({ sample: false, personId: null }).where(eq(authors.sample, true));
  await tx.delete(sessions).where(inArray(sessions.personId, staff));
  await tx.delete(grants).where(inArray(grants.personId, staff));
  await tx.delete(people).where(eq(people.sample, true));
}

import { and, asc, desc, eq, inArray, isNotNull, isNull, or, type SQL, sql } from 'drizzle-orm';
import { comments } from '#db/schema/comments.ts';
import { holds } from '#db/schema/decisions.ts';
import { pictures } from '#db/schema/site.ts';
import { stories } from '#db/schema/stories.ts';
import type { Reader } from '#db/store.ts';

export type HeldNoun = 'story' | 'picture' | 'comment';

const COLUMN = {
  story: holds.storyId,
  picture: holds.pictureId,
  comment: holds.commentId,
} as const;

/** A hold that is open: who asked that this thing stays as it is, since when, and why. */
export type OpenHold = { id: string; reason: string; madeBy: string; madeAt: Date };

export function openHolds(from: Reader, noun: HeldNoun, thingId: string): Promise<OpenHold[]> {
  return from
    .select({ id: holds.id, reason: holds.reason, madeBy: holds.madeBy, madeAt: holds.madeAt })
    .from(holds)
    .where(and(eq(COLUMN[noun], thingId), isNull(holds.liftedAt)))
    .orderBy(desc(holds.madeAt), desc(holds.id));
}

/** Why nobody may change this thing now, as a sentence; null if anybody who else may does. */
export async function heldBecause(
  from: Reader,
  noun: HeldNoun,
  thingId: string,
): Promise<string | null> {
  return firstReason(from, eq(COLUMN[noun], thingId));
}

/** The same of several at once: one that is held holds all of them up. */
export async function oneHeldBecause(
  from: Reader,
  noun: HeldNoun,
  thingIds: readonly string[],
): Promise<string | null> {
  return thingIds.length === 0 ? null : firstReason(from, inArray(COLUMN[noun], [...thingIds]));
}

/** Of these things, those that are held, each with its reason. */
export async function heldAmong(
  from: Reader,
  noun: HeldNoun,
  thingIds: readonly string[],
): Promise<Map<string, string>> {
  if (thingIds.length === 0) return new Map();
  const rows = await from
    .select({ thingId: COLUMN[noun], reason: holds.reason })
    .from(holds)
    .where(and(inArray(COLUMN[noun], [...thingIds]), isNull(holds.liftedAt)))
    .orderBy(asc(holds.madeAt));
  return new Map(rows.map((row) => [row.thingId ?? '', inWords(row.reason)]));
}

/** The ids of all stories that are held, to leave them out of what is done to many. */
export function heldStories(from: Reader) {
  return from
    .select({ id: sql<string>`${holds.storyId}` })
    .from(holds)
    .where(and(isNotNull(holds.storyId), isNull(holds.liftedAt)));
}

/** The same of the stories of a section, whose addresses begin with its own. */
export async function storyHeldIn(from: Reader, sectionId: string): Promise<string | null> {
  const there = from
    .select({ id: stories.id })
    .from(stories)
    .where(eq(stories.sectionId, sectionId));
  return firstReason(from, inArray(holds.storyId, there));
}

/** The same of everything that the sample newsroom brought, and what was written under its stories. */
export async function sampleHeldBecause(from: Reader): Promise<string | null> {
  const { id, sample } = stories;
  const told = from.select({ id }).from(stories).where(eq(sample, true));
  const shown = from.select({ id: pictures.id }).from(pictures).where(eq(pictures.sample, true));
  const said = from
    .select({ id: comments.id })
    .from(comments)
    .where(inArray(comments.storyId, told));
  return firstReason(
    from,
    or(
      inArray(holds.storyId, told),
      inArray(holds.pictureId, shown),
      inArray(holds.commentId, said),
    ),
  );
}

async function firstReason(from: Reader, which: SQL | undefined): Promise<string | null> {
  const [hold] = await from
    .select({ reason: holds.reason })
    .from(holds)
    .where(and(which, isNull(holds.liftedAt)))
    .orderBy(desc(holds.madeAt))
    .limit(1);
  return hold ? inWords(hold.reason) : null;
}

function inWords(reason: string): string {
  return `On hold: ${reason}`;
}

import { desc, eq, inArray, sql } from 'drizzle-orm';
import { pictureUses } from '#db/schema/pictures.ts';
import { live } from '#db/schema/readers.ts';
import { sections } from '#db/schema/site.ts';
import { revisions, stories } from '#db/schema/stories.ts';
import type { Reader, Tx } from '#db/store.ts';
import type { Actor } from '#features/people/actor.ts';
import { can } from '#features/stories/policy.ts';

export type User = {
  storyId: string;
  sectionId: string;
  section: string;
  createdBy: string | null;
  headline: string;
  headId: string;
  /** The revision that readers see, if they see any. */
  live: { revisionId: string; path: string } | null;
  inHead: boolean;
  inLive: boolean;
};

const BATCH = 400;

/** Every story one of whose texts uses the picture, what changed last first. */
export async function usersOf(from: Reader, pictureId: string): Promise<User[]> {
  const used = await from
    .select({ storyId: revisions.storyId, revisionId: revisions.id })
    .from(pictureUses)
    .innerJoin(revisions, eq(revisions.id, pictureUses.revisionId))
    .where(eq(pictureUses.pictureId, pictureId));
  const using = new Set(used.map((row) => row.revisionId));
  const ids = [...new Set(used.map((row) => row.storyId))];
  const users: (User & { changedAt: Date })[] = [];
  for (let at = 0; at < ids.length; at += BATCH) {
    const some = ids.slice(at, at + BATCH);
    const rows = await from
      .select({
        storyId: stories.id,
        sectionId: stories.sectionId,
        section: sections.name,
        createdBy: stories.createdBy,
        changedAt: stories.changedAt,
        liveId: live.revisionId,
        path: live.path,
      })
      .from(stories)
      .innerJoin(sections, eq(sections.id, stories.sectionId))
      .leftJoin(live, eq(live.storyId, stories.id))
      .where(inArray(stories.id, some));
    const heads = await headsOf(from, some);
    for (const { liveId, path, ...story } of rows) {
      const head = heads.get(story.storyId);
      if (!head) continue;
      users.push({
        ...story,
        headline: head.headline,
        headId: head.id,
        live: liveId && path ? { revisionId: liveId, path } : null,
        inHead: using.has(head.id),
        inLive: liveId !== null && using.has(liveId),
      });
    }
  }
  return users.sort(
    (a, b) => b.changedAt.getTime() - a.changedAt.getTime() || (a.storyId < b.storyId ? -1 : 1),
  );
}

/** The newest revision of each. */
async function headsOf(from: Reader, storyIds: readonly string[]) {
  const rows = await from
    .select({ storyId: revisions.storyId, id: revisions.id, headline: revisions.headline })
    .from(revisions)
    .where(inArray(revisions.storyId, [...storyIds]))
    .orderBy(desc(revisions.number));
  const heads = new Map<string, { id: string; headline: string }>();
  for (const row of rows) if (!heads.has(row.storyId)) heads.set(row.storyId, row);
  return heads;
}

/** Whoever else wants to change the story waits until this transaction ends. */
export async function holdStory(tx: Tx, storyId: string): Promise<void> {
  await tx
    .update(stories)
    .set({ version: sql`${stories.version}` })
    .where(eq(stories.id, storyId));
}

/** What readers see of it at this moment. */
export async function shownRevision(from: Reader, storyId: string): Promise<string | null> {
  const [row] = await from
    .select({ revisionId: live.revisionId })
    .from(live)
    .where(eq(live.storyId, storyId));
  return row?.revisionId ?? null;
}

/** Whether this person's desk has the story at all. */
export function maySee(actor: Actor, { sectionId, createdBy, live: shown }: User): boolean {
  const own = actor.type === 'staff' && actor.id === createdBy;
  return can(actor, 'see', { sectionId, own, isPublic: shown !== null }).ok;
}

import { and, asc, eq, inArray, isNull, lte } from 'drizzle-orm';
import { embargoes, holds, schedules } from '#db/schema/decisions.ts';
import { sections } from '#db/schema/site.ts';
import { revisions, stories } from '#db/schema/stories.ts';
import { read } from '#db/store.ts';
import { toCard } from '#features/stories/internal/cards.ts';
import { termRows } from '#features/stories/internal/content.ts';
import { cardPicture } from '#features/stories/internal/live.ts';
import { bylineRows } from '#features/stories/internal/revise.ts';
import { liveRow } from '#features/stories/standing.ts';
import type { Card } from '#features/stories/views.ts';
import { storyPath } from '#lib/paths.ts';

export type Coming = { cards: { card: Card; sectionId: string }[]; gone: Set<string> };

const MOST = 500;

/** What will have become different for readers at a moment, as far as it is decided now. */
export async function changesUntil(at: Date): Promise<Coming> {
  const due = await read
    .select({
      act: schedules.act,
      at: schedules.at,
      story: stories,
      revision: revisions,
      section: { slug: sections.slug, name: sections.name },
    })
    .from(schedules)
    .innerJoin(stories, eq(stories.id, schedules.storyId))
    .innerJoin(revisions, eq(revisions.id, schedules.revisionId))
    .innerJoin(sections, eq(sections.id, stories.sectionId))
    .where(and(isNull(schedules.doneAt), isNull(schedules.cancelledAt), lte(schedules.at, at)))
    .orderBy(asc(schedules.at), asc(schedules.id))
    .limit(MOST);
  const waiting = await heldBack(
    due.map((row) => row.story.id),
    at,
  );
  const cards = new Map<string, Coming['cards'][number]>();
  const gone = new Set<string>();
  for (const row of due) {
    const { id, sectionId } = row.story;
    if (waiting.held.has(id)) continue;
    if (row.act === 'withdraw') {
      cards.delete(id);
      gone.add(id);
    } else if (!waiting.embargoed.has(id)) {
      gone.delete(id);
      cards.set(id, { card: await cardOf(row), sectionId });
    }
  }
  return { cards: [...cards.values()], gone };
}

type Due = {
  at: Date;
  story: typeof stories.$inferSelect;
  revision: typeof revisions.$inferSelect;
  section: { slug: string; name: string };
};

async function cardOf({ at, story, revision, section }: Due): Promise<Card> {
  const row = liveRow({
    story,
    firstPublishedAt: story.firstPublishedAt ?? at,
    revision,
    section,
    path: storyPath(section.slug, story.slug),
    people: await bylineRows(read, revision.id),
    terms: await termRows(read, revision.id),
    picture: await cardPicture(read, revision),
  });
  const {
    storyId,
    translationGroupId,
    firstPublishedAt,
    revisionId: _,
    sectionId: __,
    ...shown
  } = row;
  return toCard({
    ...shown,
    id: storyId,
    group: translationGroupId,
    publishedAt: firstPublishedAt,
  });
}

/** Stories that nothing happens to, and stories that do not come out before a moment. */
async function heldBack(ids: string[], at: Date) {
  const held = new Set<string>();
  const embargoed = new Set<string>();
  if (ids.length === 0) return { held, embargoed };
  const open = await read
    .select({ id: holds.storyId })
    .from(holds)
    .where(and(inArray(holds.storyId, ids), isNull(holds.liftedAt)));
  for (const { id } of open) if (id) held.add(id);
  const bound = await read
    .select({ id: embargoes.storyId, until: embargoes.until })
    .from(embargoes)
    .where(and(inArray(embargoes.storyId, ids), isNull(embargoes.liftedAt)));
  for (const { id, until } of bound) if (until > at) embargoed.add(id);
  return { held, embargoed };
}

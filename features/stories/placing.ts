import { and, asc, desc, eq, inArray, isNull, or } from 'drizzle-orm';
import { containsText } from '#db/dialect.ts';
import { schedules } from '#db/schema/decisions.ts';
import { live } from '#db/schema/readers.ts';
import { sections } from '#db/schema/site.ts';
import { revisions, stories } from '#db/schema/stories.ts';
import { read } from '#db/store.ts';
import type { Actor } from '#features/people/actor.ts';
import { type Coming, changesUntil } from '#features/stories/internal/coming.ts';
import { factsOf } from '#features/stories/internal/decided.ts';
import { headsOf, listed } from '#features/stories/internal/desk-rows.ts';
import { stateOf } from '#features/stories/lifecycle.ts';
import { cardsById } from '#features/stories/queries.ts';
import type { Placeable } from '#features/stories/views.ts';

/** Of these stories those that this person may put on a front: what readers have, and what they may see. */
export async function placeable(
  actor: Actor,
  ids: readonly string[],
): Promise<Map<string, Placeable>> {
  const scope = listed(actor);
  if (ids.length === 0 || !scope) return new Map();
  const shown = read.select({ id: live.storyId }).from(live);
  const rows = await read
    .select({ id: stories.id, language: stories.language, section: sections.name })
    .from(stories)
    .innerJoin(sections, eq(sections.id, stories.sectionId))
    .where(
      and(
        inArray(stories.id, [...ids]),
        scope.where && or(scope.where, inArray(stories.id, shown)),
      ),
    );
  const heads = await headsOf(
    read,
    rows.map((row) => row.id),
  );
  const facts = await factsOf(read, [...heads.values()]);
  const cards = new Map((await cardsById(rows)).map((card) => [card.id, card]));
  const found = rows.flatMap((row): Placeable[] => {
    const head = heads.get(row.id);
    const known = facts.get(row.id);
    if (!head || !known) return [];
    const { schedule } = known;
    const card = cards.get(row.id) ?? null;
    return [
      {
        ...row,
        headline: card?.headline ?? head.headline,
        state: stateOf(known),
        card,
        comesAt: !card && schedule && schedule.act !== 'withdraw' ? schedule.at : null,
      },
    ];
  });
  return new Map(found.map((one) => [one.id, one]));
}

/**
 * The cards that readers will have at a moment, of those that come and change until then, and the
 * stories that they will not have any more. Of what this person may not see, nothing.
 */
export async function storiesUntil(actor: Actor, at: Date): Promise<Coming> {
  const { cards, gone } = await changesUntil(at);
  const seen = await placeable(
    actor,
    cards.map(({ card }) => card.id),
  );
  return { cards: cards.filter(({ card }) => seen.has(card.id)), gone };
}

/** How many of the stories that changed last are looked through for one that is not live yet. */
const RECENT = 300;

/** Stories that readers do not have yet, by words of their headline: what is scheduled comes first. */
export async function comingStories(
  actor: Actor,
  typed: string,
  limit: number,
): Promise<Placeable[]> {
  const scope = listed(actor);
  const words = typed.split(/\s+/).filter(Boolean);
  if (!scope) return [];
  const says = and(...words.map((word) => containsText(revisions.headline, word)));
  const due = await read
    .select({ id: stories.id })
    .from(schedules)
    .innerJoin(stories, eq(stories.id, schedules.storyId))
    .innerJoin(revisions, eq(revisions.id, schedules.revisionId))
    .where(and(isNull(schedules.doneAt), isNull(schedules.cancelledAt), scope.where, says))
    .orderBy(asc(schedules.at))
    .limit(limit);
  const recent = await read
    .select({ id: stories.id, headline: revisions.headline })
    .from(stories)
    .innerJoin(revisions, eq(revisions.storyId, stories.id))
    .where(
      and(
        inArray(
          stories.id,
          read
            .select({ id: stories.id })
            .from(stories)
            .where(scope.where)
            .orderBy(desc(stories.changedAt))
            .limit(RECENT),
        ),
        says,
      ),
    )
    .orderBy(desc(stories.changedAt))
    .limit(RECENT);
  const ids = [...new Set([...due, ...recent].map((row) => row.id))];
  const found = await placeable(actor, ids.slice(0, limit * 4));
  return ids
    .flatMap((id) => found.get(id) ?? [])
    .filter((one) => !one.card)
    .slice(0, limit);
}

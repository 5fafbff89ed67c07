import { and, asc, desc, eq, inArray, or } from 'drizzle-orm';
import { deskList } from '#db/schema/desk.ts';
import { sections } from '#db/schema/site.ts';
import { read } from '#db/store.ts';
import type { Actor } from '#features/people/actor.ts';
import { type Coming, changesUntil } from '#features/stories/internal/coming.ts';
import { factsOf } from '#features/stories/internal/decided.ts';
import { hasWords } from '#features/stories/internal/desk-list.ts';
import { headsOf, listed } from '#features/stories/internal/desk-rows.ts';
import { type StoryState, stateOf } from '#features/stories/lifecycle.ts';
import { cardsById } from '#features/stories/queries.ts';
import type { Placeable } from '#features/stories/views.ts';

const SHOWN: StoryState[] = ['live', 'live with changes'];
const COMING: StoryState[] = ['approved', 'in review', 'draft'];

/** Of these stories those that this person may put on a front: what readers have, and what they may see. */
export async function placeable(
  actor: Actor,
  ids: readonly string[],
): Promise<Map<string, Placeable>> {
  const scope = listed(actor);
  if (ids.length === 0 || !scope) return new Map();
  const rows = await read
    .select({ id: deskList.storyId, language: deskList.language, section: sections.name })
    .from(deskList)
    .innerJoin(sections, eq(sections.id, deskList.sectionId))
    .where(
      and(
        inArray(deskList.storyId, [...ids]),
        scope.where && or(scope.where, inArray(deskList.state, SHOWN)),
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
        comesAt: !card && schedule ? schedule.at : null,
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

/** Stories that readers do not have yet, by words of their headline: what is scheduled comes first. */
export async function comingStories(
  actor: Actor,
  typed: string,
  limit: number,
): Promise<Placeable[]> {
  const scope = listed(actor);
  if (!scope) return [];
  const says = hasWords(typed);
  const first = await read
    .select({ id: deskList.storyId })
    .from(deskList)
    .where(and(eq(deskList.state, 'scheduled' satisfies StoryState), scope.where, says))
    .orderBy(asc(deskList.dueAt))
    .limit(limit);
  const others = await read
    .select({ id: deskList.storyId })
    .from(deskList)
    .where(and(inArray(deskList.state, COMING), scope.where, says))
    .orderBy(desc(deskList.changedAt))
    .limit(limit);
  const ids = [...first, ...others].map((row) => row.id).slice(0, limit);
  const found = await placeable(actor, ids);
  return ids.flatMap((id) => found.get(id) ?? []);
}

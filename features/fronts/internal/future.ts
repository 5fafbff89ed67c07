import { LIVE, type Source } from '#features/fronts/internal/candidates.ts';
import type { Actor } from '#features/people/actor.ts';
import { storiesUntil } from '#features/stories/placing.ts';
import type { Card } from '#features/stories/views.ts';

/** What readers will have at a moment, if nobody decides otherwise until then. For editors only. */
export async function future(actor: Actor, at: Date): Promise<Source> {
  const { cards, gone } = await storiesUntil(actor, at);
  const changed = new Set([...gone, ...cards.map(({ card }) => card.id)]);
  const coming = (sectionId?: string) =>
    cards.flatMap((one) => (sectionId && one.sectionId !== sectionId ? [] : [one.card]));
  const among = (live: readonly Card[], more: readonly Card[]) =>
    [...live.filter((card) => !changed.has(card.id)), ...more].sort(
      (a, b) => b.publishedAt.getTime() - a.publishedAt.getTime() || (a.id < b.id ? 1 : -1),
    );
  return {
    async newest(limit) {
      return among(await LIVE.newest(limit + changed.size), coming()).slice(0, limit);
    },
    async inSection(sectionId, limit) {
      const live = await LIVE.inSection(sectionId, limit + changed.size);
      return among(live, coming(sectionId)).slice(0, limit);
    },
    async byId(ids) {
      const wanted = new Set(ids);
      const more = coming().filter((card) => wanted.has(card.id));
      return among(await LIVE.byId(ids), more);
    },
  };
}

import type { Makings } from '#features/fronts/arrange.ts';
import type { Pins } from '#features/fronts/pins.ts';
import type { SectionView } from '#features/sections/views.ts';
import type { Card } from '#features/stories/views.ts';

/** The stories that could stand on a front: those that fill it, and those that are pinned, by id. */
export type Candidates = {
  newest: Card[];
  bySection: Record<string, Card[]>;
  pinned: Record<string, Card>;
};

/** What a front is made of with these pins. Pure, so that the desk shows the same while somebody drags. */
export function makingsOf(
  pins: Pins,
  candidates: Candidates,
  sections: readonly SectionView[],
  language: string,
): Makings {
  const byId = new Map(sections.map((section) => [section.id, section]));
  const cardOf = (id: string | null) => (id === null ? null : (candidates.pinned[id] ?? null));
  return {
    newest: candidates.newest,
    rows: pins.rows.flatMap(({ sectionId, hidden, stories }) => {
      const section = byId.get(sectionId);
      if (!section) return [];
      const newest = candidates.bySection[sectionId] ?? [];
      return [{ section, hidden, newest, pinned: stories.map(cardOf) }];
    }),
    pinned: { lead: cardOf(pins.lead), seconds: pins.seconds.map(cardOf) },
    language,
  };
}

import { BAND, NEWEST } from '#features/fronts/arrange.ts';
import type { Candidates } from '#features/fronts/makings.ts';
import { type Pins, pinnedIds } from '#features/fronts/pins.ts';
import type { SectionView } from '#features/sections/views.ts';
import { cardsById, newestInSection, newestStories } from '#features/stories/queries.ts';
import { storyTag } from '#features/stories/tags.ts';
import type { Card } from '#features/stories/views.ts';
import { keepUntilTouched } from '#lib/cache.ts';

/** Where the stories of a front come from: what readers have now, or what they will have. */
export type Source = {
  newest(limit: number): Promise<Card[]>;
  inSection(sectionId: string, limit: number): Promise<Card[]>;
  byId(ids: readonly string[]): Promise<Card[]>;
};

/** What is live now. A pinned story that is not live is one that the front waits for. */
export const LIVE: Source = {
  newest: newestStories,
  inSection: newestInSection,
  byId(ids) {
    keepUntilTouched(...ids.map(storyTag));
    return cardsById(ids.map((id) => ({ id })));
  },
};

/** Each section is asked for so many, since the top may take some and translations others. */
const FOR_A_ROW = BAND * 3;

/** What could stand on the home front; `more` is how many may be pinned besides. */
export async function homeCandidates(
  pins: Pins,
  from: Source,
  more = pinnedIds(pins).length,
): Promise<Candidates> {
  const shown = pins.rows.filter((row) => more > 0 || !row.hidden);
  const [newest, pinned, ...inSections] = await Promise.all([
    from.newest(NEWEST + more),
    byId(pins, from),
    ...shown.map((row) => from.inSection(row.sectionId, FOR_A_ROW + more)),
  ]);
  const bySection = Object.fromEntries(
    shown.map((row, at) => [row.sectionId, inSections[at] ?? []]),
  );
  return { newest, bySection, pinned };
}

/** The same for a section's front, which its own newest stories fill. */
export async function sectionCandidates(
  pins: Pins,
  section: SectionView,
  newest: Card[],
  from: Source,
): Promise<Candidates> {
  return { newest, bySection: { [section.id]: newest }, pinned: await byId(pins, from) };
}

async function byId(pins: Pins, from: Source): Promise<Record<string, Card>> {
  const ids = pinnedIds(pins);
  const cards = ids.length > 0 ? await from.byId(ids) : [];
  return Object.fromEntries(cards.map((card) => [card.id, card]));
}

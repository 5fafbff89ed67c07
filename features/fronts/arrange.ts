import type { SectionView } from '#features/sections/views.ts';
import type { Card, Kind } from '#features/stories/views.ts';

export type Band = { section: SectionView; cards: Card[] };

/** One lead, a few beside it, and a band of what else there is for each section. */
export type Front = { lead: Card | null; seconds: Card[]; bands: Band[] };

/** How many of the newest stories may stand at the top. */
export const NEWEST = 16;
const SECONDS = 3;
/** Cards of a band: a row on a wide screen. */
export const BAND = 4;

/**
 * By how many newer stories one of this kind is passed on the way to the top. News leads; what is
 * happening now goes before it; an opinion leads only where there is hardly anything else.
 */
const HANDICAP: Record<Kind, number> = { live: -4, news: 0, analysis: 3, feature: 3, opinion: 8 };
/** The same for a story in another language than the site's. */
const FOREIGN = 12;

/**
 * The lead is the story with a picture that stands first after the handicaps (without any picture,
 * the first story); the next ones stand beside it. No story is on the front twice, neither again in
 * its section nor once more in another language.
 */
export function arrange(
  newest: readonly Card[],
  sections: readonly Band[],
  language: string,
): Front {
  const place = (card: Card, age: number) =>
    age + HANDICAP[card.kind] + (card.language === language ? 0 : FOREIGN);
  const ranked = newest
    .map((card, age) => ({ card, place: place(card, age) }))
    .sort((a, b) => a.place - b.place)
    .map(({ card }) => card);
  const lead = ranked.find((card) => card.picture) ?? ranked[0];
  if (!lead) return { lead: null, seconds: [], bands: [] };
  const shown = new Set([lead.group]);
  const take = (cards: readonly Card[], most: number): Card[] => {
    const taken: Card[] = [];
    for (const card of oneOfEach(cards, language)) {
      if (taken.length === most) break;
      if (shown.has(card.group)) continue;
      shown.add(card.group);
      taken.push(card);
    }
    return taken;
  };
  const seconds = take(ranked, SECONDS);
  const bands = sections.map(({ section, cards }) => ({ section, cards: take(cards, BAND) }));
  return { lead, seconds, bands: bands.filter((band) => band.cards.length > 0) };
}

/** Of a story that is there in several languages, the one in the site's language, or the newest. */
function oneOfEach(cards: readonly Card[], language: string): Card[] {
  const atHome = new Set(
    cards.filter((card) => card.language === language).map((card) => card.group),
  );
  return cards.filter((card) => card.language === language || !atHome.has(card.group));
}

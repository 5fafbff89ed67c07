import type { SectionView } from '#features/sections/views.ts';
import type { Card, Kind } from '#features/stories/views.ts';

export type Band = { section: SectionView; cards: Card[] };

/** One lead, a few beside it, and a band of what else there is for each section. */
export type Front = { lead: Card | null; seconds: Card[]; bands: Band[] };

/** The same slot by slot: null where there is nothing to stand there. */
export type Slots = {
  lead: Card | null;
  seconds: (Card | null)[];
  rows: { section: SectionView; hidden: boolean; cards: (Card | null)[] }[];
};

/** What a front is made of: what could stand on it, and what an editor wants where. */
export type Makings = {
  newest: readonly Card[];
  /** In the order in which they stand on the front. */
  rows: readonly {
    section: SectionView;
    hidden: boolean;
    newest: readonly Card[];
    pinned: readonly (Card | null)[];
  }[];
  pinned: { lead: Card | null; seconds: readonly (Card | null)[] };
  language: string;
};

/** How many of the newest stories may stand at the top. */
export const NEWEST = 16;
export const SECONDS = 3;
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
 * A pinned story stands where it was pinned; every other slot fills itself. The lead is then the story
 * with a picture that stands first after the handicaps (without any picture, the first story), the
 * next ones stand beside it. No story is on the front twice, neither again in its section nor once
 * more in another language.
 */
export function arrange({ newest, rows, pinned, language }: Makings): Slots {
  const shown = new Set<string>();
  const pin = (card: Card | null | undefined): Card | null => {
    if (!card || shown.has(card.group)) return null;
    shown.add(card.group);
    return card;
  };
  const pinnedLead = pin(pinned.lead);
  const pinnedSeconds = slots(SECONDS, (at) => pin(pinned.seconds[at]));
  const visible = rows.filter((row) => !row.hidden);
  const pinnedRows = visible.map((row) => slots(BAND, (at) => pin(row.pinned[at])));

  const place = (card: Card, age: number) =>
    age + HANDICAP[card.kind] + (card.language === language ? 0 : FOREIGN);
  const ranked = newest
    .filter((card) => !shown.has(card.group))
    .slice(0, NEWEST)
    .map((card, age) => ({ card, place: place(card, age) }))
    .sort((a, b) => a.place - b.place)
    .map(({ card }) => card);
  const lead = pinnedLead ?? pin(ranked.find((card) => card.picture) ?? ranked[0]);
  const fill = (into: (Card | null)[], from: readonly Card[]): (Card | null)[] => {
    const free = oneOfEach(from, language).values();
    return into.map((card) => {
      if (card) return card;
      for (const next of free) {
        const taken = pin(next);
        if (taken) return taken;
      }
      return null;
    });
  };
  const seconds = fill(pinnedSeconds, ranked);
  const filled = new Map(
    visible.map((row, at) => [row.section.id, fill(pinnedRows[at] ?? [], row.newest)]),
  );
  return {
    lead,
    seconds,
    rows: rows.map(({ section, hidden }) => ({
      section,
      hidden,
      cards: filled.get(section.id) ?? slots(BAND, () => null),
    })),
  };
}

/** What readers see of it: no gaps, no empty bands, none that is hidden; and something always leads. */
export function frontOf({ lead, seconds, rows }: Slots): Front {
  const beside = seconds.filter((card) => card !== null);
  const bands = rows
    .filter((row) => !row.hidden)
    .map(({ section, cards }) => ({ section, cards: cards.filter((card) => card !== null) }));
  return {
    lead:
      lead ?? beside.shift() ?? bands.find((band) => band.cards.length > 0)?.cards.shift() ?? null,
    seconds: beside,
    bands: bands.filter((band) => band.cards.length > 0),
  };
}

function slots<T>(length: number, of: (at: number) => T): T[] {
  return Array.from({ length }, (_, at) => of(at));
}

/** Of a story that is there in several languages, the one in the site's language, or the newest. */
function oneOfEach(cards: readonly Card[], language: string): Card[] {
  const atHome = new Set(
    cards.filter((card) => card.language === language).map((card) => card.group),
  );
  return cards.filter((card) => card.language === language || !atHome.has(card.group));
}

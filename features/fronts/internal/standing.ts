import type { FrontStood } from '#db/schema/fronts.ts';
import { arrange, type Slots } from '#features/fronts/arrange.ts';
import {
  homeCandidates,
  LIVE,
  type Source,
  sectionCandidates,
} from '#features/fronts/internal/candidates.ts';
import { type Candidates, makingsOf } from '#features/fronts/makings.ts';
import type { FrontId } from '#features/fronts/names.ts';
import { type Pins, pinsFor } from '#features/fronts/pins.ts';
import { sectionList } from '#features/sections/queries.ts';
import type { SectionView } from '#features/sections/views.ts';
import { siteSettings } from '#features/site/queries.ts';

/** Cards of the first page of a section. */
const SECTION_PAGE = 24;

/** The sections that have a row on a front, in the order of the navigation. */
export function sectionsOn(front: FrontId, sections: readonly SectionView[]): SectionView[] {
  return sections.filter((section) => front.home || section.id === front.sectionId);
}

/** What could stand on a front with these pins; `more` as in `homeCandidates`. */
export async function candidatesFor(
  front: FrontId,
  pins: Pins,
  sections: readonly SectionView[],
  from: Source,
  more?: number,
): Promise<Candidates> {
  const [section] = sectionsOn(front, sections);
  if (front.home || !section) return homeCandidates(pins, from, more);
  return sectionCandidates(pins, section, await from.inSection(section.id, SECTION_PAGE), from);
}

/**
 * What stands in each slot of a front at this moment, in words. Asked before the transaction that writes
 * it down: it asks several things at once, which a transaction cannot.
 */
export async function standingNow(front: FrontId, wanted: Pins): Promise<FrontStood> {
  const sections = await sectionList();
  const shown = sectionsOn(front, sections);
  const pins = pinsFor(
    wanted,
    shown.map((section) => section.id),
  );
  const candidates = await candidatesFor(front, pins, sections, LIVE);
  const { language } = await siteSettings();
  return inWords(arrange(makingsOf(pins, candidates, shown, language)));
}

function inWords({ lead, seconds, rows }: Slots): FrontStood {
  const all = [
    { slot: 'Lead', card: lead },
    ...seconds.map((card, at) => ({ slot: `Second ${at + 1}`, card })),
    ...rows.flatMap(({ section, cards }) =>
      cards.map((card, at) => ({ slot: `${section.name} ${at + 1}`, card })),
    ),
  ];
  return all.flatMap(({ slot, card }) =>
    card ? [{ slot, storyId: card.id, headline: card.headline }] : [],
  );
}

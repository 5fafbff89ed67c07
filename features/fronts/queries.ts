import { read } from '#db/store.ts';
import { arrange, type Front, frontOf, type Slots } from '#features/fronts/arrange.ts';
import { bannerView, openBanner } from '#features/fronts/internal/banner.ts';
import { homeCandidates, LIVE, sectionCandidates } from '#features/fronts/internal/candidates.ts';
import { newestPins } from '#features/fronts/internal/revisions.ts';
import { makingsOf } from '#features/fronts/makings.ts';
import { frontNamed, HOME } from '#features/fronts/names.ts';
import { type Pins, pinsFor } from '#features/fronts/pins.ts';
import { bannerTag, frontTag } from '#features/fronts/tags.ts';
import type { BannerView } from '#features/fronts/views.ts';
import { allSections } from '#features/sections/queries.ts';
import type { SectionView } from '#features/sections/views.ts';
import { site } from '#features/site/queries.ts';
import { storyTag } from '#features/stories/tags.ts';
import type { Card } from '#features/stories/views.ts';
import { keepUntilTouched, remembered } from '#lib/cache.ts';
import { now } from '#lib/clock.ts';

const frontPins = remembered('front pins', async (name: string): Promise<Pins | null> => {
  const front = frontNamed(name) ?? HOME;
  keepUntilTouched(frontTag(front));
  return newestPins(front);
});

/** The home front as it stands now. All that it is made of is remembered by the queries that it asks. */
export async function homeFront(): Promise<Front> {
  const [{ language }, sections, arranged] = await Promise.all([
    site(),
    allSections(),
    frontPins('home'),
  ]);
  const pins = pinsFor(arranged, idsOf(sections));
  const candidates = await homeCandidates(pins, LIVE);
  return frontOf(arrange(makingsOf(pins, candidates, sections, language)));
}

/** A section's front: the top as it is arranged, and what else is on the section's first page. */
export async function sectionFront(
  section: SectionView,
  newest: Card[],
): Promise<{ top: Front; rest: Card[] }> {
  const [{ language }, arranged] = await Promise.all([site(), frontPins(`section:${section.id}`)]);
  const pins = pinsFor(arranged, [section.id]);
  const candidates = await sectionCandidates(pins, section, newest, LIVE);
  return topAndRest(arrange(makingsOf(pins, candidates, [section], language)), newest);
}

/** The list goes on with what is not at the top, so that no story of the section is left out. */
export function topAndRest(slots: Slots, newest: readonly Card[]): { top: Front; rest: Card[] } {
  const top = frontOf(slots);
  const shown = [top.lead, ...top.seconds, ...top.bands.flatMap((band) => band.cards)];
  const ids = new Set(shown.map((card) => card?.id));
  return { top, rest: newest.filter((card) => !ids.has(card.id)) };
}

/** What breaks now: asked by every page, and gone from it at its end. */
export async function breakingBanner(): Promise<BannerView | null> {
  const banner = await bannerSet();
  return banner && banner.endsAt > now() ? banner : null;
}

const bannerSet = remembered('banner', async (): Promise<BannerView | null> => {
  keepUntilTouched(bannerTag());
  const row = await openBanner(read);
  if (row?.storyId) keepUntilTouched(storyTag(row.storyId));
  return row && bannerView(row);
});

function idsOf(sections: readonly SectionView[]): string[] {
  return sections.map((section) => section.id);
}

import { arrange, type Front, frontOf } from '#features/fronts/arrange.ts';
import { PinsInput } from '#features/fronts/input.ts';
import { bannerAt } from '#features/fronts/internal/banner.ts';
import { future } from '#features/fronts/internal/future.ts';
import { newestPins } from '#features/fronts/internal/revisions.ts';
import { candidatesFor, sectionsOn } from '#features/fronts/internal/standing.ts';
import { makingsOf } from '#features/fronts/makings.ts';
import { frontNamed } from '#features/fronts/names.ts';
import { type Pins, pinsFor } from '#features/fronts/pins.ts';
import { can } from '#features/fronts/policy.ts';
import { topAndRest } from '#features/fronts/queries.ts';
import type { BannerView } from '#features/fronts/views.ts';
import type { Actor } from '#features/people/actor.ts';
import { sectionList } from '#features/sections/queries.ts';
import type { SectionView } from '#features/sections/views.ts';
import { siteSettings } from '#features/site/queries.ts';
import type { Card } from '#features/stories/views.ts';
import { now } from '#lib/clock.ts';
import { ok, type Result, refuse } from '#lib/result.ts';

export type FrontPreview = {
  at: Date;
  front: Front;
  /** Of a section's front: the section, and what else is on its first page. */
  section: SectionView | null;
  rest: Card[];
  breaking: BannerView | null;
};

/**
 * A front as readers will see it at a moment, perhaps with pins that are not published yet. Only for
 * whoever arranges it: it shows what is under embargo until then.
 */
export async function frontPreview(
  actor: Actor,
  name: string,
  wanted: { at: Date | null; pins: string | undefined },
): Promise<Result<FrontPreview>> {
  const front = frontNamed(name);
  if (!front || !can(actor, 'arrange', front).ok) return notThere();
  const sections = await sectionList();
  const shown = sectionsOn(front, sections);
  const draft = pinsIn(wanted.pins);
  if (draft === 'wrong' || (!front.home && shown.length === 0)) return notThere();
  const pins = pinsFor(
    draft ?? (await newestPins(front)),
    shown.map((section) => section.id),
  );
  const at = wanted.at && wanted.at > now() ? wanted.at : now();
  const candidates = await candidatesFor(front, pins, sections, await future(actor, at));
  const { language } = await siteSettings();
  const slots = arrange(makingsOf(pins, candidates, shown, language));
  const breaking = await bannerAt(at);
  if (front.home) return ok({ at, front: frontOf(slots), section: null, rest: [], breaking });
  const { top, rest } = topAndRest(slots, candidates.newest);
  return ok({ at, front: top, section: shown[0] ?? null, rest, breaking });
}

function notThere() {
  return refuse('missing', 'There is no such front.');
}

/** Pins as the desk writes them into the address of a preview: JSON, in base64url. */
function pinsIn(text: string | undefined): Pins | null | 'wrong' {
  if (!text) return null;
  try {
    const parsed = PinsInput.safeParse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
    return parsed.success ? parsed.data : 'wrong';
  } catch {
    return 'wrong';
  }
}

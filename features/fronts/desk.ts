import { count, desc, eq } from 'drizzle-orm';
import { frontRevisions } from '#db/schema/fronts.ts';
import { read } from '#db/store.ts';
import { openBanner } from '#features/fronts/internal/banner.ts';
import { LIVE } from '#features/fronts/internal/candidates.ts';
import { newestRevision } from '#features/fronts/internal/revisions.ts';
import { candidatesFor, sectionsOn } from '#features/fronts/internal/standing.ts';
import { type FrontId, frontName, frontNamed, HOME } from '#features/fronts/names.ts';
import { pinnedIds, pinsFor } from '#features/fronts/pins.ts';
import { can, canBreak } from '#features/fronts/policy.ts';
import type { BannerDesk, FrontDesk, FrontHistory } from '#features/fronts/views.ts';
import type { Actor } from '#features/people/actor.ts';
import { staffNames } from '#features/people/queries.ts';
import { searchStories } from '#features/search/queries.ts';
import { sectionList } from '#features/sections/queries.ts';
import type { SectionView } from '#features/sections/views.ts';
import { siteSettings } from '#features/site/queries.ts';
import { comingStories, placeable } from '#features/stories/placing.ts';
import { newestStories } from '#features/stories/queries.ts';
import type { Placeable } from '#features/stories/views.ts';
import { frontPath } from '#lib/paths.ts';
import { ok, type Result, refuse } from '#lib/result.ts';

/** The fronts that this person may see, the home front first. */
export async function deskFronts(actor: Actor): Promise<{ front: string; name: string }[]> {
  const all = [
    { id: HOME, name: 'Home' },
    ...(await sectionList()).map(({ id, name }) => ({ id: sectionFrontId(id), name })),
  ];
  return all
    .filter(({ id }) => can(actor, 'see', id).ok)
    .map(({ id, name }) => ({ front: frontName(id), name }));
}

function sectionFrontId(sectionId: string): FrontId {
  return { home: false, sectionId };
}

type Found = { front: FrontId; sections: SectionView[]; name: string; publicPath: string };

/** A front by its name, if this person may see it. */
async function found(actor: Actor, name: string): Promise<Found | null> {
  const front = frontNamed(name);
  if (!front || !can(actor, 'see', front).ok) return null;
  const sections = sectionsOn(front, await sectionList());
  if (front.home) return { front, sections, name: 'Home', publicPath: frontPath() };
  const [section] = sections;
  return section ? { front, sections, name: section.name, publicPath: section.path } : null;
}

function notThere() {
  return refuse('missing', 'There is no such front.');
}

/** More stories than there are free slots now, so that the desk can go on filling while one is moved. */
const SPARE = 12;

/** A front as it is now, with everything that arranging it needs. */
export async function frontDesk(actor: Actor, name: string): Promise<Result<FrontDesk>> {
  const known = await found(actor, name);
  if (!known) return notThere();
  const { front, sections } = known;
  const revision = await newestRevision(read, front);
  const pins = pinsFor(
    revision?.pins ?? null,
    sections.map((section) => section.id),
  );
  const ids = pinnedIds(pins);
  const { language } = await siteSettings();
  return ok({
    front: frontName(front),
    name: known.name,
    publicPath: known.publicPath,
    number: revision?.number ?? 0,
    by: await madeBy(revision?.madeBy),
    at: revision?.madeAt ?? null,
    pins,
    candidates: await candidatesFor(front, pins, sections, LIVE, ids.length + SPARE),
    stories: Object.fromEntries(await placeable(actor, ids)),
    sections,
    language,
    mayArrange: can(actor, 'arrange', front),
  });
}

const MOST_FOUND = 12;

/** Stories to put on a front, by words: those that are still to come, then those that readers have. */
export async function findToPlace(actor: Actor, typed: string): Promise<Placeable[]> {
  const words = typed.slice(0, 200).trim();
  const coming = await comingStories(actor, words, MOST_FOUND);
  const live = words
    ? ((await searchStories(words, 1))?.hits ?? [])
    : await newestStories(MOST_FOUND);
  const ids = live.slice(0, MOST_FOUND).map((card) => card.id);
  const known = await placeable(actor, ids);
  return [...coming, ...ids.flatMap((id) => known.get(id) ?? [])];
}

const PAGE = 20;

/** Who arranged a front when, newest first, with what stood on it then. */
export async function frontHistory(
  actor: Actor,
  name: string,
  page: number,
): Promise<Result<FrontHistory>> {
  const known = await found(actor, name);
  if (!known) return notThere();
  const ofFront = eq(frontRevisions.frontId, frontName(known.front));
  const [counted] = await read.select({ total: count() }).from(frontRevisions).where(ofFront);
  const pages = Math.max(1, Math.ceil((counted?.total ?? 0) / PAGE));
  if (page < 1 || page > pages) return refuse('missing', 'There is no such page.');
  const rows = await read
    .select()
    .from(frontRevisions)
    .where(ofFront)
    .orderBy(desc(frontRevisions.number))
    .limit(PAGE)
    .offset((page - 1) * PAGE);
  const names = await staffNames(rows.map((row) => personIn(row.madeBy)));
  return ok({
    rows: rows.map((row) => ({
      number: row.number,
      by: names.get(personIn(row.madeBy)) ?? 'Dateline',
      at: row.madeAt,
      restored: row.restored,
      stood: row.stood,
    })),
    page,
    pages,
  });
}

/** The banner that stands now, for those who may set one. */
export async function bannerDesk(actor: Actor): Promise<Result<BannerDesk | null>> {
  const verdict = canBreak(actor);
  if (!verdict.ok) return refuse('forbidden', verdict.why);
  const row = await openBanner(read);
  if (!row) return ok(null);
  const { id, text, storyId, endsAt } = row;
  const story = storyId ? (await placeable(actor, [storyId])).get(storyId) : undefined;
  return ok({
    id,
    text,
    storyId,
    headline: story?.headline ?? '',
    endsAt,
    by: await madeBy(row.madeBy),
    at: row.madeAt,
  });
}

async function madeBy(actor: string | undefined): Promise<string> {
  if (!actor) return '';
  return (await staffNames([personIn(actor)])).get(personIn(actor)) ?? 'Dateline';
}

function personIn(actor: string): string {
  return actor.startsWith('staff:') ? actor.slice('staff:'.length) : '';
}

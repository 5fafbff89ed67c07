import { and, desc, eq } from 'drizzle-orm';
import { liveLists } from '#db/schema/readers.ts';
import { read } from '#db/store.ts';
import { lastChange, listPlaces, liveTotal, storyPlaces } from '#features/feeds/internal/places.ts';
import { feedStories } from '#features/feeds/internal/stories.ts';
import { type Channel, rss, rssItem } from '#features/feeds/rss.ts';
import { type Place, sitemap, sitemapIndex } from '#features/feeds/sitemap.ts';
import { author } from '#features/people/queries.ts';
import { authorListTag } from '#features/people/tags.ts';
import { allSections } from '#features/sections/queries.ts';
import { site } from '#features/site/queries.ts';
import { siteTag } from '#features/site/tags.ts';
import type { Site } from '#features/site/views.ts';
import { newestInSection, newestStories, termPageOf } from '#features/stories/queries.ts';
import { liveTag, termTag } from '#features/stories/tags.ts';
import { keepUntilTouched, rememberedEach } from '#lib/cache.ts';
import type { Markup } from '#lib/html.ts';
import { absolute, correctionsPath, feedPath, frontPath, sitemapPath } from '#lib/paths.ts';

type Entry = { id: string };
type List = { name: string; about: string; path: string; entries: Entry[] };

const NEWEST = 50;
/** Stories in one part of the sitemap, and in all of it while there are no parts. */
const PART = 10_000;

/** The newest stories of the whole site. */
export async function siteFeed(siteUrl: string): Promise<string> {
  const { name, tagline } = await site();
  const entries = await newestStories(NEWEST);
  return feedOf({ name, about: tagline, path: frontPath(), entries }, name, siteUrl);
}

/** The newest of a section; null if there is no such section. */
export async function sectionFeed(slug: string, siteUrl: string): Promise<string | null> {
  const section = (await allSections()).find((one) => one.slug === slug);
  if (!section) return null;
  const { id, name, description, path } = section;
  const entries = await newestInSection(id, NEWEST);
  return listFeed({ name, about: description, path, entries }, siteUrl);
}

/** The newest about a topic; null if there is none. */
export async function topicFeed(slug: string, siteUrl: string): Promise<string | null> {
  const topic = (await termPageOf('topic', slug, 1))?.term;
  if (!topic) return null;
  const { id, name, path } = topic;
  const entries = await newestIn('term', id, termTag(id));
  return listFeed({ name, about: '', path, entries }, siteUrl);
}

/** The newest by an author; null if readers know of none. */
export async function authorFeed(handle: string, siteUrl: string): Promise<string | null> {
  const person = await author(handle);
  if (!person) return null;
  const { id, name, bio, path } = person;
  const entries = await newestIn('author', id, authorListTag(id));
  if (entries.length === 0) return null;
  return listFeed({ name, about: bio, path, entries }, siteUrl);
}

async function listFeed(list: List, siteUrl: string): Promise<string> {
  const { name } = await site();
  return feedOf(list, `${list.name} – ${name}`, siteUrl);
}

async function newestIn(kind: 'term' | 'author', listId: string, tag: string): Promise<Entry[]> {
  keepUntilTouched(tag);
  return read
    .select({ id: liveLists.storyId })
    .from(liveLists)
    .where(and(eq(liveLists.kind, kind), eq(liveLists.listId, listId)))
    .orderBy(desc(liveLists.firstPublishedAt), desc(liveLists.storyId))
    .limit(NEWEST);
}

async function feedOf(list: List, title: string, siteUrl: string): Promise<string> {
  const settings = await site();
  const items = await itemsOf(list.entries, settings, siteUrl);
  const changes = items.map(({ changedAt }) => changedAt);
  const channel: Channel = {
    title,
    description: list.about || title,
    language: settings.language,
    page: absolute(siteUrl, list.path),
    self: absolute(siteUrl, feedPath(list.path)),
    changedAt: changes.sort((a, b) => b.getTime() - a.getTime())[0] ?? null,
  };
  return rss(
    channel,
    items.map(({ item }) => item),
  );
}

type Item = { item: Markup; changedAt: Date };

/** Most items of a feed are what they were when it was last made, and stand in other feeds too. */
async function itemsOf(entries: Entry[], settings: Site, siteUrl: string): Promise<Item[]> {
  const ids = entries.map(({ id }) => id);
  const items = await rememberedEach(`feed items of ${siteUrl}`, ids, async (missing) =>
    (await feedStories(missing)).map(({ story, tags }) => ({
      id: story.id,
      value: {
        item: rssItem(story, settings, siteUrl),
        changedAt: story.updatedAt ?? story.publishedAt,
      },
      tags: [...tags, siteTag()],
    })),
  );
  return ids.flatMap((id) => items.get(id) ?? []);
}

/** The sitemap; the index of its parts once there are many stories. */
export async function siteMap(siteUrl: string, part = PART): Promise<string> {
  const total = await liveTotal();
  keepUntilTouched(liveTag());
  if (total <= part) {
    const places = [...(await lists()), ...(await storyPlaces(0, part))];
    return sitemap(places, siteUrl);
  }
  const parts: Place[] = [{ path: sitemapPath(1), changedAt: null }];
  for (let first = 0; first < total; first += part) {
    const changedAt = await lastChange(first, part);
    parts.push({ path: sitemapPath(parts.length + 1), changedAt });
  }
  return sitemapIndex(parts, siteUrl);
}

/** One part of the sitemap: 1 has the lists, the others the stories; null if there is no such part. */
export async function siteMapPart(
  number: number,
  siteUrl: string,
  part = PART,
): Promise<string | null> {
  keepUntilTouched(liveTag());
  if (number === 1) return sitemap(await lists(), siteUrl);
  const first = (number - 2) * part;
  if (first >= (await liveTotal())) return null;
  return sitemap(await storyPlaces(first, part), siteUrl);
}

async function lists(): Promise<Place[]> {
  const sections = (await allSections()).map(({ path }) => ({ path, changedAt: null }));
  const corrections = { path: correctionsPath(), changedAt: null };
  return [
    { path: frontPath(), changedAt: null },
    ...sections,
    corrections,
    ...(await listPlaces()),
  ];
}

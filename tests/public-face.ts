import { asc } from 'drizzle-orm';
import { authors } from '#db/schema/people.ts';
import { live } from '#db/schema/readers.ts';
import { paths, pictures } from '#db/schema/site.ts';
import { read } from '#db/store.ts';
import { discussionAt } from '#features/comments/queries.ts';
import { authorFeed, sectionFeed, siteFeed, siteMap, topicFeed } from '#features/feeds/queries.ts';
import { homeFront } from '#features/fronts/queries.ts';
import { isShown } from '#features/media/queries.ts';
import { searchStories } from '#features/search/queries.ts';
import { allSections } from '#features/sections/queries.ts';
import {
  authorPageOf,
  newestStories,
  relatedStories,
  sectionPageOf,
  storyAt,
  termPageOf,
} from '#features/stories/queries.ts';

import { inRequest } from '#lib/request-context.ts';
import { forget } from '#lib/singleton.ts';

const SITE = 'https://twin.example';

/**
 * Everything that somebody without an account can get out of the site: each answer with the tags that
 * it is sent with, by what was asked for. `asked` are words to search for and addresses to try.
 */
export async function publicFace(asked: {
  words: readonly string[];
  slugs: readonly string[];
}): Promise<Record<string, unknown>> {
  for (const memory of ['remembered', 'remembered-each']) forget(memory);
  const face: Record<string, unknown> = {};
  const note = async (what: string, ask: () => Promise<unknown>) => {
    const context = { tags: new Set<string>(), stash: undefined };
    const answer = await inRequest(context, ask);
    face[what] = JSON.parse(JSON.stringify({ answer, tags: [...context.tags].sort() }));
  };
  await note('front', homeFront);
  await note('newest', () => newestStories(50));
  await note('feed', () => siteFeed(SITE));
  await note('sitemap', () => siteMap(SITE));
  for (const { id, slug } of await allSections()) {
    await note(`/${slug}`, () => sectionPageOf(id, 1));
    await note(`/${slug}/feed.xml`, () => sectionFeed(slug, SITE));
  }
  for (const slug of asked.slugs) {
    await note(`/topics/${slug}`, () => termPageOf('topic', slug, 1));
    await note(`/places/${slug}`, () => termPageOf('place', slug, 1));
    await note(`/topics/${slug}/feed.xml`, () => topicFeed(slug, SITE));
  }
  for (const { id, handle } of await read.select().from(authors).orderBy(asc(authors.handle))) {
    const list = await authorPageOf(id, 1);
    if (list && list.total > 0) await note(`/authors/${handle}`, () => authorPageOf(id, 1));
    await note(`/authors/${handle}/feed.xml`, () => authorFeed(handle, SITE));
  }
  for (const word of asked.words) await note(`search ${word}`, () => searchStories(word, 1));
  await note('registry', () => read.select().from(paths).orderBy(asc(paths.path)));
  for (const { path } of await read.select().from(live).orderBy(asc(live.path))) {
    await note(path, async () => {
      const story = await storyAt(path);
      if (!story) return null;
      const termIds = [...story.topics, ...story.places].map((term) => term.id);
      const about = { id: story.id, sectionId: story.section.id, termIds, language: 'en' };
      return { story, also: await relatedStories(about, 4), thread: await discussionAt(path) };
    });
  }
  for (const { id } of await read.select().from(pictures).orderBy(asc(pictures.id))) {
    await note(`picture ${id}`, () => isShown(id));
  }
  return face;
}

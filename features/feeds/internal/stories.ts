import { asc, eq, inArray } from 'drizzle-orm';
import { authors } from '#db/schema/people.ts';
import { live } from '#db/schema/readers.ts';
import { terms } from '#db/schema/site.ts';
import { bylines, revisions, revisionTerms } from '#db/schema/stories.ts';
import { read } from '#db/store.ts';
import type { FeedStory } from '#features/feeds/rss.ts';
import { pictureViews } from '#features/media/queries.ts';
import { pictureTag } from '#features/media/tags.ts';
import { authorTag } from '#features/people/tags.ts';
import { allSections } from '#features/sections/queries.ts';
import { sectionsTag } from '#features/sections/tags.ts';
import { type Body, picturesIn } from '#features/stories/body.ts';
import { correctionsOfStories } from '#features/stories/queries.ts';
import { storyTag } from '#features/stories/tags.ts';
import { authorPath, topicPath } from '#lib/paths.ts';

/** What a feed says of a story, and the tags of everything that it is made of. */
type Told = { story: FeedStory; tags: string[] };

/** The live ones of these stories, in no order, in six queries however many there are. */
export async function feedStories(ids: readonly string[]): Promise<Told[]> {
  const rows = await read
    .select({ live, revision: revisions })
    .from(live)
    .innerJoin(revisions, eq(revisions.id, live.revisionId))
    .where(inArray(live.storyId, [...ids]));
  const revisionIds = rows.map(({ revision }) => revision.id);
  const people = await read
    .select({
      revisionId: bylines.revisionId,
      authorId: bylines.authorId,
      role: bylines.role,
      name: authors.name,
      handle: authors.handle,
    })
    .from(bylines)
    .innerJoin(authors, eq(authors.id, bylines.authorId))
    .where(inArray(bylines.revisionId, revisionIds))
    .orderBy(asc(bylines.position));
  const about = await read
    .select({
      revisionId: revisionTerms.revisionId,
      id: terms.id,
      kind: terms.kind,
      slug: terms.slug,
      name: terms.name,
    })
    .from(revisionTerms)
    .innerJoin(terms, eq(terms.id, revisionTerms.termId))
    .where(inArray(revisionTerms.revisionId, revisionIds))
    .orderBy(asc(revisionTerms.position));
  const pictures = await pictureViews(
    read,
    rows.flatMap(({ revision }) => picturesOf(revision)),
  );
  const told = await correctionsOfStories(ids);
  const sections = new Map((await allSections()).map((section) => [section.id, section]));
  return rows.flatMap(({ live: shown, revision }) => {
    const section = sections.get(shown.sectionId);
    if (!section) return [];
    const writers = people.filter((one) => one.revisionId === revision.id);
    const lead = revision.pictureId ? pictures.get(revision.pictureId) : undefined;
    const tags = [
      storyTag(shown.storyId),
      sectionsTag(),
      ...writers.map(({ authorId }) => authorTag(authorId)),
      ...picturesOf(revision).map(pictureTag),
    ];
    const story: FeedStory = {
      id: shown.storyId,
      path: shown.path,
      language: shown.language,
      section,
      headline: revision.headline,
      standfirst: revision.standfirst,
      dateline: revision.datelinePlace
        ? { place: revision.datelinePlace, date: revision.datelineDate }
        : null,
      bylines: writers.map(({ name, role, handle }) => ({ name, role, path: authorPath(handle) })),
      publishedAt: shown.firstPublishedAt,
      updatedAt: shown.updatedAt,
      picture: lead
        ? {
            ...lead,
            alt: revision.pictureAlt || lead.alt,
            caption: revision.pictureCaption || lead.caption,
            credit: revision.pictureCredit || lead.credit,
          }
        : null,
      body: revision.body as Body,
      pictures: Object.fromEntries(pictures),
      topics: about
        .filter((term) => term.revisionId === revision.id && term.kind === 'topic')
        .map(({ id, name, slug }) => ({ id, name, path: topicPath(slug) })),
      corrections: told.get(shown.storyId) ?? [],
      sourceLine: revision.sourceLine,
    };
    return { story, tags };
  });
}

function picturesOf({ body, pictureId }: typeof revisions.$inferSelect): string[] {
  return [...picturesIn(body as Body), ...(pictureId ? [pictureId] : [])];
}

import { and, asc, eq, ne } from 'drizzle-orm';
import { prepared, type The } from '#db/prepared.ts';
import { live } from '#db/schema/readers.ts';
import type { Reader } from '#db/store.ts';
import { pictureViews } from '#features/media/queries.ts';
import { pictureTag } from '#features/media/tags.ts';
import { authorTag } from '#features/people/tags.ts';
import { sectionById } from '#features/sections/queries.ts';
import { sectionsTag } from '#features/sections/tags.ts';
import { type Body, picturesIn } from '#features/stories/body.ts';
import { pictureOf, type TermRow, termRows } from '#features/stories/internal/content.ts';
import { correctionsOf, waitingFor } from '#features/stories/internal/corrections.ts';
import type { RevisionRow, StoryRow } from '#features/stories/internal/facts.ts';
import { bylineRows } from '#features/stories/internal/revise.ts';
import { storyTag } from '#features/stories/tags.ts';
import type { StoryView, TermView } from '#features/stories/views.ts';
import { now } from '#lib/clock.ts';
import { authorPath, placePath, storyPath, topicPath } from '#lib/paths.ts';

type Shown = {
  story: StoryRow;
  revision: RevisionRow;
  path: string;
  publishedAt: Date;
  updatedAt: Date | null;
};

const othersOf = prepared((on, the: The<{ group: string; id: string }>) =>
  on
    .select({ language: live.language, headline: live.headline, path: live.path, id: live.storyId })
    .from(live)
    .where(and(eq(live.translationGroupId, the('group')), ne(live.storyId, the('id'))))
    .orderBy(asc(live.language), asc(live.storyId)),
);

/** A revision as readers see it, or would; with the tags of everything that it is made of. */
export async function viewOf(
  from: Reader,
  { story, revision, path, publishedAt, updatedAt }: Shown,
): Promise<{ view: StoryView; tags: string[] }> {
  const body = revision.body as Body;
  const picture = pictureOf(revision);
  const section = await sectionById(from, story.sectionId);
  if (!section) throw new Error(`no section ${story.sectionId}`);
  const people = await bylineRows(from, revision.id);
  const named = await termRows(from, revision.id);
  const translations = await othersOf(from, { group: story.translationGroupId, id: story.id });
  const usedIds = [...new Set([...picturesIn(body), ...(picture ? [picture.pictureId] : [])])];
  const pictures = await pictureViews(from, usedIds);
  const lead = picture && pictures.get(picture.pictureId);
  const tags = [
    storyTag(story.id),
    sectionsTag(),
    ...usedIds.map(pictureTag),
    ...people.map((one) => authorTag(one.authorId)),
    ...translations.map((other) => storyTag(other.id)),
  ];
  const view: StoryView = {
    id: story.id,
    path,
    kind: story.kind,
    language: story.language,
    section: { id: section.id, name: section.name, path: section.path },
    headline: revision.headline,
    standfirst: revision.standfirst,
    search: {
      title: revision.searchTitle || revision.headline,
      description: revision.searchDescription || revision.standfirst,
    },
    dateline: revision.datelinePlace
      ? { place: revision.datelinePlace, date: revision.datelineDate }
      : null,
    bylines: people.map(({ name, handle, role }) => ({ name, role, path: authorPath(handle) })),
    publishedAt,
    updatedAt,
    picture:
      lead && picture
        ? {
            ...lead,
            alt: picture.alt || lead.alt,
            caption: picture.caption || lead.caption,
            credit: picture.credit || lead.credit,
          }
        : null,
    body,
    pictures: Object.fromEntries(pictures),
    topics: named.filter((term) => term.kind === 'topic').map(toTermView),
    places: named.filter((term) => term.kind === 'place').map(toTermView),
    translations: translations.map(({ id: _id, ...other }) => other),
    corrections: (await correctionsOf(from, [story.id])).get(story.id) ?? [],
    sourceLine: revision.sourceLine,
    words: revision.words,
    commentsOpen: story.commentsOpen,
  };
  return { view, tags };
}

/**
 * A revision as readers would see it if it were published at this moment. With the token of a secret preview its pictures
 * are asked for by it, since readers may have none of them.
 */
export async function previewView(
  from: Reader,
  story: StoryRow,
  revision: RevisionRow,
  token?: string,
): Promise<StoryView> {
  const section = await sectionById(from, story.sectionId);
  const { view: shown } = await viewOf(from, {
    story,
    revision,
    path: storyPath(section?.slug ?? '', story.slug),
    publishedAt: story.firstPublishedAt ?? now(),
    updatedAt: story.updatedAt,
  });
  const corrections = [...shown.corrections, ...(await waitingFor(from, revision))];
  const view = { ...shown, corrections };
  if (!token) return view;
  const pictures = Object.entries(view.pictures).map(([id, one]) => [id, { ...one, token }]);
  return {
    ...view,
    picture: view.picture && { ...view.picture, token },
    pictures: Object.fromEntries(pictures),
  };
}

export function toTermView(term: TermRow): TermView {
  const path = term.kind === 'topic' ? topicPath(term.slug) : placePath(term.slug);
  return { id: term.id, name: term.name, path };
}

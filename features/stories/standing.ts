import type { CardPicture } from '#db/schema/readers.ts';
import { localeOf } from '#lib/dates.ts';

type Story = {
  id: string;
  sectionId: string;
  slug: string;
  kind: string;
  language: string;
  translationGroupId: string;
  updatedAt: Date | null;
};
type Said = { id: string; headline: string; shortHeadline: string; standfirst: string };
type Person = { authorId: string; name: string; role: string };
type Term = { id: string; kind: 'topic' | 'place'; name: string };

/** A live story with everything that its place before readers is made of. */
export type Shown = {
  story: Story;
  firstPublishedAt: Date;
  revision: Said;
  section: { name: string };
  path: string;
  people: readonly Person[];
  terms: readonly Term[];
  picture: CardPicture | null;
};

export type List = { kind: 'section' | 'term' | 'author'; listId: string };

const conjunctions = new Map<string, Intl.ListFormat>();

/** "A, B and C" in the language of the story: those who wrote it, not those who helped. */
function bylineText(people: readonly Person[], language: string): string {
  let format = conjunctions.get(language);
  if (!format) {
    format = new Intl.ListFormat(localeOf(language), { type: 'conjunction' });
    conjunctions.set(language, format);
  }
  return format.format(people.filter((one) => one.role === 'by').map((one) => one.name));
}

/** The row that every card and list of readers is drawn from. */
export function liveRow({ story, revision, section, terms, people, ...shown }: Shown) {
  const topic = terms.find((term) => term.kind === 'topic');
  return {
    storyId: story.id,
    revisionId: revision.id,
    sectionId: story.sectionId,
    path: shown.path,
    kind: story.kind,
    language: story.language,
    translationGroupId: story.translationGroupId,
    headline: revision.shortHeadline || revision.headline,
    standfirst: revision.standfirst,
    kicker: topic?.name ?? section.name,
    byline: bylineText(people, story.language),
    picture: shown.picture,
    firstPublishedAt: shown.firstPublishedAt,
    updatedAt: story.updatedAt,
  };
}

/** The lists that a live story stands in: its section's first, then topics and places, then people. */
export function listsOf({
  story,
  terms,
  people,
}: Pick<Shown, 'story' | 'terms' | 'people'>): List[] {
  return [
    { kind: 'section', listId: story.sectionId },
    ...terms.map((term): List => ({ kind: 'term', listId: term.id })),
    ...[...new Set(people.map((one) => one.authorId))].map(
      (listId): List => ({ kind: 'author', listId }),
    ),
  ];
}

/** The rows of the lists besides its section's, which `live` itself is. */
export function listRows(shown: Shown) {
  const { id: storyId } = shown.story;
  const { firstPublishedAt } = shown;
  return listsOf(shown).flatMap(({ kind, listId }, position) =>
    kind === 'section' ? [] : [{ kind, listId, storyId, position, firstPublishedAt }],
  );
}

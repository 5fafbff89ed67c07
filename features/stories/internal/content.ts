import { eq } from 'drizzle-orm';
import { prepared, type The } from '#db/prepared.ts';
import { terms } from '#db/schema/site.ts';
import { revisionTerms } from '#db/schema/stories.ts';
import type { Reader } from '#db/store.ts';
import type { Body } from '#features/stories/body.ts';
import type { StoryContent } from '#features/stories/input.ts';
import type { RevisionRow } from '#features/stories/internal/facts.ts';
import { bylineRows } from '#features/stories/internal/revise.ts';
import type { BylineRole } from '#features/stories/views.ts';

export type TermRow = { id: string; kind: 'topic' | 'place'; slug: string; name: string };

const termsOf = prepared((on, the: The<{ revisionId: string }>) =>
  on
    .select({ id: terms.id, kind: terms.kind, slug: terms.slug, name: terms.name })
    .from(revisionTerms)
    .innerJoin(terms, eq(terms.id, revisionTerms.termId))
    .where(eq(revisionTerms.revisionId, the('revisionId')))
    .orderBy(revisionTerms.position),
);

/** The topics and places of a revision in their order. */
export function termRows(from: Reader, revisionId: string): Promise<TermRow[]> {
  return termsOf(from, { revisionId });
}

/** The picture that leads a revision, with what is said of it there. */
export function pictureOf(revision: RevisionRow): StoryContent['picture'] {
  if (!revision.pictureId) return null;
  return {
    pictureId: revision.pictureId,
    alt: revision.pictureAlt,
    caption: revision.pictureCaption,
    credit: revision.pictureCredit,
  };
}

type NamedContent = StoryContent & {
  bylines: { authorId: string; name: string; role: BylineRole }[];
};

/** A stored revision in the shape in which it was sent: to edit it, or to compare with it. */
export async function contentOf(from: Reader, revision: RevisionRow): Promise<StoryContent> {
  const named = await namedContentOf(from, revision);
  return { ...named, bylines: named.bylines.map(({ authorId, role }) => ({ authorId, role })) };
}

/** The same with the names in its bylines: to show it. */
export async function namedContentOf(from: Reader, revision: RevisionRow): Promise<NamedContent> {
  const people = await bylineRows(from, revision.id);
  const named = await termRows(from, revision.id);
  return {
    headline: revision.headline,
    shortHeadline: revision.shortHeadline,
    searchTitle: revision.searchTitle,
    searchDescription: revision.searchDescription,
    standfirst: revision.standfirst,
    datelinePlace: revision.datelinePlace,
    datelineDate: revision.datelineDate,
    body: revision.body as Body,
    bylines: people.map(({ authorId, name, role }) => ({ authorId, name, role })),
    topics: named.filter((term) => term.kind === 'topic').map((term) => term.name),
    places: named.filter((term) => term.kind === 'place').map((term) => term.name),
    picture: pictureOf(revision),
    sourceLine: revision.sourceLine,
    notes: revision.notes,
  };
}

/** What readers see of it; notes to the desk are not part of that. */
export function publicPart(content: StoryContent): Omit<StoryContent, 'notes'> {
  const { notes: _notes, ...shown } = content;
  return shown;
}

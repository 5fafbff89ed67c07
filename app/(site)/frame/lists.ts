import { notFound } from 'next/navigation';
import type { Listing } from '#app/(site)/frame/listing.tsx';
import { pageNumber, plain } from '#app/(site)/params.ts';
import { author } from '#features/people/queries.ts';
import { allSections } from '#features/sections/queries.ts';
import { authorPageOf, sectionPageOf, termPageOf } from '#features/stories/queries.ts';
import { authorPath, placePath, sectionPath, topicPath } from '#lib/paths.ts';

/** The parts of an address, as Next gives them; the number is '1' on a list's own address. */
type Segments = { name: string; page: string };

export async function sectionListing({ name, page }: Segments): Promise<Listing> {
  const slug = plain(name);
  const section = (await allSections()).find((one) => one.slug === slug) ?? notFound();
  const list = (await sectionPageOf(section.id, pageNumber(page))) ?? notFound();
  return {
    name: section.name,
    about: section.description,
    list,
    pathOf: (number) => sectionPath(slug, number),
    feeds: true,
  };
}

export const topicListing = (segments: Segments) => termListing('topic', segments);
export const placeListing = (segments: Segments) => termListing('place', segments);

async function termListing(kind: 'topic' | 'place', { name, page }: Segments): Promise<Listing> {
  const slug = plain(name);
  const found = (await termPageOf(kind, slug, pageNumber(page))) ?? notFound();
  const pathOf = kind === 'topic' ? topicPath : placePath;
  return {
    name: found.term.name,
    label: kind === 'topic' ? 'Topic' : 'Place',
    about: '',
    list: found.list,
    pathOf: (number) => pathOf(slug, number),
    feeds: kind === 'topic',
  };
}

export async function authorListing({ name, page }: Segments): Promise<Listing> {
  const handle = plain(name);
  const person = (await author(handle)) ?? notFound();
  const list = (await authorPageOf(person.id, pageNumber(page))) ?? notFound();
  // Whoever is in no published byline yet has no page: it would tell of one that is to come.
  if (list.total === 0) notFound();
  return {
    name: person.name,
    label: 'Author',
    about: person.bio,
    list,
    pathOf: (number) => authorPath(handle, number),
    feeds: true,
  };
}

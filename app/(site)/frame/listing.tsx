import type { Metadata } from 'next';
import { Frame } from '#app/(site)/frame/frame.tsx';
import { Pager } from '#components/pager.tsx';
import { site } from '#features/site/queries.ts';
import { River } from '#features/stories/components/river.tsx';
import { feedLinks } from '#features/stories/metadata.ts';
import type { CardPage } from '#features/stories/views.ts';
import { env } from '#lib/env.ts';
import { absolute, href } from '#lib/paths.ts';

/** One numbered page of what there is of a section, a topic, a place or an author. */
export type Listing = {
  name: string;
  /** What it is, where the name alone does not say: "Topic". */
  label?: string;
  about: string;
  list: CardPage;
  pathOf: (page: number) => string;
  /** True if it has feeds of its own. */
  feeds: boolean;
};

export async function ListingPage({ name, label, about, list, pathOf }: Listing) {
  const { timeZone } = await site();
  const { cards, page, pages } = list;
  return (
    <Frame section={pathOf(1)}>
      <div className="listing">
        <header className="list-head">
          {label && <p className="label">{label}</p>}
          <h1>{name}</h1>
          {about && page === 1 && <p className="standfirst">{about}</p>}
          {page > 1 && (
            <p className="meta">
              Page {page} of {pages} · <a href={href(pathOf(1))}>The newest</a>
            </p>
          )}
        </header>
        {cards.length > 0 ? (
          <River cards={cards} opening={page === 1} timeZone={timeZone} within={name} />
        ) : (
          <p className="notice">No story has been published here yet.</p>
        )}
        <Pager page={page} pages={pages} pathOf={(number) => href(pathOf(number))} />
      </div>
    </Frame>
  );
}

export async function listingMetadata(listing: Listing): Promise<Metadata> {
  const { name, about, list, pathOf, feeds } = listing;
  const { name: paper } = await site();
  const { page, pages } = list;
  const { siteUrl } = env();
  const at = (number: number) => absolute(siteUrl, pathOf(number));
  const title = page > 1 ? `${name}, page ${page} – ${paper}` : `${name} – ${paper}`;
  const description = about || undefined;
  return {
    title,
    description,
    alternates: {
      canonical: at(page),
      types: feedLinks(siteUrl, paper, ...(feeds ? [{ name, path: pathOf(1) }] : [])),
    },
    pagination: {
      previous: page > 1 ? at(page - 1) : undefined,
      next: page < pages ? at(page + 1) : undefined,
    },
    openGraph: { type: 'website', url: at(page), siteName: paper, title, description },
  };
}

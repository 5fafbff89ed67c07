import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Frame } from '#app/(site)/frame/frame.tsx';
import { pageNumber } from '#app/(site)/params.ts';
import { Pager } from '#components/pager.tsx';
import { SearchForm } from '#components/search-form.tsx';
import { FoundNames, Hits } from '#features/search/components/found.tsx';
import { searchNames, searchStories } from '#features/search/queries.ts';
import { site } from '#features/site/queries.ts';
import { searchPath } from '#lib/paths.ts';

type Props = { params: Promise<{ q: string; page: string }> };

/** What was asked. The door writes `-` for nothing, since a part of an address cannot be empty. */
async function asked({ params }: Props): Promise<{ query: string; page: number }> {
  const { q, page } = await params;
  const number = pageNumber(page);
  try {
    return { query: q === '-' ? '' : decodeURIComponent(q), page: number };
  } catch {
    notFound();
  }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { query } = await asked(props);
  const { name } = await site();
  return {
    title: query ? `Search for “${query}” – ${name}` : `Search – ${name}`,
    // Pages of results are made of what people type: no search engine should list them.
    robots: { index: false, follow: true },
  };
}

/** The results of a search. Its address is `/search?q=…&page=…`, which the door sends here. */
export default async function ResultsPage(props: Props) {
  const { query, page } = await asked(props);
  const [found, names, { timeZone }] = await Promise.all([
    searchStories(query, page),
    page === 1 ? searchNames(query) : [],
    site(),
  ]);
  if (!found) notFound();
  return (
    <Frame>
      <div className="results">
        <header className="list-head">
          <h1>Search</h1>
          <SearchForm
            action={searchPath('')}
            label="Words, a name, or “an exact phrase”"
            query={query}
          />
        </header>
        {query && (
          <>
            <p className="meta" role="status">
              {countText(found.total, found.more)}
            </p>
            <FoundNames names={names} />
            <Hits hits={found.hits} timeZone={timeZone} />
            {found.total === 0 && names.length === 0 && (
              <p className="notice">
                Try fewer words, or another spelling. Every word has to be in the story.
              </p>
            )}
          </>
        )}
        <Pager page={page} pages={found.pages} pathOf={(number) => searchPath(query, number)} />
      </div>
    </Frame>
  );
}

function countText(total: number, more: boolean): string {
  if (total === 0) return 'No story has these words.';
  if (total === 1) return 'One story';
  return more ? `The newest ${total} of more stories` : `${total} stories`;
}

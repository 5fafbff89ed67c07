type Props = {
  page: number;
  pages: number;
  pathOf: (page: number) => string;
  /** For the rare list that begins with what waits longest. */
  oldestFirst?: boolean;
};

/** The numbered pages of a list: the ends, the neighbours, and gaps between. Nothing for one page. */
export function Pager({ page, pages, pathOf, oldestFirst = false }: Props) {
  if (pages < 2) return null;
  const [before, after] = oldestFirst ? ['Older', 'Newer'] : ['Newer', 'Older'];
  return (
    <nav aria-label="Pages" className="pager">
      {page > 1 && (
        <a href={pathOf(page - 1)} rel="prev">
          {before}
        </a>
      )}
      <ol>
        {shownPages(page, pages).map((number, index, all) => (
          <li className={number - (all[index - 1] ?? number) > 1 ? 'gap' : undefined} key={number}>
            <a
              aria-current={number === page ? 'page' : undefined}
              aria-label={`Page ${number}`}
              href={pathOf(number)}
            >
              {number}
            </a>
          </li>
        ))}
      </ol>
      {page < pages && (
        <a className="older" href={pathOf(page + 1)} rel="next">
          {after}
        </a>
      )}
    </nav>
  );
}

/** First, last and what is around the page that is shown. */
export function shownPages(page: number, pages: number): number[] {
  const wanted = [1, page - 1, page, page + 1, pages];
  return [...new Set(wanted)].filter((number) => number >= 1 && number <= pages);
}

/** "Newer – page 2 of 9 – Older" under a list of numbered pages. */
export function Pager({
  page,
  pages,
  path,
}: {
  page: number;
  pages: number;
  path: (page: number) => string;
}) {
  if (pages < 2) return null;
  return (
    <nav aria-label="Pages" className="flex flex-wrap items-center gap-3 py-4">
      {page > 1 && (
        <a className="button" href={path(page - 1)} rel="prev">
          Newer
        </a>
      )}
      <span className="text-soft tabular-nums">
        Page {page} of {pages}
      </span>
      {page < pages && (
        <a className="button" href={path(page + 1)} rel="next">
          Older
        </a>
      )}
    </nav>
  );
}

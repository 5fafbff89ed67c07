import { FILTERS, type LibraryQuery } from '#features/media/input.ts';
import { deskPicturesPath } from '#lib/paths.ts';

/** Looks for pictures by their words and by what is to be done with them. Works without script. */
export function LibraryFilter({ query }: { query: LibraryQuery }) {
  return (
    <search>
      <form action={deskPicturesPath()} className="library-filter">
        <label>
          <span className="text-label">Search</span>
          <input
            className="control"
            defaultValue={query.q}
            enterKeyHint="search"
            maxLength={200}
            name="q"
            placeholder="Words, credit, place, file"
            type="search"
          />
        </label>
        <label>
          <span className="text-label">Show</span>
          <select className="control" defaultValue={query.show} name="show">
            {Object.entries(FILTERS).map(([value, words]) => (
              <option key={value} value={value}>
                {words}
              </option>
            ))}
          </select>
        </label>
        <button type="submit" className="button">
          Find
        </button>
      </form>
    </search>
  );
}

type Props = { action: string; query?: string; label?: string };

/** One field and a button; works without script and keeps what was typed. */
export function SearchForm({ action, query = '', label = 'Search all stories' }: Props) {
  return (
    <search>
      <form action={action} className="search-form">
        <label htmlFor="q">{label}</label>
        <input
          defaultValue={query}
          enterKeyHint="search"
          id="q"
          maxLength={200}
          name="q"
          type="search"
        />
        <button type="submit">Search</button>
      </form>
    </search>
  );
}

import type { Pile } from '#features/moderation/views.ts';
import { deskCommentsPath } from '#lib/paths.ts';

type Props = { pile: Pile; q: string; state: string };

const STATES = [
  { value: '', name: 'In every state' },
  { value: 'waiting', name: 'Waiting' },
  { value: 'approved', name: 'Approved' },
  { value: 'rejected', name: 'Rejected' },
];

/** Looks for words in what was written and under which name; of all comments, also by their state. */
export function FindComments({ pile, q, state }: Props) {
  return (
    <search>
      <form action={deskCommentsPath()} className="find-comments">
        <input type="hidden" name="pile" value={pile} />
        <label htmlFor="q" className="sr-only">
          Words of a comment
        </label>
        <input
          id="q"
          name="q"
          type="search"
          className="control"
          placeholder="Words of a comment or a name"
          defaultValue={q}
          maxLength={100}
        />
        {pile === 'all' && (
          <>
            <label htmlFor="state" className="sr-only">
              State
            </label>
            <select id="state" name="state" className="control" defaultValue={state}>
              {STATES.map(({ value, name }) => (
                <option key={value} value={value}>
                  {name}
                </option>
              ))}
            </select>
          </>
        )}
        <button type="submit" className="button">
          Find
        </button>
      </form>
    </search>
  );
}

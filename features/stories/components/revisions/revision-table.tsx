import { NameRevision, RestoreRevision } from '#features/stories/components/revisions/acts.tsx';
import type { Decision, RevisionsPage } from '#features/stories/views.ts';
import { clockTime, type DateStyle, dateAndTime, shortDate } from '#lib/dates.ts';
import { revisionsPath } from '#lib/paths.ts';

type Props = { list: RevisionsPage; chosen: readonly [number, number]; timeZone: string };

/** Every revision of a story, with who made it and what was decided about it; two can be compared. */
export function RevisionTable({ list, chosen, timeZone }: Props) {
  const style = { timeZone, language: 'en' };
  const { storyId, headId, liveId, whyNot } = list;
  const several = list.total > 1;
  const radio = (name: 'from' | 'to', number: number, words: string) => (
    <label className="revision-choice">
      <input
        type="radio"
        form="compare"
        name={name}
        value={number}
        defaultChecked={number === chosen[name === 'from' ? 0 : 1]}
      />
      <span className="revision-unit" aria-hidden="true">
        {words}
      </span>
      <span className="sr-only">{`${words} revision ${number}`}</span>
    </label>
  );
  return (
    <>
      {several && (
        <form id="compare" method="get" action={revisionsPath(storyId)}>
          <button type="submit" className="button">
            Compare the two that are marked
          </button>
        </form>
      )}
      <table className="list revisions">
        <caption className="sr-only">Revisions, the newest first</caption>
        <thead>
          <tr>
            {several && <th scope="col">From</th>}
            {several && <th scope="col">To</th>}
            <th scope="col">Revision</th>
            <th scope="col">Saved</th>
            <th scope="col">Words</th>
            <th scope="col">Decided</th>
            <th scope="col">
              <span className="sr-only">Acts</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {list.rows.map((row) => (
            <tr key={row.id}>
              {several && <td>{radio('from', row.number, 'From')}</td>}
              {several && <td>{radio('to', row.number, 'To')}</td>}
              <th scope="row">
                <span className="font-semibold">{row.number}</span>
                {row.name && <span className="font-semibold"> “{row.name}”</span>}{' '}
                <span className="text-note text-soft">
                  {[
                    row.id === headId && 'the newest',
                    row.id === liveId && 'what readers see',
                    row.restoredFrom !== null && `restored from ${row.restoredFrom}`,
                    row.redacted !== null && `redacted: ${row.redacted}`,
                  ]
                    .filter(Boolean)
                    .join(', ')}
                </span>
              </th>
              <td>
                {row.by},{' '}
                <time dateTime={row.at.toISOString()} title={dateAndTime(row.at, style)}>
                  {shortTime(row.at, style)}
                </time>
              </td>
              <td className="tabular-nums">
                {row.words}
                <span className="revision-unit"> words</span>
              </td>
              <td>
                {row.decisions.length > 0 && (
                  <ul>
                    {row.decisions.map((one) => (
                      <li key={`${one.what} ${one.at.getTime()}`}>{told(one, style)}</li>
                    ))}
                  </ul>
                )}
              </td>
              <td>
                <span className="flex flex-wrap gap-1">
                  <NameRevision
                    storyId={storyId}
                    revisionId={row.id}
                    number={row.number}
                    name={row.name}
                    whyNot={whyNot}
                  />
                  {row.id !== headId && (
                    <RestoreRevision
                      storyId={storyId}
                      revisionId={row.id}
                      number={row.number}
                      headId={headId}
                      headNumber={list.total}
                      whyNot={row.redacted === null ? whyNot : 'It was redacted.'}
                    />
                  )}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function shortTime(at: Date, style: DateStyle): string {
  return `${shortDate(at, style)}, ${clockTime(at, style)}`;
}

/** "published by Ada, 23 Jan 2017, 09:30 to 24 Jan 2017, 10:00 (replaced)" */
function told({ what, by, at, until, ended }: Decision, style: DateStyle): string {
  const end = until ? ` to ${shortTime(until, style)}` : '';
  const how = ended ? ` (${ended})` : '';
  return `${what} by ${by}, ${shortTime(at, style)}${end}${how}`;
}

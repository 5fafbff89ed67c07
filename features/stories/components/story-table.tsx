import { StateLabel } from '#features/stories/components/state-label.tsx';
import type { DeskRow } from '#features/stories/views.ts';
import { now } from '#lib/clock.ts';
import { clockTime, dateAndTime, dayIn, shortDate } from '#lib/dates.ts';
import { deskStoryPath, href } from '#lib/paths.ts';

/** The desk's list of stories. On a phone each row becomes a few lines under its headline. */
export function StoryTable({ rows, timeZone }: { rows: DeskRow[]; timeZone: string }) {
  return (
    <table className="list">
      <caption className="sr-only">Stories, what changed last first</caption>
      <thead>
        <tr>
          <th scope="col">Headline</th>
          <th scope="col">State</th>
          <th scope="col">Section</th>
          <th scope="col">Writer</th>
          <th scope="col">Changed</th>
          <th scope="col">
            <span className="sr-only">Readers’ page</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">
              <a href={deskStoryPath(row.id)} className="list-main" lang={row.language} dir="auto">
                {row.headline}
              </a>
              {row.kind !== 'news' && (
                <span className="text-note text-soft">
                  {' '}
                  {row.kind === 'live' ? 'live report' : row.kind}
                </span>
              )}
            </th>
            <td>
              <StateLabel state={row.state} />
            </td>
            <td>{row.section}</td>
            <td>{row.writer}</td>
            <td>
              <Changed at={row.changedAt} timeZone={timeZone} />
            </td>
            <td>
              {row.publicPath && (
                <a href={href(row.publicPath)} className="link text-note">
                  View<span className="sr-only"> “{row.headline}” as readers see it</span>
                </a>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The time for what changed today, else the day; the whole moment to whoever points at it. */
function Changed({ at, timeZone }: { at: Date; timeZone: string }) {
  const style = { timeZone, language: 'en' };
  const today = dayIn(at, timeZone) === dayIn(now(), timeZone);
  return (
    <time dateTime={at.toISOString()} title={dateAndTime(at, style)} className="tabular-nums">
      {today ? clockTime(at, style) : shortDate(at, style)}
    </time>
  );
}

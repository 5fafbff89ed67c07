'use client';

import { StateLabel } from '#features/stories/components/state-label.tsx';
import type { DeskRow } from '#features/stories/views.ts';
import { clockTime, type DateStyle, dateAndTime, dayIn, shortDate } from '#lib/dates.ts';
import { deskStoryPath, href } from '#lib/paths.ts';

type Choice = {
  chosen: ReadonlySet<string>;
  choose: (ids: readonly string[], on: boolean) => void;
};
type Props = { rows: DeskRow[]; timeZone: string; madeAt: Date; choice: Choice | null };

const DUE_WORDS = { publish: 'goes out', replace: 'changes', withdraw: 'comes down' };

/** The desk's list of stories. On a phone each row becomes a few lines under its headline. */
export function StoryTable({ rows, timeZone, madeAt, choice }: Props) {
  const style = { timeZone, language: 'en' };
  return (
    <table className={choice ? 'list list-choice' : 'list'}>
      <caption className="sr-only">Stories</caption>
      <thead>
        <tr>
          {choice && (
            <th scope="col" className="row-choice">
              <ChooseAll rows={rows} {...choice} />
            </th>
          )}
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
          <tr key={row.id} data-chosen={choice?.chosen.has(row.id) || undefined}>
            {choice && (
              <td className="row-choice">
                <label>
                  <input
                    type="checkbox"
                    checked={choice.chosen.has(row.id)}
                    onChange={(event) => choice.choose([row.id], event.target.checked)}
                  />
                  <span className="sr-only">Choose “{row.headline}”</span>
                </label>
              </td>
            )}
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
              {row.due && (
                <span className="text-note text-soft due">
                  {' '}
                  {DUE_WORDS[row.due.act]} <Moment at={row.due.at} madeAt={madeAt} style={style} />
                </span>
              )}
            </td>
            <td>{row.section}</td>
            <td>{row.writer}</td>
            <td>
              <Moment at={row.changedAt} madeAt={madeAt} style={style} />
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

function ChooseAll({ rows, chosen, choose }: Choice & { rows: DeskRow[] }) {
  const ids = rows.map(({ id }) => id);
  const some = ids.filter((id) => chosen.has(id)).length;
  return (
    <label>
      <input
        type="checkbox"
        checked={some === ids.length}
        ref={(box) => {
          if (box) box.indeterminate = some > 0 && some < ids.length;
        }}
        onChange={(event) => choose(ids, event.target.checked)}
      />
      <span className="sr-only">Choose all stories of this page</span>
    </label>
  );
}

/** The time for what is today, else the day; the whole moment to whoever points at it. */
function Moment({ at, madeAt, style }: { at: Date; madeAt: Date; style: DateStyle }) {
  const today = dayIn(at, style.timeZone) === dayIn(madeAt, style.timeZone);
  return (
    <time dateTime={at.toISOString()} title={dateAndTime(at, style)} className="tabular-nums">
      {today ? clockTime(at, style) : shortDate(at, style)}
    </time>
  );
}

import type { PlannedRow } from '#features/stories/views.ts';
import { clockTime, dateAndTime, dayIn, fullDate } from '#lib/dates.ts';
import { deskStoryPath, previewPath } from '#lib/paths.ts';

const WHAT: Record<PlannedRow['what'], string> = {
  published: 'To be published',
  changed: 'To be changed',
  'taken down': 'To be taken down',
  'embargo ends': 'Embargo ends',
};

/** What happens by itself, a list a day of the newsroom's calendar. */
export function PlannedList({ rows, timeZone }: { rows: PlannedRow[]; timeZone: string }) {
  const style = { timeZone, language: 'en' };
  const days = Map.groupBy(rows, (row) => dayIn(row.at, timeZone));
  return [...days].map(([day, ofDay]) => (
    <section key={day} aria-labelledby={`day-${day}`} className="grid gap-1">
      <h2 id={`day-${day}`} className="text-label">
        {ofDay[0] && fullDate(ofDay[0].at, style)}
      </h2>
      <ul className="planned">
        {ofDay.map((row) => (
          <li key={`${row.storyId} ${row.what}`}>
            <time dateTime={row.at.toISOString()} title={dateAndTime(row.at, style)}>
              {clockTime(row.at, style)}
            </time>
            <span className={`state state-${STATES[row.what]}`}>{WHAT[row.what]}</span>
            <span className="planned-story">
              <a
                href={deskStoryPath(row.storyId)}
                className="list-main"
                lang={row.language}
                dir="auto"
              >
                {row.headline}
              </a>
              {row.heldUp && (
                <span className="text-note text-danger">
                  {row.heldUp === 'hold'
                    ? 'It is on hold: nothing happens until that is lifted.'
                    : 'It waits for the end of its embargo.'}
                </span>
              )}
            </span>
            <span className="text-note text-soft">
              {row.section} · {row.by}
              {(row.what === 'published' || row.what === 'changed') && (
                <>
                  {' · '}
                  <a className="link" href={previewPath(row.storyId, row.revisionNumber)}>
                    Preview revision {row.revisionNumber}
                  </a>
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  ));
}

/** Whose dot of the states each has. */
const STATES: Record<PlannedRow['what'], string> = {
  published: 'scheduled',
  changed: 'live-with-changes',
  'taken down': 'withdrawn',
  'embargo ends': 'approved',
};

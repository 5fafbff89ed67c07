'use client';

import { labelOf } from '#features/stories/components/comparison/fields.ts';
import type { Editing } from '#features/stories/components/editor/use-editing.ts';
import { clockTime } from '#lib/dates.ts';

/** Who else has the story open, and what somebody has saved since it was opened here. */
export function CompanyNotice({ editing, timeZone }: { editing: Editing; timeZone: string }) {
  const { company } = editing;
  if (!company) return null;
  const time = (at: string) => clockTime(new Date(at), { timeZone, language: 'en' });
  return (
    <>
      {company.others.length > 0 && (
        <ul className="company" aria-label="Also in this story">
          {company.others.map(({ id, name, field, since, you }) => (
            <li key={id}>
              <strong>{you ? 'You, in another window' : name}</strong>
              <span className="text-soft">
                {labelOf(field) && ` in ${labelOf(field)}`}, since {time(since)}
              </span>
            </li>
          ))}
        </ul>
      )}
      <Overtaken editing={editing} time={time} />
    </>
  );
}

function Overtaken({ editing, time }: { editing: Editing; time: (at: string) => string }) {
  const { company, view, unsaved, busy, conflict, catchUp } = editing;
  const newest = company?.newest;
  if (!newest || newest.number <= view.revisionNumber || conflict || busy) return null;
  return (
    <p className="notice flex flex-wrap items-center gap-x-4 gap-y-1" role="status">
      <span className="flex-1 basis-64">
        {newest.by} saved revision {newest.number} at {time(newest.at)}.{' '}
        {unsaved
          ? 'What you have typed is kept, and nothing is written over theirs.'
          : 'You still see the one before.'}
      </span>
      <button type="button" className="button" onClick={() => void catchUp()}>
        {unsaved ? 'Compare and go on' : `Show revision ${newest.number}`}
      </button>
    </p>
  );
}

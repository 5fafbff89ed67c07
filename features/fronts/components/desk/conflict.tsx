'use client';

import type { Arranging } from '#features/fronts/components/desk/use-arranging.ts';
import { dateAndTime } from '#lib/dates.ts';

/** Somebody else has published an arrangement meanwhile: both are there, and the editor decides. */
export function Conflict({ arranging, timeZone }: { arranging: Arranging; timeZone: string }) {
  const { theirs, goOnFrom } = arranging;
  return (
    <div role="alert" className="said">
      {theirs && (
        <div className="notice notice-problem grid gap-3">
          <p>
            {theirs.by} has arranged this front
            {theirs.at && ` on ${dateAndTime(theirs.at, { timeZone, language: 'en' })}`}, after you
            opened it. Nothing is lost: yours is still here, theirs is in the history.
          </p>
          <p className="flex flex-wrap gap-3">
            <button
              type="button"
              className="button button-primary"
              onClick={() => goOnFrom(theirs, 'theirs')}
            >
              Go on from theirs
            </button>
            <button type="button" className="button" onClick={() => goOnFrom(theirs, 'mine')}>
              Keep mine, to publish it over theirs
            </button>
          </p>
        </div>
      )}
    </div>
  );
}

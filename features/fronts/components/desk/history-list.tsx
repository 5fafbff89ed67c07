'use client';

import { Notice } from '#components/controls/notice.tsx';
import { useForm } from '#components/controls/use-form.ts';
import { restoreFrontAction } from '#features/fronts/actions.ts';
import type { FrontHistoryRow } from '#features/fronts/views.ts';
import { dateAndTime } from '#lib/dates.ts';
import { deskStoryPath } from '#lib/paths.ts';

type Props = {
  front: string;
  /** The number of the revision that readers see now. */
  newest: number;
  mayRestore: boolean;
  rows: FrontHistoryRow[];
  timeZone: string;
};

/** Every arrangement of a front: who, when, and what stood in each slot at that moment. */
export function FrontHistoryList({ front, newest, mayRestore, rows, timeZone }: Props) {
  const { state, ready, pending, onSubmit } = useForm(restoreFrontAction);
  return (
    <>
      <Notice kind="problem">{state.status === 'refused' && state.message}</Notice>
      <ol className="border-t border-rule">
        {rows.map((row) => (
          <li key={row.number}>
            <details className="group" open={row.number === rows[0]?.number}>
              <summary>
                {dateAndTime(row.at, { timeZone, language: 'en' })}{' '}
                <span className="font-normal text-soft">
                  revision {row.number}, {row.by}
                  {row.restored !== null && `, brought back revision ${row.restored}`}
                  {row.number === newest && ', readers see it now'}
                </span>
              </summary>
              <div className="grid gap-3 pb-5">
                <table className="list stood">
                  <caption className="sr-only">What stood where when it was published</caption>
                  <thead>
                    <tr>
                      <th scope="col">Slot</th>
                      <th scope="col">Story</th>
                    </tr>
                  </thead>
                  <tbody>
                    {row.stood.map(({ slot, storyId, headline }) => (
                      <tr key={slot}>
                        <td>{slot}</td>
                        <td>
                          <a href={deskStoryPath(storyId)} className="link" dir="auto">
                            {headline}
                          </a>
                        </td>
                      </tr>
                    ))}
                  </tbody>
                </table>
                {mayRestore && row.number !== newest && (
                  <form method="post" onSubmit={onSubmit}>
                    <input type="hidden" name="front" value={front} />
                    <input type="hidden" name="basedOn" value={newest} />
                    <input type="hidden" name="number" value={row.number} />
                    <button type="submit" className="button" disabled={!ready || pending}>
                      Bring back this arrangement
                      <span className="sr-only"> (revision {row.number})</span>
                    </button>
                  </form>
                )}
              </div>
            </details>
          </li>
        ))}
      </ol>
    </>
  );
}

'use client';

import { useActionState } from 'react';
import { Notice } from '#components/controls/notice.tsx';
import { useForm } from '#components/controls/use-form.ts';
import { endOtherSessionsAction, endSessionAction } from '#features/people/actions.ts';
import { IDLE } from '#lib/forms.ts';

/** One of the own sessions, with its moments written out. */
export type SessionLine = {
  key: string;
  device: string;
  how: string;
  since: string;
  seen: string;
  here: boolean;
};

/** Where somebody is signed in, and the way out of each of them. */
export function SessionList({ sessions }: { sessions: readonly SessionLine[] }) {
  const one = useForm(endSessionAction);
  const [others, endOthers, ending] = useActionState(endOtherSessionsAction, IDLE);
  const said = one.state.status === 'idle' ? others : one.state;
  return (
    <div className="grid gap-3">
      <Notice kind="problem">{said.status === 'refused' && said.message}</Notice>
      <Notice kind="done">{said.status === 'done' && said.message}</Notice>
      <table className="list">
        <caption className="sr-only">Where you are signed in</caption>
        <thead>
          <tr>
            <th scope="col">Device</th>
            <th scope="col">By</th>
            <th scope="col">Since</th>
            <th scope="col">Last seen</th>
            <th scope="col">
              <span className="sr-only">End it</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {sessions.map(({ key, device, how, since, seen, here }) => (
            <tr key={key}>
              <th scope="row">
                <span className="list-main">{device}</span>
              </th>
              <td>{how}</td>
              <td>{since}</td>
              <td>{here ? 'Now' : seen}</td>
              <td>
                {here ? (
                  <span className="text-soft">This one</span>
                ) : (
                  <form method="post" onSubmit={one.onSubmit}>
                    <input type="hidden" name="key" value={key} />
                    <button type="submit" className="link" disabled={!one.ready || one.pending}>
                      Sign out there<span className="sr-only">: {device}</span>
                    </button>
                  </form>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {sessions.length > 1 && (
        <form action={endOthers}>
          <button type="submit" className="button" disabled={!one.ready || ending}>
            Sign out everywhere else
          </button>
        </form>
      )}
    </div>
  );
}

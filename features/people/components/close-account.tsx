'use client';

import { useState } from 'react';
import { Dialog } from '#components/controls/dialog.tsx';
import { Notice } from '#components/controls/notice.tsx';
import { useForm } from '#components/controls/use-form.ts';
import { deactivateAction } from '#features/people/actions.ts';

/** Closes an account after asking once. `why` says why it cannot be closed. */
export function CloseAccount({ id, name, why }: { id: string; name: string; why: string }) {
  const [asking, setAsking] = useState(false);
  const { state, ready, pending, onSubmit } = useForm(deactivateAction, async () => {
    setAsking(false);
    return undefined;
  });
  if (why) return <span className="text-note text-soft">{why}</span>;
  return (
    <>
      <button type="button" className="link" disabled={!ready} onClick={() => setAsking(true)}>
        Close the account<span className="sr-only"> of {name}</span>
      </button>
      {asking && (
        <Dialog title={`Close the account of ${name}?`} onClose={() => setAsking(false)}>
          <form method="post" onSubmit={onSubmit} className="grid gap-4">
            <Notice kind="problem">{state.status === 'refused' && state.message}</Notice>
            <p>
              {name} is signed out everywhere at once and cannot sign in again. Stories and bylines
              stay.
            </p>
            <input type="hidden" name="personId" value={id} />
            <p className="flex flex-wrap gap-3">
              <button type="submit" className="button button-danger" disabled={pending}>
                Close the account
              </button>
              <button type="button" className="button" onClick={() => setAsking(false)}>
                Not now
              </button>
            </p>
          </form>
        </Dialog>
      )}
    </>
  );
}

'use client';

import { useState, useTransition } from 'react';
import { Dialog, DialogActs } from '#components/controls/dialog.tsx';
import { Notice } from '#components/controls/notice.tsx';
import { endRightsAction } from '#features/media/actions.ts';

/** Takes a picture from all that readers see, at once: when somebody calls and is right. */
export function EndRights({ id }: { id: string }) {
  const [asking, setAsking] = useState(false);
  const [problem, setProblem] = useState('');
  const [pending, startTransition] = useTransition();
  const end = () =>
    startTransition(async () => {
      const answer = await endRightsAction(id).catch(() => null);
      if (answer?.ok) setAsking(false);
      else setProblem(answer?.why ?? 'The newsroom’s server could not be reached.');
    });
  return (
    <>
      <button type="button" className="button" onClick={() => setAsking(true)}>
        Do not show it any more…
      </button>
      {asking && (
        <Dialog title="Do not show it any more" onClose={() => setAsking(false)}>
          <div className="grid gap-4">
            <p className="text-soft">
              It is gone at once from every page, feed and card, and its address says so. The
              stories stay as they are, without it. The library keeps it, and a later date brings it
              back.
            </p>
            <Notice kind="problem">{problem}</Notice>
            <DialogActs
              act="Take it away"
              danger
              disabled={pending}
              onAct={end}
              onClose={() => setAsking(false)}
            />
          </div>
        </Dialog>
      )}
    </>
  );
}

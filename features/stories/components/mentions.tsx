'use client';

import { useState } from 'react';
import { useHydrated } from '#components/controls/hydrated.ts';
import { seeMentionsAction } from '#features/stories/actions.ts';

/** Puts away all mentions that are new; opening a story does it for those in it. */
export function AllSeen() {
  const ready = useHydrated();
  const [busy, setBusy] = useState(false);
  const see = async () => {
    setBusy(true);
    await seeMentionsAction(null).catch(() => undefined);
    setBusy(false);
  };
  return (
    <button type="button" className="button" disabled={!ready || busy} onClick={() => void see()}>
      Mark all as seen
    </button>
  );
}

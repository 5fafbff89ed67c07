'use client';

import { useEffect, useState } from 'react';
import { SignInAgain } from '#features/people/components/sign-in-again.tsx';
import type { Delivery } from '#features/stories/components/editor/keeping/courier.ts';
import { useTold } from '#features/stories/components/editor/keeping/told.ts';
import type { Editing } from '#features/stories/components/editor/use-editing.ts';
import { dateAndTime } from '#lib/dates.ts';
import { deviceNow } from '#lib/device.ts';

/** What is saved, and of what is not, where it is kept. */
export function SavedTime({ editing, timeZone }: { editing: Editing; timeZone: string }) {
  const { view, unsaved, busy, savedAt } = editing;
  const moment = useNow();
  if (!view.buttons.write.allowed) return <span className="text-soft">For reading only</span>;
  if (busy === 'saving') return <span className="text-soft">Saving…</span>;
  if (unsaved) return <Unsaved editing={editing} />;
  if (view.id === '') return <span className="text-soft">Not saved yet</span>;
  const style = { timeZone, language: 'en' };
  const whole = `Revision ${view.revisionNumber} by ${view.changedBy}, ${dateAndTime(view.changedAt, style)}`;
  return (
    <span className="text-soft" title={whole}>
      {savedAt ? `Saved ${ago(savedAt, moment)}` : whole}
    </span>
  );
}

function Unsaved({ editing }: { editing: Editing }) {
  const { onDevice, hurry } = editing.keeping;
  const delivery = useTold(editing.keeping.delivery);
  const signedOut = delivery.at === 'device' && delivery.why === 'signed out';
  return (
    <span className="inline-flex flex-wrap items-baseline gap-x-2">
      <span>
        Unsaved changes <span className="text-soft">{whereItIs(delivery, onDevice)}</span>
      </span>
      {signedOut && <SignInAgain onDone={hurry} />}
    </span>
  );
}

function whereItIs(delivery: Delivery, onDevice: boolean): string {
  if (delivery.at === 'server') return 'kept on the server';
  if (!onDevice) return 'not kept: this device has no room. Save soon';
  switch (delivery.why) {
    case 'on its way':
      return 'kept on this device';
    case 'unreached':
      return 'kept on this device; will be sent';
    case 'signed out':
      return 'kept on this device; will be sent when you have signed in';
    case 'refused':
      return `kept on this device only: ${delivery.words}`;
  }
}

function ago(at: Date, moment: Date): string {
  const seconds = Math.max(0, Math.round((moment.getTime() - at.getTime()) / 1000));
  if (seconds < 5) return 'just now';
  if (seconds < 60) return `${seconds} s ago`;
  return `${Math.round(seconds / 60)} min ago`;
}

function useNow(): Date {
  const [moment, setMoment] = useState(deviceNow);
  useEffect(() => {
    const timer = setInterval(() => setMoment(deviceNow()), 5_000);
    return () => clearInterval(timer);
  }, []);
  return moment;
}

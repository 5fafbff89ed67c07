'use client';

import type { Editing } from '#features/stories/components/editor/use-editing.ts';
import { dateAndTime } from '#lib/dates.ts';

/** Text that was never saved, on this device only: after a crash, or after a conflict. */
export function KeptAside({ editing, timeZone }: { editing: Editing; timeZone: string }) {
  const { asides, bringBack, discard, view } = editing;
  if (asides.length === 0 || !view.buttons.write.allowed) return null;
  return (
    <section className="notice grid gap-2" aria-label="Kept on this device">
      {asides.map((aside) => {
        const at = dateAndTime(new Date(aside.at), { timeZone, language: 'en' });
        return (
          <div key={aside.at} className="flex flex-wrap items-center gap-x-4 gap-y-1">
            <p className="flex-1 basis-64">
              Unsaved text of {at} is kept on this device
              {aside.draft.fields.headline && `: “${aside.draft.fields.headline}”`}
            </p>
            <button type="button" className="button" onClick={() => bringBack(aside)}>
              Bring it back
            </button>
            <button type="button" className="button button-bare" onClick={() => discard(aside)}>
              Discard
            </button>
          </div>
        );
      })}
    </section>
  );
}

'use client';

import { bodyText, countWords } from '#features/stories/body.ts';
import type { LeftText } from '#features/stories/components/editor/keeping/use-keeping.ts';
import type { Editing } from '#features/stories/components/editor/use-editing.ts';
import { dateAndTime } from '#lib/dates.ts';

/** Text that was never saved: after a crash, from another device, or set aside after a conflict. */
export function KeptAside({ editing, timeZone }: { editing: Editing; timeZone: string }) {
  const { bringBack, view, keeping } = editing;
  if (keeping.left.length === 0 || !view.buttons.write.allowed) return null;
  return (
    <section className="notice grid gap-2" aria-label="Unsaved text">
      {keeping.left.map((text) => (
        <div key={text.id} className="flex flex-wrap items-center gap-x-4 gap-y-1">
          <p className="flex-1 basis-64">{described(text, timeZone)}</p>
          <button type="button" className="button" onClick={() => bringBack(text)}>
            Bring it back
          </button>
          <button
            type="button"
            className="button button-bare"
            onClick={() => keeping.discard(text)}
          >
            Discard
          </button>
        </div>
      ))}
    </section>
  );
}

function described({ at, draft }: LeftText, timeZone: string): string {
  const when = dateAndTime(new Date(at), { timeZone, language: 'en' });
  const words = countWords(bodyText(draft.body), draft.fields.language);
  const { headline } = draft.fields;
  const what = [headline && `“${headline}”`, words > 0 && `${words} words`];
  return `Recovered: unsaved text of ${when}: ${what.filter(Boolean).join(', ') || 'no words'}`;
}

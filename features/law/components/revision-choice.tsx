import { TextArea } from '#components/controls/field.tsx';
import type { RevisionsPage } from '#features/stories/views.ts';
import { shortDate } from '#lib/dates.ts';

/** Which revisions of a story are meant, and the words that may remain nowhere near it. */
export function RevisionChoice({
  list: { rows, liveId, headId, language },
  timeZone,
}: {
  list: RevisionsPage;
  timeZone: string;
}) {
  return (
    <>
      <fieldset className="grid gap-2">
        <legend className="text-label">Revisions</legend>
        {rows.map((row) => (
          <label key={row.id} className="flex flex-wrap items-baseline gap-x-3">
            <input
              type="checkbox"
              name="revisionIds"
              value={row.id}
              disabled={row.redacted !== null}
            />
            <span className="tabular-nums">{row.number}</span>
            <span lang={language} dir="auto" className="min-w-0 font-semibold">
              {row.headline || 'Redacted'}
            </span>
            <span className="text-note text-soft">
              {[
                `${row.by}, ${shortDate(row.at, { timeZone, language: 'en' })}`,
                row.id === headId && 'the newest',
                row.id === liveId && 'what readers see: the story is withdrawn with it',
                row.redacted !== null && `redacted: ${row.redacted}`,
              ]
                .filter(Boolean)
                .join(', ')}
            </span>
          </label>
        ))}
      </fieldset>
      <TextArea
        name="words"
        label="Words that may not remain (one a line, optional)"
        hint="A name, an address: unsaved texts, notes and details of the log that have them go too."
        rows={3}
      />
      <label className="flex gap-3">
        <input type="checkbox" name="forgetAddress" />
        <span>
          The address says it too: give the story another one. Old links lead nowhere then.
        </span>
      </label>
    </>
  );
}

'use client';

import type { Check } from '#features/stories/checks.ts';
import { jumpTo } from '#features/stories/components/editor/use-checks.ts';
import type { Editing } from '#features/stories/components/editor/use-editing.ts';
import { dateAndTime } from '#lib/dates.ts';

/** What should be looked at before the story goes out; each leads to its place. */
export function ChecksGroup({
  checks,
  editing,
  timeZone,
}: {
  checks: readonly Check[];
  editing: Editing;
  timeZone: string;
}) {
  if (checks.length === 0) {
    return (
      <details className="group">
        <summary>Checks</summary>
        <p className="pb-4 text-soft">Nothing is missing.</p>
      </details>
    );
  }
  return (
    <details className="group" open>
      <summary>
        Checks <span className="text-soft tabular-nums">({checks.length})</span>
      </summary>
      <ul className="grid gap-3 pb-4">
        {checks.map((check) => (
          <li key={keyOf(check)} className="grid justify-items-start gap-1">
            <CheckLine check={check} editing={editing} />
            <Reason check={check} editing={editing} timeZone={timeZone} />
          </li>
        ))}
      </ul>
    </details>
  );
}

export function keyOf({ code, subject, where }: Check): string {
  return `${code} ${subject} ${JSON.stringify(where)}`;
}

/** The sentence and the way to its place. */
export function CheckLine({
  check,
  editing,
  onJump,
}: {
  check: Check;
  editing: Editing;
  onJump?: () => void;
}) {
  return (
    <p className={`check check-${check.weight}`}>
      {check.why}{' '}
      <button
        type="button"
        className="link"
        onClick={() => {
          onJump?.();
          jumpTo(check, editing.editor);
        }}
      >
        Show it
      </button>
    </p>
  );
}

/** Why it goes out all the same, if somebody has said so. */
function Reason({
  check,
  editing,
  timeZone,
}: {
  check: Check;
  editing: Editing;
  timeZone: string;
}) {
  const given = editing.view.reasons.find(
    (one) => one.code === check.code && one.subject === check.subject,
  );
  if (!given) return null;
  return (
    <p className="text-note text-soft">
      {given.by}, {dateAndTime(given.at, { timeZone, language: 'en' })}: {given.reason}
    </p>
  );
}

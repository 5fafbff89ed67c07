'use client';

import { TextField } from '#components/controls/field.tsx';
import type { Check } from '#features/stories/checks.ts';
import { CheckLine, keyOf } from '#features/stories/components/editor/checks-group.tsx';
import type { Editing } from '#features/stories/components/editor/use-editing.ts';

export type Reasons = Record<string, string>;

/** What hinders a story from going out, each with its place and, where one is enough, a reason. */
export function ReasonFields({
  open,
  editing,
  reasons,
  onChange,
  onJump,
}: {
  open: readonly Check[];
  editing: Editing;
  reasons: Reasons;
  onChange: (reasons: Reasons) => void;
  onJump: () => void;
}) {
  if (open.length === 0) return null;
  return (
    <ul className="grid gap-4">
      {open.map((check, index) => (
        <li key={keyOf(check)} className="grid gap-1">
          <CheckLine check={check} editing={editing} onJump={onJump} />
          {check.weight === 'reason' ? (
            <TextField
              id={`reason-${index}`}
              name={`reason-${index}`}
              label="It goes out all the same, because"
              required
              maxLength={300}
              value={reasons[keyOf(check)] ?? ''}
              onChange={(event) => onChange({ ...reasons, [keyOf(check)]: event.target.value })}
            />
          ) : (
            <p className="text-note text-soft">This has to be mended first.</p>
          )}
        </li>
      ))}
    </ul>
  );
}

/** The reasons as the server takes them. */
export function given(open: readonly Check[], reasons: Reasons) {
  return open.flatMap((check) => {
    const reason = reasons[keyOf(check)]?.trim();
    return reason ? { code: check.code, subject: check.subject, reason } : [];
  });
}

'use client';

import { type FormEvent, type ReactNode, useState } from 'react';
import { Dialog, DialogActs } from '#components/controls/dialog.tsx';
import { SelectField, TextArea } from '#components/controls/field.tsx';
import { Notice } from '#components/controls/notice.tsx';
import type { Editing } from '#features/stories/components/editor/use-editing.ts';

/** What readers are to be told about a story that they have. */
export function CorrectionDialog({ editing, onClose }: { editing: Editing; onClose: () => void }) {
  const { view, errors, busy, said, unsaved } = editing;
  const [kind, setKind] = useState('correction');
  const [severity, setSeverity] = useState('serious');
  const [text, setText] = useState('');
  const [when, setWhen] = useState('with the text');
  const changed = unsaved || view.state === 'live with changes';
  const send = async (event: FormEvent) => {
    event.preventDefault();
    const correction = { kind, severity, text, when: changed ? when : 'now' };
    if (await editing.move('correct', correction)) onClose();
  };
  return (
    <Dialog title="Add a correction" onClose={onClose}>
      <form onSubmit={send} className="grid gap-4" noValidate>
        <p className="text-soft">
          Say what was wrong and what is right. It stands on the story, in its feeds and on the page
          of corrections, with its time.
        </p>
        <Notice kind="problem">{said?.kind === 'problem' && said.text}</Notice>
        <SelectField
          label="What it is"
          name="kind"
          value={kind}
          onChange={(event) => setKind(event.target.value)}
          error={errors.kind}
        >
          <option value="correction">Correction: something was wrong</option>
          <option value="clarification">Clarification: something could be misread</option>
          <option value="update">Update: something has happened since</option>
        </SelectField>
        <TextArea
          id="correction-text"
          label="What readers are told"
          name="text"
          rows={4}
          value={text}
          onChange={(event) => setText(event.target.value)}
          error={errors.text}
          hint="In the language of the story."
        />
        <Choice legend="Where it stands" name="severity" value={severity} onChange={setSeverity}>
          {[
            ['serious', 'Above the text: it changes what the story says'],
            ['minor', 'Under the text: a name, a date, a detail'],
          ]}
        </Choice>
        {changed && (
          <Choice legend="When" name="when" value={when} onChange={setWhen} error={errors.when}>
            {[
              ['with the text', 'With the changed text, when that is published'],
              ['now', 'Now, beside the text that readers have'],
            ]}
          </Choice>
        )}
        <DialogActs act="Add the correction" disabled={busy !== null} onClose={onClose} />
      </form>
    </Dialog>
  );
}

function Choice({
  legend,
  name,
  value,
  onChange,
  error,
  children,
}: {
  legend: string;
  name: string;
  value: string;
  onChange: (value: string) => void;
  error?: string | undefined;
  children: [value: string, words: ReactNode][];
}) {
  return (
    <fieldset className="grid gap-1">
      <legend className="text-label">{legend}</legend>
      {children.map(([one, words]) => (
        <label key={one} className="flex items-baseline gap-2">
          <input
            type="radio"
            name={name}
            value={one}
            checked={value === one}
            onChange={() => onChange(one)}
          />
          <span>{words}</span>
        </label>
      ))}
      {error && <p className="text-note text-danger">{error}</p>}
    </fieldset>
  );
}

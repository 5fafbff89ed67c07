'use client';

import { type FormEvent, useState } from 'react';
import { Dialog } from '#components/controls/dialog.tsx';
import { TextArea, TextField } from '#components/controls/field.tsx';
import { Notice } from '#components/controls/notice.tsx';
import { type MoveName, wordsOf } from '#features/stories/components/editor/moves.ts';
import type { Editing } from '#features/stories/components/editor/use-editing.ts';
import { localTime } from '#lib/dates.ts';
import { deviceNow } from '#lib/device.ts';

const EXPLAINED: Partial<Record<MoveName, string>> = {
  submit: 'An editor sees it in the list, as it is now. You can go on writing.',
  return: 'The writer sees your note above the text.',
  withdraw: 'Readers get “withdrawn” in its place at once, at every address that it ever had.',
};

/** What a move has to know before it is made. What was typed stays if it is refused. */
export function MoveDialog({
  name,
  editing,
  timeZone,
  onClose,
}: {
  name: MoveName;
  editing: Editing;
  timeZone: string;
  onClose: () => void;
}) {
  const { view, errors, busy, said } = editing;
  const { label, question } = wordsOf(name, view);
  const [note, setNote] = useState('');
  const [at, setAt] = useState(() => localTime(inAnHour(), timeZone));
  const danger = name === 'withdraw';
  const send = async (event: FormEvent) => {
    event.preventDefault();
    const act = view.state.startsWith('live') ? 'replace' : 'publish';
    const extra = question === 'moment' ? { at, act } : { note };
    if (await editing.move(name, extra)) onClose();
  };
  return (
    <Dialog title={label.replace('…', '')} onClose={onClose}>
      <form onSubmit={send} className="grid gap-4">
        {EXPLAINED[name] && <p className="text-soft">{EXPLAINED[name]}</p>}
        <Notice kind="problem">{said?.kind === 'problem' && said.text}</Notice>
        {question === 'moment' ? (
          <TextField
            label={`Date and time in ${timeZone}`}
            name="at"
            type="datetime-local"
            required
            value={at}
            onChange={(event) => setAt(event.target.value)}
            error={errors.at}
          />
        ) : (
          <TextArea
            label={question === 'reason' ? 'Reason' : 'Note (optional)'}
            hint={question === 'reason' ? 'For the newsroom’s own record.' : undefined}
            name="note"
            rows={3}
            required={question === 'reason'}
            value={note}
            onChange={(event) => setNote(event.target.value)}
            error={errors.note}
          />
        )}
        <p className="flex flex-wrap gap-3">
          <button
            type="submit"
            className={danger ? 'button button-danger' : 'button button-primary'}
            disabled={busy !== null}
          >
            {danger ? 'Withdraw the story' : label.replace('…', '')}
          </button>
          <button type="button" className="button" onClick={onClose}>
            Not now
          </button>
        </p>
      </form>
    </Dialog>
  );
}

function inAnHour(): Date {
  const hour = 3_600_000;
  return new Date(Math.ceil(deviceNow().getTime() / hour) * hour + hour);
}

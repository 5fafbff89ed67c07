'use client';

import { type FormEvent, useState } from 'react';
import { Dialog, DialogActs } from '#components/controls/dialog.tsx';
import { TextArea } from '#components/controls/field.tsx';
import { Notice } from '#components/controls/notice.tsx';
import type { Editing } from '#features/stories/components/editor/use-editing.ts';
import type { DeskCorrection } from '#features/stories/views.ts';
import { dateAndTime } from '#lib/dates.ts';

const KIND: Record<DeskCorrection['kind'], string> = {
  correction: 'Correction',
  clarification: 'Clarification',
  update: 'Update',
  withdrawal: 'Withdrawal',
};

/** What readers were told, are about to be told, and are not told any more. */
export function CorrectionsGroup({ editing, timeZone }: { editing: Editing; timeZone: string }) {
  const { view } = editing;
  const [taking, setTaking] = useState<string | null>(null);
  if (view.corrections.length === 0) return null;
  const { correct } = view.buttons;
  const may = correct.allowed || correct.because === 'state';
  return (
    <details className="group" open>
      <summary>Corrections</summary>
      <ul className="grid gap-3 pb-4">
        {view.corrections.map((one) => (
          <li key={one.id} className="grid justify-items-start gap-1">
            <p className="text-label">
              {KIND[one.kind]}, {one.severity === 'serious' ? 'above the text' : 'under the text'}
            </p>
            <p className={one.takenBack ? 'line-through' : undefined} dir="auto">
              {one.text}
            </p>
            <p className="text-note text-soft">{standing(one, timeZone)}</p>
            {may && !one.takenBack && (
              <button type="button" className="link text-note" onClick={() => setTaking(one.id)}>
                Take it back…
              </button>
            )}
          </li>
        ))}
      </ul>
      {taking && (
        <TakeBack editing={editing} correctionId={taking} onClose={() => setTaking(null)} />
      )}
    </details>
  );
}

function standing(one: DeskCorrection, timeZone: string): string {
  const on = (at: Date) => dateAndTime(at, { timeZone, language: 'en' });
  if (one.takenBack) {
    return `Taken back by ${one.takenBack.by}, ${on(one.takenBack.at)}: ${one.takenBack.why}`;
  }
  if (one.shownAt) return `${one.by}, ${on(one.shownAt)}`;
  return `${one.by}: goes out with revision ${one.revisionNumber}`;
}

function TakeBack({
  editing,
  correctionId,
  onClose,
}: {
  editing: Editing;
  correctionId: string;
  onClose: () => void;
}) {
  const [note, setNote] = useState('');
  const { said, busy, errors } = editing;
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (await editing.move('take back correction', { correctionId, note })) onClose();
  };
  return (
    <Dialog title="Take the correction back" onClose={onClose}>
      <form onSubmit={send} className="grid gap-4" noValidate>
        <p className="text-soft">Readers do not see it any more. It stays here, with the reason.</p>
        <Notice kind="problem">{said?.kind === 'problem' && said.text}</Notice>
        <TextArea
          id="take-back-why"
          label="Reason"
          hint="For the newsroom’s own record."
          name="note"
          rows={3}
          value={note}
          onChange={(event) => setNote(event.target.value)}
          error={errors.note}
        />
        <DialogActs act="Take it back" danger disabled={busy !== null} onClose={onClose} />
      </form>
    </Dialog>
  );
}

'use client';

import { type FormEvent, useState } from 'react';
import { Dialog, DialogActs } from '#components/controls/dialog.tsx';
import { TextArea } from '#components/controls/field.tsx';
import type { BulkAct } from '#features/stories/input.ts';
import type { DeskRow } from '#features/stories/views.ts';

const WORDS: Record<BulkAct, { button: string; ask: string; danger?: boolean } | string> = {
  submit: 'Send for review',
  approve: 'Approve',
  publish: { button: 'Publish…', ask: 'Readers see them at once.' },
  withdraw: {
    button: 'Withdraw…',
    ask: 'Readers get “withdrawn” in their place at once, at every address that they ever had.',
    danger: true,
  },
};

type Props = {
  rows: DeskRow[];
  acts: readonly BulkAct[];
  busy: boolean;
  onAct: (act: BulkAct, note: string) => void;
  onClear: () => void;
};

/** What can be done with the chosen stories. What readers notice is asked about once more. */
export function BulkBar({ rows, acts, busy, onAct, onClear }: Props) {
  const [asked, setAsked] = useState<BulkAct | null>(null);
  const many = rows.length === 1 ? '1 story' : `${rows.length} stories`;
  return (
    <div className="bulk" role="toolbar" aria-label="Chosen stories">
      <output className="tabular-nums">{many} chosen</output>
      {acts.map((act) => {
        const words = WORDS[act];
        return (
          <button
            key={act}
            type="button"
            className="button control-small"
            disabled={busy}
            onClick={() => (typeof words === 'string' ? onAct(act, '') : setAsked(act))}
          >
            {typeof words === 'string' ? words : words.button}
          </button>
        );
      })}
      <button type="button" className="button button-bare control-small" onClick={onClear}>
        Choose none
      </button>
      {busy && <span role="status">Working…</span>}
      {asked && (
        <Question
          act={asked}
          rows={rows}
          onClose={() => setAsked(null)}
          onAct={(note) => {
            setAsked(null);
            onAct(asked, note);
          }}
        />
      )}
    </div>
  );
}

function Question({
  act,
  rows,
  onAct,
  onClose,
}: {
  act: BulkAct;
  rows: DeskRow[];
  onAct: (note: string) => void;
  onClose: () => void;
}) {
  const [note, setNote] = useState('');
  const words = WORDS[act];
  if (typeof words === 'string') return null;
  const name = words.button.replace('…', '');
  const send = (event: FormEvent) => {
    event.preventDefault();
    onAct(note);
  };
  return (
    <Dialog
      title={`${name} ${rows.length === 1 ? 'this story' : `these ${rows.length} stories`}`}
      onClose={onClose}
    >
      <form onSubmit={send} className="grid gap-4">
        <p className="text-soft">{words.ask}</p>
        <ul className="asked">
          {rows.map(({ id, headline, language }) => (
            <li key={id} lang={language} dir="auto">
              {headline}
            </li>
          ))}
        </ul>
        {words.danger && (
          <TextArea
            label="Reason"
            hint="For the newsroom’s own record."
            name="note"
            rows={2}
            required
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
        )}
        <DialogActs act={name} danger={words.danger} onClose={onClose} />
      </form>
    </Dialog>
  );
}

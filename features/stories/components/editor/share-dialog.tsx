'use client';

import { type FormEvent, useState } from 'react';
import { Dialog, DialogActs } from '#components/controls/dialog.tsx';
import { SelectField, TextField } from '#components/controls/field.tsx';
import { Notice } from '#components/controls/notice.tsx';
import { shareAction } from '#features/stories/actions.ts';
import type { ShareAnswer } from '#features/stories/sharing.ts';

const UNREACHED: ShareAnswer = {
  link: null,
  why: 'The newsroom’s server could not be reached: try again.',
  fields: {},
};

/** Asks for whom and for how long, then shows the address this one time. */
export function ShareDialog({ storyId, onClose }: { storyId: string; onClose: () => void }) {
  const [person, setPerson] = useState('');
  const [days, setDays] = useState('7');
  const [mayAnswer, setMayAnswer] = useState(true);
  const [busy, setBusy] = useState(false);
  const [answer, setAnswer] = useState<ShareAnswer | null>(null);
  const send = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setAnswer(await shareAction({ storyId, person, days, mayAnswer }).catch(() => UNREACHED));
    setBusy(false);
  };
  if (answer?.link) return <Made link={answer.link} person={person} onClose={onClose} />;
  const wrong = answer && answer.link === null ? answer : null;
  return (
    <Dialog title="Make a secret link" onClose={onClose}>
      <form onSubmit={send} className="grid gap-4" noValidate>
        <p className="text-soft">
          Whoever has it reads the newest text of this story as readers would, and nothing else.
        </p>
        <Notice kind="problem">{wrong?.why}</Notice>
        <TextField
          id="share-person"
          label="For whom"
          name="person"
          value={person}
          onChange={(event) => setPerson(event.target.value)}
          error={wrong?.fields.person}
          hint="A name that the desk knows: it stands above the text."
        />
        <SelectField
          label="For how long"
          name="days"
          value={days}
          onChange={(event) => setDays(event.target.value)}
          error={wrong?.fields.days}
        >
          <option value="1">One day</option>
          <option value="3">Three days</option>
          <option value="7">A week</option>
          <option value="30">Thirty days</option>
        </SelectField>
        <label className="flex items-baseline gap-2">
          <input
            type="checkbox"
            checked={mayAnswer}
            onChange={(event) => setMayAnswer(event.target.checked)}
          />
          <span>They may write back: a comment, or their approval of the revision</span>
        </label>
        <DialogActs act="Make the link" disabled={busy} onClose={onClose} />
      </form>
    </Dialog>
  );
}

function Made({ link, person, onClose }: { link: string; person: string; onClose: () => void }) {
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(link).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  };
  return (
    <Dialog title={`The link for ${person}`} onClose={onClose}>
      <div className="grid gap-4">
        <p className="text-soft">
          Copy it now: it is shown only this once. If it is lost, end it and make another.
        </p>
        <TextField
          id="share-link"
          label="Secret address"
          name="link"
          readOnly
          value={link}
          onFocus={(event) => event.currentTarget.select()}
        />
        <Notice kind="done">{copied && 'Copied.'}</Notice>
        <p className="flex flex-wrap gap-3">
          <button type="button" className="button button-primary" onClick={() => void copy()}>
            Copy
          </button>
          <button type="button" className="button" onClick={onClose}>
            Close
          </button>
        </p>
      </div>
    </Dialog>
  );
}

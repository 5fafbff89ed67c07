'use client';

import { type FormEvent, useState } from 'react';
import { Dialog, DialogActs } from '#components/controls/dialog.tsx';
import { TextArea } from '#components/controls/field.tsx';
import { Notice } from '#components/controls/notice.tsx';
import type { Check } from '#features/stories/checks.ts';
import { MomentField } from '#features/stories/components/editor/moment-field.tsx';
import { type MoveName, wordsOf } from '#features/stories/components/editor/moves.ts';
import {
  given,
  ReasonFields,
  type Reasons,
} from '#features/stories/components/editor/reason-fields.tsx';
import type { Editing } from '#features/stories/components/editor/use-editing.ts';
import type { EditorView } from '#features/stories/views.ts';
import { localTime } from '#lib/dates.ts';
import { deviceNow } from '#lib/device.ts';

function explained(name: MoveName, { state, plans }: EditorView): string | undefined {
  const isLive = state === 'live' || state === 'live with changes';
  switch (name) {
    case 'submit':
      return 'An editor sees it in the list, as it is now. You can go on writing.';
    case 'return':
      return 'The writer sees your note above the text.';
    case 'publish':
      return 'Some things should be looked at before readers have it.';
    case 'schedule':
      return isLive
        ? 'Readers keep what they have until then. This text takes its place as it is now: what is written later waits for the next publication.'
        : 'It goes out as it is now: what is written later waits for the next publication.';
    case 'take down':
      return 'From then on readers get “withdrawn” in its place, at every address that it ever had.';
    case 'embargo':
      return isLive
        ? 'Readers keep the text that they have. No change to it goes out before this moment, by any way.'
        : 'Nothing of it goes out before this moment, by any way. Whoever publishes it sooner is refused.';
    case 'lift embargo':
      return plans.publication && plans.publication.from > plans.publication.at
        ? 'It may go out from now on. What was to be published at an hour that has passed goes out at once.'
        : 'It may go out from now on.';
    case 'withdraw':
      return 'Readers get “withdrawn” in its place at once, at every address that it ever had.';
    default:
      return undefined;
  }
}

/** What a move has to know before it is made. What was typed stays if it is refused. */
export function MoveDialog({
  name,
  editing,
  hindered,
  timeZone,
  onClose,
}: {
  name: MoveName;
  editing: Editing;
  /** The checks that need a reason, or more than that, before it goes out. */
  hindered: readonly Check[];
  timeZone: string;
  onClose: () => void;
}) {
  const { view, errors, busy, said } = editing;
  const { label, question } = wordsOf(name, view);
  const [note, setNote] = useState('');
  const [told, setTold] = useState('');
  const [moment, setMoment] = useState(() => ({
    at: localTime(proposed(name, view), timeZone),
    which: '',
  }));
  const [reasons, setReasons] = useState<Reasons>({});
  const open = name === 'publish' || name === 'schedule' ? hindered : [];
  const danger = name === 'withdraw';
  const explanation = explained(name, view);
  const send = async (event: FormEvent) => {
    event.preventDefault();
    const extra = question === 'moment' ? { ...moment, note } : { note, said: told };
    const why = open.length > 0 ? { reasons: given(open, reasons) } : {};
    if (await editing.move(name, { ...extra, ...why })) onClose();
  };
  return (
    <Dialog title={label.replace('…', '')} onClose={onClose}>
      <form onSubmit={send} className="grid gap-4">
        {explanation && <p className="text-soft">{explanation}</p>}
        <Notice kind="problem">{said?.kind === 'problem' && said.text}</Notice>
        {question === 'moment' && (
          <MomentField moment={moment} timeZone={timeZone} error={errors.at} onChange={setMoment} />
        )}
        <ReasonFields
          open={open}
          editing={editing}
          reasons={reasons}
          onChange={setReasons}
          onJump={onClose}
        />
        {(question === 'reason' || question === 'note' || name === 'take down') && (
          <TextArea
            label={question === 'note' ? 'Note (optional)' : 'Reason'}
            hint={question === 'note' ? undefined : 'For the newsroom’s own record.'}
            name="note"
            rows={3}
            required={question !== 'note'}
            value={note}
            onChange={(event) => setNote(event.target.value)}
            error={errors.note}
          />
        )}
        {name === 'withdraw' && (
          <TextArea
            label="What readers are told (optional)"
            hint="Stands on the page of corrections, under the headline."
            name="said"
            rows={3}
            value={told}
            onChange={(event) => setTold(event.target.value)}
            error={errors.said}
          />
        )}
        <DialogActs
          act={danger ? 'Withdraw the story' : label.replace('…', '')}
          danger={danger}
          disabled={busy !== null || open.some((check) => check.weight === 'must')}
          onClose={onClose}
        />
      </form>
    </Dialog>
  );
}

/** The full hour after next; an embargo that is there begins as it is. */
function proposed(name: MoveName, { plans }: EditorView): Date {
  if (name === 'embargo' && plans.embargo) return plans.embargo.until;
  const hour = 3_600_000;
  const after = name === 'take down' && plans.publication ? plans.publication.from : deviceNow();
  return new Date(Math.ceil(after.getTime() / hour) * hour + hour);
}

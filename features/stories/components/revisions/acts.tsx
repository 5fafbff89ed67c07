'use client';

import { useState } from 'react';
import { Dialog } from '#components/controls/dialog.tsx';
import { TextField } from '#components/controls/field.tsx';
import { Notice } from '#components/controls/notice.tsx';
import { useForm } from '#components/controls/use-form.ts';
import { nameRevisionAction, restoreRevisionAction } from '#features/stories/actions.ts';

type Props = { storyId: string; revisionId: string; number: number; whyNot: string | null };

/** A name to find a revision by: "as sent to the lawyer". */
export function NameRevision({ name, ...props }: Props & { name: string }) {
  const { storyId, revisionId, number, whyNot } = props;
  const [open, setOpen] = useState(false);
  const { state, pending, ready, onSubmit } = useForm(async (before, form) => {
    const answer = await nameRevisionAction(before, form);
    if (answer.status === 'done') setOpen(false);
    return answer;
  });
  return (
    <>
      <Act words="Name" number={number} whyNot={whyNot} onChoose={() => setOpen(true)} />
      {open && (
        <Dialog title={`Name revision ${number}`} onClose={() => setOpen(false)}>
          <form method="post" onSubmit={onSubmit} className="grid gap-3 pb-2">
            <Notice kind="problem">{state.status === 'refused' && state.message}</Notice>
            <input type="hidden" name="storyId" value={storyId} />
            <input type="hidden" name="revisionId" value={revisionId} />
            <TextField
              id={`name-${revisionId}`}
              label="Name"
              name="name"
              defaultValue={name}
              maxLength={80}
              error={state.fields.name}
              hint="To find it again: “as sent to the lawyer”. Empty takes the name away."
              autoFocus
            />
            <button type="submit" className="button button-primary" disabled={!ready || pending}>
              Keep the name
            </button>
          </form>
        </Dialog>
      )}
    </>
  );
}

/** Says again what a revision said, as the newest. */
export function RestoreRevision({
  headId,
  headNumber,
  ...props
}: Props & { headId: string; headNumber: number }) {
  const { storyId, revisionId, number, whyNot } = props;
  const [open, setOpen] = useState(false);
  const { state, pending, ready, onSubmit } = useForm(async (before, form) => {
    const answer = await restoreRevisionAction(before, form);
    if (answer.status === 'done') setOpen(false);
    return answer;
  });
  return (
    <>
      <Act words="Restore" number={number} whyNot={whyNot} onChoose={() => setOpen(true)} />
      {open && (
        <Dialog title={`Restore revision ${number}`} onClose={() => setOpen(false)}>
          <form method="post" onSubmit={onSubmit} className="grid gap-3 pb-2">
            <Notice kind="problem">{state.status === 'refused' && state.message}</Notice>
            <p>
              Its text becomes revision {headNumber + 1}. Nothing is taken away: revision{' '}
              {headNumber} stays in the list, and readers see what they saw until it is published.
            </p>
            <input type="hidden" name="storyId" value={storyId} />
            <input type="hidden" name="revisionId" value={revisionId} />
            <input type="hidden" name="basedOn" value={headId} />
            <button type="submit" className="button button-primary" disabled={!ready || pending}>
              Restore as revision {headNumber + 1}
            </button>
          </form>
        </Dialog>
      )}
    </>
  );
}

function Act({
  words,
  number,
  whyNot,
  onChoose,
}: {
  words: string;
  number: number;
  whyNot: string | null;
  onChoose: () => void;
}) {
  return (
    <button
      type="button"
      className="button button-bare"
      aria-disabled={whyNot ? true : undefined}
      title={whyNot ?? undefined}
      onClick={() => {
        if (!whyNot) onChoose();
      }}
    >
      {words}
      <span className="sr-only"> revision {number}</span>
    </button>
  );
}

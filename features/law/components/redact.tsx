'use client';

import { type ReactNode, useRef, useState } from 'react';
import { Dialog, DialogActs } from '#components/controls/dialog.tsx';
import { TextArea } from '#components/controls/field.tsx';
import { Notice } from '#components/controls/notice.tsx';
import { useForm } from '#components/controls/use-form.ts';
import {
  redactCommentAction,
  redactPictureAction,
  redactRevisionAction,
} from '#features/law/actions.ts';
import type { Verdict } from '#features/people/actor.ts';

const ACTIONS = {
  story: redactRevisionAction,
  picture: redactPictureAction,
  comment: redactCommentAction,
} as const;

/** Takes something away for good, after saying once more what that means. */
export function Redact({
  noun,
  id,
  verdict,
  gone,
  children,
}: {
  noun: keyof typeof ACTIONS;
  id: string;
  verdict: Verdict;
  /** What will be gone, in sentences. */
  gone: readonly string[];
  children?: ReactNode;
}) {
  return (
    <section aria-labelledby="redact" className="grid gap-3 border-t-2 border-strong-rule pt-4">
      <h2 id="redact" className="text-lg font-semibold">
        Redact
      </h2>
      <p className="max-w-prose text-soft">
        For what the law forces out. It is gone from everywhere that Dateline keeps anything, and
        cannot be brought back. That it was there stays, with the reason.
      </p>
      {verdict.ok ? (
        <RedactForm noun={noun} id={id} gone={gone}>
          {children}
        </RedactForm>
      ) : (
        <p className="text-note text-soft">{verdict.why}</p>
      )}
    </section>
  );
}

type FormProps = {
  noun: keyof typeof ACTIONS;
  id: string;
  gone: readonly string[];
  children: ReactNode;
};

function RedactForm({ noun, id, gone, children }: FormProps) {
  const [asking, setAsking] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const { state, ready, pending, onSubmit } = useForm(ACTIONS[noun]);
  return (
    <form
      ref={form}
      method="post"
      onSubmit={(event) => {
        setAsking(false);
        onSubmit(event);
      }}
      className="grid max-w-prose gap-4"
    >
      <Notice kind="problem">{state.status === 'refused' && state.message}</Notice>
      <Notice kind="done">{state.status === 'done' && state.message}</Notice>
      <input type="hidden" name={`${noun}Id`} value={id} />
      {children}
      {state.fields.revisionIds && (
        <p className="text-note text-danger">{state.fields.revisionIds}</p>
      )}
      {state.fields.words && <p className="text-note text-danger">{state.fields.words}</p>}
      <TextArea
        id="redact-reason"
        name="reason"
        label="Reason"
        hint="It stays and is shown in place of what was there: do not repeat the words in it."
        rows={2}
        maxLength={500}
        required
        error={state.fields.reason}
      />
      <p>
        <button
          type="button"
          className="button button-danger"
          disabled={!ready || pending}
          onClick={() => {
            if (form.current?.reportValidity()) setAsking(true);
          }}
        >
          Redact…
        </button>
      </p>
      {asking && (
        <Dialog title="Take it away for good?" onClose={() => setAsking(false)}>
          <div className="grid gap-4">
            <ul className="grid list-disc gap-1 ps-5">
              {gone.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
            <p>
              Nobody can bring it back. Backups that were made before still have it, and so have
              readers’ own copies.
            </p>
            <DialogActs
              act="Redact for good"
              danger
              disabled={pending}
              onClose={() => setAsking(false)}
            />
          </div>
        </Dialog>
      )}
    </form>
  );
}

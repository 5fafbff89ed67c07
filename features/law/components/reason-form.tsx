'use client';

import { TextArea } from '#components/controls/field.tsx';
import { Notice } from '#components/controls/notice.tsx';
import { useForm } from '#components/controls/use-form.ts';

type Props = {
  action: Parameters<typeof useForm>[0];
  /** What is sent along unseen. */
  about: Readonly<Record<string, string>>;
  id: string;
  label: string;
  hint?: string;
  button: string;
  primary?: boolean;
};

/** An act that stays in the log with its reason. */
export function ReasonForm({ action, about, id, label, hint, button, primary = false }: Props) {
  const { state, ready, pending, onSubmit } = useForm(action);
  return (
    <form method="post" onSubmit={onSubmit} className="grid max-w-prose gap-3">
      <Notice kind="problem">{state.status === 'refused' && state.message}</Notice>
      <Notice kind="done">{state.status === 'done' && state.message}</Notice>
      {Object.entries(about).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <TextArea
        id={id}
        name="reason"
        label={label}
        hint={hint}
        rows={2}
        maxLength={500}
        required
        error={state.fields.reason}
      />
      <p>
        <button
          type="submit"
          className={primary ? 'button button-primary' : 'button'}
          disabled={!ready || pending}
        >
          {button}
        </button>
      </p>
    </form>
  );
}

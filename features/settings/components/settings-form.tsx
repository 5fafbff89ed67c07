'use client';

import type { ReactNode } from 'react';
import { Notice } from '#components/controls/notice.tsx';
import { useForm } from '#components/controls/use-form.ts';
import type { FormState } from '#lib/forms.ts';

type Props = {
  action: (before: FormState, form: FormData) => Promise<FormState>;
  button?: string;
  /** The fields, given what is wrong with each by its name. */
  children: (wrong: Record<string, string>) => ReactNode;
};

/** One part of the settings, saved by itself. */
export function SettingsForm({ action, button = 'Save', children }: Props) {
  const { state, ready, pending, onSubmit } = useForm(action);
  return (
    <form method="post" onSubmit={onSubmit} className="grid max-w-md gap-3" noValidate>
      <Notice kind="problem">{state.status === 'refused' && state.message}</Notice>
      <Notice kind="done">{state.status === 'done' && state.message}</Notice>
      {children(state.fields)}
      <button
        type="submit"
        className="button button-primary justify-self-start"
        disabled={!ready || pending}
      >
        {button}
      </button>
    </form>
  );
}

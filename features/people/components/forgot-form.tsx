'use client';

import { TextField } from '#components/controls/field.tsx';
import { Notice } from '#components/controls/notice.tsx';
import { useForm } from '#components/controls/use-form.ts';
import { forgotAction } from '#features/people/actions.ts';

export function ForgotForm() {
  const { state, ready, pending, onSubmit } = useForm(forgotAction);
  return (
    <form method="post" onSubmit={onSubmit} className="grid gap-4" noValidate>
      <Notice kind="problem">{state.status === 'refused' && state.message}</Notice>
      <Notice kind="done">{state.status === 'done' && state.message}</Notice>
      <TextField
        label="Email"
        name="email"
        type="email"
        autoComplete="username"
        required
        error={state.fields.email}
      />
      <button type="submit" className="button button-primary" disabled={!ready || pending}>
        Send me a link
      </button>
    </form>
  );
}

'use client';

import { TextField } from '#components/controls/field.tsx';
import { Notice } from '#components/controls/notice.tsx';
import { useForm } from '#components/controls/use-form.ts';
import { openDesk } from '#features/people/browser-session.ts';
import { textFields } from '#lib/forms.ts';

export function SignInForm() {
  const { state, ready, pending, onSubmit } = useForm((_before, form) => {
    const { email = '', password = '' } = textFields(form);
    return openDesk(email, password);
  });
  const leaving = state.status === 'done';
  return (
    <form method="post" onSubmit={onSubmit} className="grid gap-4">
      <Notice kind="problem">{state.status === 'refused' && state.message}</Notice>
      <TextField
        label="Email"
        name="email"
        type="email"
        autoComplete="username"
        required
        autoFocus
      />
      <TextField
        label="Password"
        name="password"
        type="password"
        autoComplete="current-password"
        required
      />
      <button
        type="submit"
        className="button button-primary"
        disabled={!ready || pending || leaving}
      >
        Sign in
      </button>
    </form>
  );
}

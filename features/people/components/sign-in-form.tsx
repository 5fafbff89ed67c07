'use client';

import { getCsrfToken, signIn } from 'next-auth/react';
import { TextField } from '#components/controls/field.tsx';
import { Notice } from '#components/controls/notice.tsx';
import { useForm } from '#components/controls/use-form.ts';
import { done, type FormState, refused, textFields } from '#lib/forms.ts';
import { deskPath } from '#lib/paths.ts';

/** Signs in and loads the desk afresh, so that nothing of who was here before is left in memory. */
export async function openDesk(email: string, password: string): Promise<FormState> {
  // Without a server next-auth would leave the page, and what was typed would be gone.
  if (!(await getCsrfToken())) throw new Error('the server did not answer');
  const answer = await signIn('credentials', { email, password, redirect: false });
  if (answer?.error) return refused({ why: answer.error });
  window.location.assign(deskPath());
  return done();
}

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

'use client';

import { TextField } from '#components/controls/field.tsx';
import { Notice } from '#components/controls/notice.tsx';
import { useForm } from '#components/controls/use-form.ts';
import { setUpAction } from '#features/people/actions.ts';
import { openDesk } from '#features/people/browser-session.ts';
import { textFields } from '#lib/forms.ts';

/** The first administrator: makes the account and goes straight to the desk. */
export function SetUpForm({ token, minPassword }: { token: string; minPassword: number }) {
  const { state, ready, pending, onSubmit } = useForm(setUpAction, (form) => {
    const { email = '', password = '' } = textFields(form);
    return openDesk(email, password);
  });
  const { fields } = state;
  return (
    <form method="post" onSubmit={onSubmit} className="grid gap-4" noValidate>
      <Notice kind="problem">{state.status === 'refused' && state.message}</Notice>
      <input type="hidden" name="token" value={token} />
      <TextField label="Name" name="name" autoComplete="name" required error={fields.name} />
      <TextField
        label="Email"
        name="email"
        type="email"
        autoComplete="username"
        required
        error={fields.email}
      />
      <TextField
        label="Password"
        name="password"
        type="password"
        autoComplete="new-password"
        required
        minLength={minPassword}
        error={fields.password}
        hint={`At least ${minPassword} characters. A few words that only you would put together are better than signs and digits.`}
      />
      <button
        type="submit"
        className="button button-primary"
        disabled={!ready || pending || state.status === 'done'}
      >
        Create the account
      </button>
    </form>
  );
}

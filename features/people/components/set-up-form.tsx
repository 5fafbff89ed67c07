'use client';

import { useState } from 'react';
import { TextField } from '#components/controls/field.tsx';
import { Notice } from '#components/controls/notice.tsx';
import { useForm } from '#components/controls/use-form.ts';
import { setUpAction } from '#features/people/actions.ts';
import { openDesk } from '#features/people/browser-session.ts';
import { NewPasswordField } from '#features/people/components/new-password-field.tsx';
import { textFields } from '#lib/forms.ts';

/** The first administrator: makes the account and goes straight to the desk. */
export function SetUpForm({ token }: { token: string }) {
  const [known, setKnown] = useState({ name: '', email: '' });
  const { state, ready, pending, onSubmit } = useForm(setUpAction, async (form) => {
    const { email = '', password = '' } = textFields(form);
    return (await openDesk(email, password)).state;
  });
  const { fields } = state;
  return (
    <form method="post" onSubmit={onSubmit} className="grid gap-4" noValidate>
      <Notice kind="problem">{state.status === 'refused' && state.message}</Notice>
      <input type="hidden" name="token" value={token} />
      <TextField
        label="Name"
        name="name"
        autoComplete="name"
        required
        error={fields.name}
        onChange={(event) => setKnown({ ...known, name: event.target.value })}
      />
      <TextField
        label="Email"
        name="email"
        type="email"
        autoComplete="username"
        required
        error={fields.email}
        onChange={(event) => setKnown({ ...known, email: event.target.value })}
      />
      <NewPasswordField error={fields.password} known={known} />
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

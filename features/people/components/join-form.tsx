'use client';

import { useState } from 'react';
import { TextField } from '#components/controls/field.tsx';
import { Notice } from '#components/controls/notice.tsx';
import { useForm } from '#components/controls/use-form.ts';
import { joinAction } from '#features/people/actions.ts';
import { openDesk } from '#features/people/browser-session.ts';
import { NewPasswordField } from '#features/people/components/new-password-field.tsx';
import { textFields } from '#lib/forms.ts';

/** Who was invited chooses a name and a password, and goes straight to the desk. */
export function JoinForm({ token, email }: { token: string; email: string }) {
  const [name, setName] = useState('');
  const { state, ready, pending, onSubmit } = useForm(joinAction, async (form) => {
    const { password = '' } = textFields(form);
    return (await openDesk(email, password)).state;
  });
  const { fields } = state;
  return (
    <form method="post" onSubmit={onSubmit} className="grid gap-4" noValidate>
      <Notice kind="problem">{state.status === 'refused' && state.message}</Notice>
      <input type="hidden" name="token" value={token} />
      <TextField label="Email" name="email" autoComplete="username" readOnly value={email} />
      <TextField
        label="Name"
        name="name"
        autoComplete="name"
        required
        value={name}
        onChange={(event) => setName(event.target.value)}
        error={fields.name}
        hint="As it stands in a byline."
      />
      <NewPasswordField error={fields.password} known={{ email, name }} />
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

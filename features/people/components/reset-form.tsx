'use client';

import { TextField } from '#components/controls/field.tsx';
import { Notice } from '#components/controls/notice.tsx';
import { useForm } from '#components/controls/use-form.ts';
import { resetPasswordAction } from '#features/people/actions.ts';
import { NewPasswordField } from '#features/people/components/new-password-field.tsx';
import { signInPath } from '#lib/paths.ts';

type Props = { token: string; email: string; name: string };

export function ResetForm({ token, email, name }: Props) {
  const { state, ready, pending, onSubmit } = useForm(resetPasswordAction, async () => {
    window.location.assign(`${signInPath()}?changed=1`);
    return undefined;
  });
  return (
    <form method="post" onSubmit={onSubmit} className="grid gap-4" noValidate>
      <Notice kind="problem">{state.status === 'refused' && state.message}</Notice>
      <input type="hidden" name="token" value={token} />
      <TextField label="Email" name="email" autoComplete="username" readOnly value={email} />
      <NewPasswordField
        label="New password"
        error={state.fields.password}
        known={{ email, name }}
      />
      <button
        type="submit"
        className="button button-primary"
        disabled={!ready || pending || state.status === 'done'}
      >
        Set the password
      </button>
    </form>
  );
}

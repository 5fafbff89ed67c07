'use client';

import { TextField } from '#components/controls/field.tsx';
import { Notice } from '#components/controls/notice.tsx';
import { useForm } from '#components/controls/use-form.ts';
import { changePasswordAction } from '#features/people/actions.ts';
import { NewPasswordField } from '#features/people/components/new-password-field.tsx';
import { signInPath } from '#lib/paths.ts';

export function PasswordForm({ name }: { name: string }) {
  const { state, ready, pending, onSubmit } = useForm(changePasswordAction, async () => {
    window.location.assign(`${signInPath()}?changed=1`);
    return undefined;
  });
  return (
    <form method="post" onSubmit={onSubmit} className="grid max-w-sm gap-4" noValidate>
      <Notice kind="problem">{state.status === 'refused' && state.message}</Notice>
      <TextField
        label="Present password"
        name="current"
        type="password"
        autoComplete="current-password"
        required
        error={state.fields.current}
      />
      <NewPasswordField
        label="New password"
        name="next"
        error={state.fields.next}
        known={{ name }}
      />
      <button
        type="submit"
        className="button button-primary justify-self-start"
        disabled={!ready || pending || state.status === 'done'}
      >
        Change the password
      </button>
    </form>
  );
}

'use client';

import { TextField } from '#components/controls/field.tsx';
import { Notice } from '#components/controls/notice.tsx';
import { useForm } from '#components/controls/use-form.ts';
import type { SignedIn } from '#features/people/browser-session.ts';
import { textFields } from '#lib/forms.ts';

type Props = { enter: (code: string) => Promise<SignedIn>; onBack: () => void };

/** The second step, for those who have an app. */
export function CodeForm({ enter, onBack }: Props) {
  const { state, ready, pending, onSubmit } = useForm(async (_before, form) => {
    const { code = '' } = textFields(form);
    return (await enter(code)).state;
  });
  return (
    <form method="post" onSubmit={onSubmit} className="grid gap-4">
      <Notice kind="problem">{state.status === 'refused' && state.message}</Notice>
      <TextField
        label="Code"
        name="code"
        autoComplete="one-time-code"
        autoCapitalize="none"
        spellCheck={false}
        required
        autoFocus
        maxLength={40}
        hint="The six digits that your authenticator app shows, or one of your recovery codes."
      />
      <button
        type="submit"
        className="button button-primary"
        disabled={!ready || pending || state.status === 'done'}
      >
        Go on
      </button>
      <p>
        <button type="button" className="link" onClick={onBack}>
          Begin again
        </button>
      </p>
    </form>
  );
}

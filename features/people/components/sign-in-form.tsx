'use client';

import { useState } from 'react';
import { TextField } from '#components/controls/field.tsx';
import { Notice } from '#components/controls/notice.tsx';
import { useForm } from '#components/controls/use-form.ts';
import {
  openDesk,
  openDeskBySso,
  openDeskWithCode,
  openDeskWithPasskey,
  type SignedIn,
} from '#features/people/browser-session.ts';
import { CodeForm } from '#features/people/components/code-form.tsx';
import { IDLE, textFields } from '#lib/forms.ts';
import { forgotPath } from '#lib/paths.ts';

type Props = {
  /** Whether this site's address is one that passkeys can be for. */
  passkeys: boolean;
  /** What the provider of single sign-on is called, if there is one. */
  sso: string | undefined;
};

/** Email and password; then, for those who have an app, its code. Or one of the other ways in. */
export function SignInForm({ passkeys, sso }: Props) {
  const [ticket, setTicket] = useState('');
  const password = useForm(async (_before, form) => {
    const fields = textFields(form);
    const signedIn = await openDesk(fields.email ?? '', fields.password ?? '');
    setTicket(signedIn.ticket ?? '');
    return signedIn.state;
  });
  if (ticket) {
    const enter = (code: string) => openDeskWithCode(ticket, code);
    return <CodeForm enter={enter} onBack={() => setTicket('')} />;
  }
  const { state, ready, pending, onSubmit } = password;
  const form = (
    <form method="post" onSubmit={onSubmit} className="grid gap-4">
      <Notice kind="problem">{state.status === 'refused' && state.message}</Notice>
      <TextField
        label="Email"
        name="email"
        type="email"
        autoComplete="username webauthn"
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
        disabled={!ready || pending || state.status === 'done'}
      >
        Sign in
      </button>
      <p>
        <a href={forgotPath()} className="link">
          Forgot the password?
        </a>
      </p>
    </form>
  );
  if (!passkeys && !sso) return form;
  return (
    <>
      {form}
      <div className="grid gap-3 border-t border-rule pt-5">
        {passkeys && <OtherWay words="Use a passkey" enter={openDeskWithPasskey} />}
        {sso && <OtherWay words={`Continue with ${sso}`} enter={openDeskBySso} />}
      </div>
    </>
  );
}

function OtherWay({ words, enter }: { words: string; enter: () => Promise<SignedIn | null> }) {
  const { state, ready, pending, onSubmit } = useForm(async () => (await enter())?.state ?? IDLE);
  return (
    <form method="post" onSubmit={onSubmit} className="grid gap-3">
      <Notice kind="problem">{state.status === 'refused' && state.message}</Notice>
      <button
        type="submit"
        className="button"
        disabled={!ready || pending || state.status === 'done'}
      >
        {words}
      </button>
    </form>
  );
}

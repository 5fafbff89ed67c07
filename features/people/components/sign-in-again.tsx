'use client';

import { useState } from 'react';
import { Dialog } from '#components/controls/dialog.tsx';
import { TextField } from '#components/controls/field.tsx';
import { Notice } from '#components/controls/notice.tsx';
import { useForm } from '#components/controls/use-form.ts';
import { type SignedIn, signInHere } from '#features/people/browser-session.ts';
import { CodeForm } from '#features/people/components/code-form.tsx';
import { textFields } from '#lib/forms.ts';

/** Signs in without leaving the page, for whoever has something on it that is not saved. */
export function SignInAgain({ onDone }: { onDone: () => void }) {
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  const finish = () => {
    close();
    onDone();
  };
  return (
    <>
      <button type="button" className="link" onClick={() => setOpen(true)}>
        Sign in
      </button>
      {open && (
        <Dialog title="Sign in to go on" onClose={close}>
          <SignInHere onDone={finish} />
        </Dialog>
      )}
    </>
  );
}

function SignInHere({ onDone }: { onDone: () => void }) {
  const [ticket, setTicket] = useState('');
  const done = (signedIn: SignedIn) => {
    if (signedIn.state.status === 'done') onDone();
    return signedIn;
  };
  const { state, ready, pending, onSubmit } = useForm(async (_before, form) => {
    const { email = '', password = '' } = textFields(form);
    const signedIn = done(await signInHere('credentials', { email, password }));
    setTicket(signedIn.ticket ?? '');
    return signedIn.state;
  });
  if (ticket) {
    const enter = async (code: string) => done(await signInHere('code', { ticket, code }));
    return <CodeForm enter={enter} onBack={() => setTicket('')} />;
  }
  return (
    <form method="post" onSubmit={onSubmit} className="grid gap-4 pb-2">
      <p className="text-soft">What you typed stays in the editor meanwhile.</p>
      <Notice kind="problem">{state.status === 'refused' && state.message}</Notice>
      <TextField
        id="again-email"
        label="Email"
        name="email"
        type="email"
        autoComplete="username"
        required
        autoFocus
      />
      <TextField
        id="again-password"
        label="Password"
        name="password"
        type="password"
        autoComplete="current-password"
        required
      />
      <button type="submit" className="button button-primary" disabled={!ready || pending}>
        Sign in
      </button>
    </form>
  );
}

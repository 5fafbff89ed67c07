'use client';

import { startRegistration } from '@simplewebauthn/browser';
import { type FormEvent, useState } from 'react';
import { TextField } from '#components/controls/field.tsx';
import { useHydrated } from '#components/controls/hydrated.ts';
import { Notice } from '#components/controls/notice.tsx';
import { useForm } from '#components/controls/use-form.ts';
import {
  addPasskeyAction,
  beginPasskeyAction,
  removePasskeyAction,
  renamePasskeyAction,
} from '#features/people/actions.ts';
import { textFields } from '#lib/forms.ts';

export type PasskeyLine = { id: string; name: string; since: string; used: string };

/** The own passkeys: each can be renamed and removed. */
export function PasskeyList({ passkeys }: { passkeys: readonly PasskeyLine[] }) {
  const renaming = useForm(renamePasskeyAction);
  const removing = useForm(removePasskeyAction);
  const said = removing.state.status === 'idle' ? renaming.state : removing.state;
  return (
    <div className="grid gap-3">
      <Notice kind="problem">{said.status === 'refused' && said.message}</Notice>
      <Notice kind="done">{said.status === 'done' && said.message}</Notice>
      <ul className="grid max-w-xl">
        {passkeys.map(({ id, name, since, used }) => (
          <li key={id}>
            <details className="group">
              <summary>
                {name}{' '}
                <span className="font-normal text-soft">
                  since {since}, {used}
                </span>
              </summary>
              <div className="grid max-w-sm gap-4 pb-4">
                <form method="post" onSubmit={renaming.onSubmit} className="grid gap-3">
                  <input type="hidden" name="id" value={id} />
                  <TextField
                    id={`name-${id}`}
                    label="Name"
                    name="name"
                    defaultValue={name}
                    maxLength={60}
                    required
                  />
                  <button
                    type="submit"
                    className="button justify-self-start"
                    disabled={!renaming.ready || renaming.pending}
                  >
                    Rename
                  </button>
                </form>
                <form method="post" onSubmit={removing.onSubmit}>
                  <input type="hidden" name="id" value={id} />
                  <button
                    type="submit"
                    className="button button-danger"
                    disabled={!removing.ready || removing.pending}
                  >
                    Remove<span className="sr-only"> {name}</span>
                  </button>
                </form>
              </div>
            </details>
          </li>
        ))}
      </ul>
    </div>
  );
}

const STOPPED = 'No passkey was made. Please try again, or on another device.';
const UNREACHED = 'The newsroom’s server could not be reached. Please try again.';

/** Makes a passkey on this device, or on one that is near. */
export function PasskeyForm({ asksPassword }: { asksPassword: boolean }) {
  const ready = useHydrated();
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState<{ why: string; field?: string }>({ why: '' });
  const [made, setMade] = useState(false);
  const make = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const { name = '', password = '' } = textFields(new FormData(form));
    setBusy(true);
    setMade(false);
    setSaid({ why: '' });
    const problem = await register(name, password).catch(() => ({ why: UNREACHED }));
    setBusy(false);
    if (problem) return setSaid(problem);
    setMade(true);
    form.reset();
  };
  return (
    <form method="post" onSubmit={make} className="grid max-w-sm gap-3">
      <Notice kind="problem">{!said.field && said.why}</Notice>
      <Notice kind="done">
        {made && 'The passkey is made: you can sign in with it from now on.'}
      </Notice>
      <TextField
        id="passkey-name"
        label="Name of the passkey"
        name="name"
        placeholder="My laptop"
        maxLength={60}
        required
        autoComplete="off"
      />
      {asksPassword && (
        <TextField
          id="passkey-password"
          label="Present password"
          name="password"
          type="password"
          autoComplete="current-password"
          required
          error={said.field === 'password' ? said.why : undefined}
        />
      )}
      <button type="submit" className="button justify-self-start" disabled={!ready || busy}>
        Make a passkey
      </button>
    </form>
  );
}

async function register(
  name: string,
  password: string,
): Promise<{ why: string; field?: string } | null> {
  const options = await beginPasskeyAction(password);
  if (!options.ok) {
    return options.fields?.password
      ? { why: options.fields.password, field: 'password' }
      : { why: options.why };
  }
  const answer = await startRegistration({ optionsJSON: options.value }).catch(() => null);
  if (!answer) return { why: STOPPED };
  const added = await addPasskeyAction(answer, name);
  return added.ok ? null : { why: added.why };
}

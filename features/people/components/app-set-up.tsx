'use client';

import { type FormEvent, useState } from 'react';
import { TextField } from '#components/controls/field.tsx';
import { useHydrated } from '#components/controls/hydrated.ts';
import { Notice } from '#components/controls/notice.tsx';
import { beginAppAction, finishAppAction } from '#features/people/actions.ts';
import { CodesOnce } from '#features/people/components/codes-once.tsx';
import type { AppSetUp } from '#features/people/views.ts';
import { textFields } from '#lib/forms.ts';
import { accountPath } from '#lib/paths.ts';
import type { Result } from '#lib/result.ts';

const UNREACHED = 'The newsroom’s server could not be reached. Please try again.';

/** Three steps: the password, the app's first code, the recovery codes. */
export function AppSetUpSteps({ asksPassword }: { asksPassword: boolean }) {
  const ready = useHydrated();
  const [busy, setBusy] = useState(false);
  const [why, setWhy] = useState('');
  const [app, setApp] = useState<AppSetUp | null>(null);
  const [codes, setCodes] = useState<readonly string[] | null>(null);

  async function ask<T>(work: () => Promise<Result<T>>, then: (value: T) => void): Promise<void> {
    setBusy(true);
    setWhy('');
    const result = await work().catch(() => null);
    setBusy(false);
    if (result?.ok) then(result.value);
    else setWhy(result?.why ?? UNREACHED);
  }
  const fieldsOf = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    return textFields(new FormData(event.currentTarget));
  };

  if (codes) {
    return (
      <div className="grid max-w-prose gap-4">
        <Notice kind="done">The app is set up. You are signed out everywhere else.</Notice>
        <CodesOnce codes={codes} />
        <p>
          <a href={accountPath()} className="button button-primary">
            I have kept them
          </a>
        </p>
      </div>
    );
  }
  if (app) {
    return (
      <form
        method="post"
        className="grid max-w-md gap-4"
        onSubmit={(event) => {
          const { code = '' } = fieldsOf(event);
          void ask(
            () => finishAppAction(code),
            (value) => setCodes(value.codes),
          );
        }}
      >
        <p>Scan this with an authenticator app, then type the code that it shows.</p>
        <svg
          role="img"
          aria-label="QR code for the authenticator app"
          viewBox={`0 0 ${app.size} ${app.size}`}
          className="w-56 bg-[#fff]"
          shapeRendering="crispEdges"
        >
          <path d={app.squares} fill="#000" />
        </svg>
        <details>
          <summary>Or type the key</summary>
          <p className="font-mono break-all">{app.secret}</p>
          <p>
            <a href={app.uri} className="link">
              Open in an app on this device
            </a>
          </p>
        </details>
        <TextField
          label="Code"
          name="code"
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={12}
          required
          autoFocus
          error={why}
        />
        <button type="submit" className="button button-primary justify-self-start" disabled={busy}>
          Confirm
        </button>
      </form>
    );
  }
  return (
    <form
      method="post"
      className="grid max-w-md gap-4"
      onSubmit={(event) => {
        const { password = '' } = fieldsOf(event);
        void ask(() => beginAppAction(password), setApp);
      }}
    >
      {asksPassword ? (
        <TextField
          label="Present password"
          name="password"
          type="password"
          autoComplete="current-password"
          required
          error={why}
        />
      ) : (
        <Notice kind="problem">{why}</Notice>
      )}
      <button
        type="submit"
        className="button button-primary justify-self-start"
        disabled={!ready || busy}
      >
        Set up an app
      </button>
    </form>
  );
}

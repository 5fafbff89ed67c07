'use client';

import { useState } from 'react';
import { TextField } from '#components/controls/field.tsx';
import { Notice } from '#components/controls/notice.tsx';
import { useForm } from '#components/controls/use-form.ts';
import { renewCodesAction, takeOffAppAction } from '#features/people/actions.ts';
import { CodesOnce } from '#features/people/components/codes-once.tsx';
import { done, refused, textFields } from '#lib/forms.ts';

/** What somebody who has an app can do about it; both ask for the password. */
export function AppKept({ codesLeft, asksPassword }: { codesLeft: number; asksPassword: boolean }) {
  const [codes, setCodes] = useState<readonly string[]>([]);
  const renewing = useForm(async (_before, form) => {
    const result = await renewCodesAction(textFields(form).password ?? '');
    if (!result.ok) return refused(result);
    setCodes(result.value.codes);
    return done();
  });
  const takingOff = useForm(takeOffAppAction);
  return (
    <div className="grid gap-3">
      <p>
        An authenticator app is set up.{' '}
        {codesLeft === 1 ? '1 recovery code is left.' : `${codesLeft} recovery codes are left.`}
      </p>
      {codes.length > 0 && <CodesOnce codes={codes} />}
      {(
        [
          ['New recovery codes', 'renew', renewing, 'Make new codes'],
          ['Take the app off', 'off', takingOff, 'Take it off'],
        ] as const
      ).map(([title, id, form, button]) => (
        <details key={id} className="group">
          <summary>{title}</summary>
          <form method="post" onSubmit={form.onSubmit} className="grid max-w-sm gap-3 pb-4">
            <Notice kind="problem">{form.state.status === 'refused' && form.state.message}</Notice>
            {asksPassword && (
              <TextField
                id={`${id}-password`}
                label="Present password"
                name="password"
                type="password"
                autoComplete="current-password"
                required
                error={form.state.fields.password}
              />
            )}
            <button
              type="submit"
              className="button justify-self-start"
              disabled={!form.ready || form.pending}
            >
              {button}
            </button>
          </form>
        </details>
      ))}
    </div>
  );
}

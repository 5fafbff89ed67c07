'use client';

import { type FormEvent, startTransition, useActionState } from 'react';
import { TextField } from '#components/controls/field.tsx';
import { useHydrated } from '#components/controls/hydrated.ts';
import { Notice } from '#components/controls/notice.tsx';
import { calendarLinkAction, type LinkState } from '#features/planning/actions.ts';
import { IDLE } from '#lib/forms.ts';

const FIRST: LinkState = { ...IDLE, addresses: null };

/** The secret addresses at which the person's own calendar program reads what is planned. */
export function CalendarLink({ madeAt }: { madeAt: string | null }) {
  const ready = useHydrated();
  const [state, send, pending] = useActionState(calendarLinkAction, FIRST);
  const submit = (act: string) => (event: FormEvent) => {
    event.preventDefault();
    const form = new FormData();
    form.set('act', act);
    startTransition(() => send(form));
  };
  const { addresses, status, message } = state;
  const has = addresses !== null || (madeAt !== null && status !== 'done');
  return (
    <div className="grid max-w-prose gap-3">
      <Notice kind="problem">{status === 'refused' && message}</Notice>
      <Notice kind="done">{status === 'done' && message}</Notice>
      <p className="text-soft">
        {has
          ? `You have a calendar address${addresses ? '' : `, made on ${madeAt}`}. Whoever knows it sees what you see.`
          : 'Your calendar program can read this calendar at an address that only you know.'}
      </p>
      {addresses && (
        <div className="grid gap-3" role="status">
          <p>These are shown once. Making others ends them.</p>
          <TextField label="Everything that you see" name="all" readOnly value={addresses.all} />
          <TextField
            label="Only what you are to write"
            name="mine"
            readOnly
            value={addresses.mine}
          />
        </div>
      )}
      <div className="flex flex-wrap gap-3">
        <form method="post" onSubmit={submit('make')}>
          <button type="submit" className="button" disabled={!ready || pending}>
            {has ? 'Make another address' : 'Make an address'}
          </button>
        </form>
        {has && (
          <form method="post" onSubmit={submit('revoke')}>
            <button type="submit" className="button" disabled={!ready || pending}>
              End it
            </button>
          </form>
        )}
      </div>
    </div>
  );
}

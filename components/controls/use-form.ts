'use client';

import { unstable_rethrow, useRouter } from 'next/navigation';
import { type FormEvent, useActionState, useTransition } from 'react';
import { useHydrated } from '#components/controls/hydrated.ts';
import { type FormState, IDLE } from '#lib/forms.ts';

type FormAction = (before: FormState, form: FormData) => Promise<FormState>;

const UNREACHED: FormState = {
  status: 'refused',
  message: 'The newsroom’s server could not be reached. Nothing is lost: please try again.',
  fields: {},
};

/**
 * A form whose fields keep what was typed whatever happens: refused, or the network gone. `ready` is
 * false until the script runs, so that no form is sent by the browser alone. What `after` answers to
 * a success takes its place.
 */
export function useForm(
  action: FormAction,
  after?: (form: FormData) => Promise<FormState | undefined>,
) {
  const router = useRouter();
  const ready = useHydrated();
  const [navigating, startTransition] = useTransition();
  const [state, send, sending] = useActionState(async (before: FormState, form: FormData) => {
    try {
      const answer = await action(before, form);
      const last = answer.status === 'done' ? ((await after?.(form)) ?? answer) : answer;
      if (last.to) router.push(last.to);
      return last;
    } catch (error) {
      unstable_rethrow(error);
      return UNREACHED;
    }
  }, IDLE);
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    startTransition(() => send(form));
  };
  return { state, ready, pending: sending || navigating, onSubmit };
}

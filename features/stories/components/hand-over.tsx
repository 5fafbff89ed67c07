'use client';

import { useState } from 'react';
import { Dialog } from '#components/controls/dialog.tsx';
import { SelectField } from '#components/controls/field.tsx';
import { Notice } from '#components/controls/notice.tsx';
import { useForm } from '#components/controls/use-form.ts';
import { handOverAction } from '#features/stories/actions.ts';

type Person = { id: string; name: string };
type Props = { person: Person; drafts: number; others: readonly Person[] };

/** How many drafts somebody has, and the way to give them to somebody else. */
export function HandOver({ person, drafts, others }: Props) {
  const [asking, setAsking] = useState(false);
  const { state, ready, pending, onSubmit } = useForm(handOverAction);
  const words = drafts === 1 ? '1 draft' : `${drafts} drafts`;
  return (
    <>
      <button type="button" className="link" disabled={!ready} onClick={() => setAsking(true)}>
        {words}
        <span className="sr-only"> of {person.name}: hand over</span>
      </button>
      {asking && (
        <Dialog title={`Hand over: ${words} of ${person.name}`} onClose={() => setAsking(false)}>
          <form method="post" onSubmit={onSubmit} className="grid gap-4">
            <Notice kind="problem">{state.status === 'refused' && state.message}</Notice>
            <Notice kind="done">{state.status === 'done' && state.message}</Notice>
            {state.status !== 'done' && (
              <>
                <p>
                  The other can write on them and send them for review, with what {person.name}{' '}
                  typed and did not save. Open assignments go along. Bylines stay as they are, and
                  so does what is published.
                </p>
                <input type="hidden" name="from" value={person.id} />
                <SelectField
                  id={`to-${person.id}`}
                  label="To"
                  name="to"
                  defaultValue=""
                  error={state.fields.to}
                >
                  <option value="">Choose somebody</option>
                  {others.map(({ id, name }) => (
                    <option key={id} value={id}>
                      {name}
                    </option>
                  ))}
                </SelectField>
              </>
            )}
            <p className="flex flex-wrap gap-3">
              {state.status !== 'done' && (
                <button type="submit" className="button button-primary" disabled={pending}>
                  Hand over
                </button>
              )}
              <button type="button" className="button" onClick={() => setAsking(false)}>
                {state.status === 'done' ? 'Done' : 'Not now'}
              </button>
            </p>
          </form>
        </Dialog>
      )}
    </>
  );
}

'use client';

import { TextArea } from '#components/controls/field.tsx';
import { Notice } from '#components/controls/notice.tsx';
import { useForm } from '#components/controls/use-form.ts';
import { liftHoldAction, placeHoldAction } from '#features/law/actions.ts';
import type { HoldView, LawView } from '#features/law/views.ts';
import { dateAndTime } from '#lib/dates.ts';

type Thing = { noun: 'story' | 'picture' | 'comment'; thingId: string };

/** The open holds of a thing, each with the form that lifts it, and the form that places another. */
export function Holds({
  law: { holds, hold },
  timeZone,
  ...thing
}: Thing & { law: LawView; timeZone: string }) {
  return (
    <section aria-labelledby="holds" className="grid gap-3 border-t-2 border-strong-rule pt-4">
      <h2 id="holds" className="text-lg font-semibold">
        Legal hold
      </h2>
      <p className="max-w-prose text-soft">
        While a hold is open nobody changes or removes this {thing.noun}: not in the desk, not by a
        schedule, not on the command line, administrators neither.
      </p>
      {holds.map((one) => (
        <div key={one.id} className="notice grid max-w-prose gap-3">
          <p dir="auto">
            <strong>On hold:</strong> {one.reason}
          </p>
          <p className="text-note text-soft">
            Placed by {one.by},{' '}
            <time dateTime={one.at.toISOString()}>
              {dateAndTime(one.at, { timeZone, language: 'en' })}
            </time>
          </p>
          {hold.ok && <LiftForm hold={one} />}
        </div>
      ))}
      {hold.ok ? <PlaceForm {...thing} /> : <p className="text-note text-soft">{hold.why}</p>}
    </section>
  );
}

function LiftForm({ hold }: { hold: HoldView }) {
  const { state, ready, pending, onSubmit } = useForm(liftHoldAction);
  return (
    <form method="post" onSubmit={onSubmit} className="grid gap-3">
      <Notice kind="problem">{state.status === 'refused' && state.message}</Notice>
      <input type="hidden" name="holdId" value={hold.id} />
      <TextArea
        id={`lift-${hold.id}`}
        name="reason"
        label="Why it is lifted"
        rows={2}
        maxLength={500}
        required
        error={state.fields.reason}
      />
      <p>
        <button type="submit" className="button" disabled={!ready || pending}>
          Lift this hold
        </button>
      </p>
    </form>
  );
}

function PlaceForm({ noun, thingId }: Thing) {
  const { state, ready, pending, onSubmit } = useForm(placeHoldAction);
  return (
    <form method="post" onSubmit={onSubmit} className="grid max-w-prose gap-3">
      <Notice kind="problem">{state.status === 'refused' && state.message}</Notice>
      <Notice kind="done">{state.status === 'done' && state.message}</Notice>
      <input type="hidden" name="noun" value={noun} />
      <input type="hidden" name="thingId" value={thingId} />
      <TextArea
        id="hold-reason"
        name="reason"
        label="Reason of the hold"
        hint="Everybody whom the hold stops reads it."
        rows={2}
        maxLength={500}
        required
        error={state.fields.reason}
      />
      <p>
        <button type="submit" className="button button-primary" disabled={!ready || pending}>
          Place a hold
        </button>
      </p>
    </form>
  );
}

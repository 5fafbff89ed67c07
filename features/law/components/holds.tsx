'use client';

import { liftHoldAction, placeHoldAction } from '#features/law/actions.ts';
import { ReasonForm } from '#features/law/components/reason-form.tsx';
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
  return (
    <ReasonForm
      action={liftHoldAction}
      about={{ holdId: hold.id }}
      id={`lift-${hold.id}`}
      label="Why it is lifted"
      button="Lift this hold"
    />
  );
}

function PlaceForm({ noun, thingId }: Thing) {
  return (
    <ReasonForm
      action={placeHoldAction}
      about={{ noun, thingId }}
      id="hold-reason"
      label="Reason of the hold"
      hint="Everybody whom the hold stops reads it."
      button="Place a hold"
      primary
    />
  );
}

'use client';

import { TextArea, TextField } from '#components/controls/field.tsx';
import { Notice } from '#components/controls/notice.tsx';
import { useForm } from '#components/controls/use-form.ts';
import { changePictureAction } from '#features/media/actions.ts';
import type { PictureDetails } from '#features/media/views.ts';
import { localTime } from '#lib/dates.ts';

type Name =
  | 'credit'
  | 'creator'
  | 'copyright'
  | 'spot'
  | 'city'
  | 'region'
  | 'country'
  | 'taken'
  | 'usageTerms';

const MADE: readonly (readonly [Name, string])[] = [
  ['credit', 'Credit, as readers see it'],
  ['creator', 'Made by'],
  ['copyright', 'Copyright'],
];

const WHERE: readonly (readonly [Name, string])[] = [
  ['spot', 'Spot'],
  ['city', 'City'],
  ['region', 'Region'],
  ['country', 'Country'],
];

/** Everything that is said of a picture. All but the instructions is written into its files. */
export function PictureForm({ picture, timeZone }: { picture: PictureDetails; timeZone: string }) {
  const { state, ready, pending, onSubmit } = useForm(changePictureAction);
  const { fields } = state;
  const locked = !picture.mayChange;
  const line = ([name, label]: readonly [Name, string]) => (
    <TextField
      key={name}
      name={name}
      label={label}
      defaultValue={picture[name]}
      error={fields[name]}
      readOnly={locked}
    />
  );
  return (
    <form method="post" onSubmit={onSubmit} className="grid gap-4" noValidate>
      <Notice kind="problem">{state.status === 'refused' && state.message}</Notice>
      <Notice kind="done">{state.status === 'done' && state.message}</Notice>
      <input type="hidden" name="id" value={picture.id} />
      <TextArea
        name="alt"
        label="What it shows"
        rows={2}
        hint="Read aloud to those who cannot see it."
        defaultValue={picture.alt}
        error={fields.alt}
        readOnly={locked}
      />
      <TextArea
        name="caption"
        label="Caption"
        rows={3}
        defaultValue={picture.caption}
        error={fields.caption}
        readOnly={locked}
      />
      {MADE.map(line)}
      <fieldset className="grid gap-3">
        <legend className="group-name">Where and when</legend>
        <div className="pair">{WHERE.map(line)}</div>
        <TextField
          name="taken"
          label="Taken"
          hint="2017-01-23, or 2017-01-23T12:05:00+06:00"
          defaultValue={picture.taken}
          error={fields.taken}
          readOnly={locked}
        />
      </fieldset>
      <fieldset className="grid gap-3">
        <legend className="group-name">Rights</legend>
        <TextField
          name="rightsUntil"
          label={`May be shown until (in ${timeZone})`}
          hint="At that moment it is gone from every page, feed and card. Empty: without an end."
          type="datetime-local"
          defaultValue={picture.rightsUntil ? localTime(picture.rightsUntil, timeZone) : ''}
          error={fields.rightsUntil}
          readOnly={locked}
        />
        {line(['usageTerms', 'Terms of use, as they go out with it'])}
        <TextArea
          name="instructions"
          label="Instructions of the agency"
          hint="For the desk only."
          rows={2}
          defaultValue={picture.instructions}
          error={fields.instructions}
          readOnly={locked}
        />
      </fieldset>
      {locked ? (
        <p className="text-soft">An editor, or whoever added it, can change this.</p>
      ) : (
        <button
          type="submit"
          className="button button-primary justify-self-start"
          disabled={!ready || pending}
        >
          Save
        </button>
      )}
    </form>
  );
}

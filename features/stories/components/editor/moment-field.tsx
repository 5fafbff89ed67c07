'use client';

import { TextField } from '#components/controls/field.tsx';
import { type TypedMoment, understand } from '#features/stories/moments.ts';
import { clockTime, zoneName } from '#lib/dates.ts';

type Props = {
  moment: TypedMoment;
  timeZone: string;
  error: string | undefined;
  onChange: (moment: TypedMoment) => void;
};

/**
 * A date and a time of the newsroom's clocks. Where they are changed it says that a time does not
 * exist, and asks which one is meant where it comes twice.
 */
export function MomentField({ moment, timeZone, error, onChange }: Props) {
  const { at, which } = moment;
  const understood = understand({ at, which: '' }, timeZone);
  const twice = understood.ok ? null : understood.twice;
  const skipped = !understood.ok && !twice && at !== '' ? understood.why : undefined;
  return (
    <div className="grid gap-3">
      <TextField
        label={`Date and time in ${timeZone}`}
        name="at"
        type="datetime-local"
        required
        value={at}
        onChange={(event) => onChange({ at: event.target.value, which: '' })}
        error={skipped ?? (twice ? undefined : error)}
      />
      {twice && (
        <fieldset className="grid gap-1" aria-describedby={error ? 'which-error' : undefined}>
          <legend className="text-label">
            The clocks go back that day, and this time comes twice
          </legend>
          {twice.map((one, index) => {
            const value = index === 0 ? 'first' : 'second';
            const style = { timeZone, language: 'en' };
            return (
              <label key={value} className="flex items-center gap-2">
                <input
                  type="radio"
                  name="which"
                  value={value}
                  required
                  checked={which === value}
                  onChange={() => onChange({ at, which: value })}
                />
                The {value} time, {clockTime(one, style)} {zoneName(one, style)}
              </label>
            );
          })}
          {error && (
            <p id="which-error" className="text-note text-danger">
              {error}
            </p>
          )}
        </fieldset>
      )}
    </div>
  );
}

'use client';

import { useState } from 'react';
import { TextField } from '#components/controls/field.tsx';
import { addressesAction } from '#features/settings/actions.ts';
import { SettingsForm } from '#features/settings/components/settings-form.tsx';
import type { AddressKeeping } from '#features/site/views.ts';

type Keep = AddressKeeping['keep'];

const WAYS: readonly { keep: Keep; name: string; means: string }[] = [
  {
    keep: 'none',
    name: 'Ask for none',
    means: 'The form has no field for it. Nobody can be told about an answer.',
  },
  {
    keep: 'verify',
    name: 'Confirm it, then forget it',
    means:
      'One letter asks whether the address is theirs. What stays is a mark that knows it again and cannot be read.',
  },
  {
    keep: 'notify',
    name: 'Keep it sealed for a while',
    means: 'Whoever asked for it is told what became of the comment, and about answers to it.',
  },
];

/** What becomes of the addresses of those who comment; the form tells them in a sentence. */
export function AddressesForm({ addresses }: { addresses: AddressKeeping }) {
  const [keep, setKeep] = useState<Keep>(addresses.keep);
  return (
    <SettingsForm action={addressesAction}>
      {(wrong) => (
        <>
          <fieldset className="grid gap-3">
            <legend className="mb-2 text-label">The address of whoever comments</legend>
            {WAYS.map((way) => (
              <label key={way.keep} className="flex items-start gap-2">
                <input
                  type="radio"
                  name="keep"
                  value={way.keep}
                  checked={keep === way.keep}
                  onChange={() => setKeep(way.keep)}
                  className="mt-1"
                />
                <span>
                  {way.name}
                  <span className="block text-note text-soft">{way.means}</span>
                </span>
              </label>
            ))}
          </fieldset>
          <div hidden={keep !== 'notify' && !wrong['addresses.days']}>
            <TextField
              label="Days"
              name="days"
              inputMode="numeric"
              defaultValue={String(addresses.days)}
              error={wrong['addresses.days']}
              hint="From somebody’s last comment on. Addresses that are older are forgotten in the next night, and so are all of them once the choice above is another."
            />
          </div>
        </>
      )}
    </SettingsForm>
  );
}

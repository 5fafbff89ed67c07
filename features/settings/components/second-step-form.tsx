'use client';

import { secondStepRolesAction } from '#features/settings/actions.ts';
import { SettingsForm } from '#features/settings/components/settings-form.tsx';

type Props = { roles: readonly { role: string; name: string; strict: boolean }[] };

/** Whose password alone is not enough. */
export function SecondStepForm({ roles }: Props) {
  return (
    <SettingsForm action={secondStepRolesAction}>
      {() => (
        <fieldset className="grid gap-2">
          <legend className="mb-2 text-label">A second step is asked of</legend>
          {roles.map(({ role, name, strict }) => (
            <label key={role} className="flex items-center gap-2">
              <input type="checkbox" name="role" value={role} defaultChecked={strict} />
              {name}
            </label>
          ))}
        </fieldset>
      )}
    </SettingsForm>
  );
}

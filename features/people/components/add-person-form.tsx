'use client';

import { useRef, useState } from 'react';
import { SelectField, TextField } from '#components/controls/field.tsx';
import { Notice } from '#components/controls/notice.tsx';
import { useForm } from '#components/controls/use-form.ts';
import { addPersonAction } from '#features/people/actions.ts';
import type { Role } from '#features/people/actor.ts';

const ROLES: Record<Role, { name: string; does: string }> = {
  contributor: { name: 'Contributor', does: 'Writes own drafts and sends them for review.' },
  reporter: { name: 'Reporter', does: 'Also uploads pictures and changes own live stories.' },
  editor: { name: 'Editor', does: 'Everything about stories and comments.' },
  moderator: { name: 'Moderator', does: 'Comments only.' },
  admin: { name: 'Administrator', does: 'Also people and sections.' },
};
const USUAL: Role = 'reporter';

export function AddPersonForm({ minPassword }: { minPassword: number }) {
  const form = useRef<HTMLFormElement>(null);
  const [role, setRole] = useState(USUAL);
  const { state, ready, pending, onSubmit } = useForm(addPersonAction, async () => {
    form.current?.reset();
    setRole(USUAL);
    return undefined;
  });
  const { fields } = state;
  return (
    <form ref={form} method="post" onSubmit={onSubmit} className="grid max-w-md gap-3" noValidate>
      <Notice kind="problem">{state.status === 'refused' && state.message}</Notice>
      <Notice kind="done">{state.status === 'done' && state.message}</Notice>
      <TextField label="Name" name="name" error={fields.name} hint="As it stands in a byline." />
      <TextField label="Email" name="email" type="email" error={fields.email} autoComplete="off" />
      <SelectField
        label="Role"
        name="role"
        defaultValue={USUAL}
        onChange={(event) => setRole(event.target.value as Role)}
        error={fields.role}
        hint={ROLES[role].does}
      >
        {Object.entries(ROLES).map(([one, { name }]) => (
          <option key={one} value={one}>
            {name}
          </option>
        ))}
      </SelectField>
      <TextField
        label="Password"
        name="password"
        type="password"
        autoComplete="new-password"
        error={fields.password}
        hint={`At least ${minPassword} characters. Hand it over in person; it can be changed under the own name.`}
      />
      <button
        type="submit"
        className="button button-primary justify-self-start"
        disabled={!ready || pending}
      >
        Add to the staff
      </button>
    </form>
  );
}

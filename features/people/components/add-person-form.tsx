'use client';

import { useRef } from 'react';
import { SelectField, TextField } from '#components/controls/field.tsx';
import { Notice } from '#components/controls/notice.tsx';
import { useForm } from '#components/controls/use-form.ts';
import { addPersonAction } from '#features/people/actions.ts';
import type { Role } from '#features/people/actor.ts';

const ROLES: [Role, string][] = [
  ['contributor', 'Contributor: writes own drafts and sends them for review'],
  ['reporter', 'Reporter: also uploads pictures and changes own live stories'],
  ['editor', 'Editor: everything about stories and comments'],
  ['moderator', 'Moderator: comments only'],
  ['admin', 'Administrator: also people and sections'],
];

export function AddPersonForm({ minPassword }: { minPassword: number }) {
  const form = useRef<HTMLFormElement>(null);
  const { state, ready, pending, onSubmit } = useForm(addPersonAction, async () => {
    form.current?.reset();
    return undefined;
  });
  const { fields } = state;
  return (
    <form ref={form} method="post" onSubmit={onSubmit} className="grid max-w-md gap-3" noValidate>
      <Notice kind="problem">{state.status === 'refused' && state.message}</Notice>
      <Notice kind="done">{state.status === 'done' && state.message}</Notice>
      <TextField label="Name" name="name" error={fields.name} hint="As it stands in a byline." />
      <TextField label="Email" name="email" type="email" error={fields.email} autoComplete="off" />
      <SelectField label="Role" name="role" defaultValue="reporter" error={fields.role}>
        {ROLES.map(([role, words]) => (
          <option key={role} value={role}>
            {words}
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

'use client';

import { useRef, useState } from 'react';
import { SelectField, TextField } from '#components/controls/field.tsx';
import { Notice } from '#components/controls/notice.tsx';
import { useForm } from '#components/controls/use-form.ts';
import { inviteAction } from '#features/people/actions.ts';
import type { Role } from '#features/people/actor.ts';
import { LinkOnce } from '#features/people/components/link-once.tsx';
import { ROLE_WORDS } from '#features/people/components/roles.ts';
import { WayField } from '#features/people/components/way-field.tsx';

const USUAL: Role = 'reporter';

type Props = { mailIsOn: boolean; sections: readonly { id: string; name: string }[] };

export function InviteForm({ mailIsOn, sections }: Props) {
  const form = useRef<HTMLFormElement>(null);
  const [role, setRole] = useState(USUAL);
  const { state, ready, pending, onSubmit } = useForm(inviteAction, async () => {
    form.current?.reset();
    setRole(USUAL);
    return undefined;
  });
  const { fields } = state;
  return (
    <form ref={form} method="post" onSubmit={onSubmit} className="grid max-w-md gap-3" noValidate>
      <Notice kind="problem">{state.status === 'refused' && state.message}</Notice>
      <Notice kind="done">{state.status === 'done' && state.message}</Notice>
      {state.link && <LinkOnce link={state.link} />}
      <TextField label="Email" name="email" type="email" error={fields.email} autoComplete="off" />
      <SelectField
        label="Role"
        name="role"
        defaultValue={USUAL}
        onChange={(event) => setRole(event.target.value as Role)}
        error={fields.role}
        hint={ROLE_WORDS[role].does}
      >
        {Object.entries(ROLE_WORDS).map(([one, { name }]) => (
          <option key={one} value={one}>
            {name}
          </option>
        ))}
      </SelectField>
      <SelectField label="Where" name="sectionId" defaultValue="" error={fields.sectionId}>
        <option value="">The whole site</option>
        {sections.map(({ id, name }) => (
          <option key={id} value={id}>
            {name} only
          </option>
        ))}
      </SelectField>
      <WayField id="invite-way" mailIsOn={mailIsOn} />
      <button
        type="submit"
        className="button button-primary justify-self-start"
        disabled={!ready || pending}
      >
        Invite
      </button>
    </form>
  );
}

'use client';

import { useState } from 'react';
import { Dialog, DialogActs } from '#components/controls/dialog.tsx';
import { SelectField } from '#components/controls/field.tsx';
import { Icon } from '#components/controls/icon.tsx';
import { Notice } from '#components/controls/notice.tsx';
import { useForm } from '#components/controls/use-form.ts';
import { changeRolesAction } from '#features/people/actions.ts';
import type { Role } from '#features/people/actor.ts';
import { ROLE_WORDS } from '#features/people/components/roles.ts';

export type Held = { role: Role; sectionId: string | null };
type Row = { key: number; role: Role; sectionId: string };
type Props = {
  person: { id: string; name: string };
  held: readonly Held[];
  sections: readonly { id: string; name: string }[];
  onClose: () => void;
};

/** Everything that one person may do, a line each. */
export function ChangeRoles({ person, held, sections, onClose }: Props) {
  const [rows, setRows] = useState<readonly Row[]>(
    held.map(({ role, sectionId }, key) => ({ key, role, sectionId: sectionId ?? '' })),
  );
  const [next, setNext] = useState(held.length);
  const { state, ready, pending, onSubmit } = useForm(changeRolesAction, async () => {
    onClose();
    return undefined;
  });
  const change = (key: number, part: Partial<Row>) =>
    setRows(rows.map((row) => (row.key === key ? { ...row, ...part } : row)));
  return (
    <Dialog title={`Roles of ${person.name}`} onClose={onClose}>
      <form method="post" onSubmit={onSubmit} className="grid gap-4">
        <Notice kind="problem">
          {state.status === 'refused' && (state.fields.roles ?? state.message)}
        </Notice>
        <input type="hidden" name="personId" value={person.id} />
        <ul className="grid gap-3">
          {rows.map(({ key, role, sectionId }) => (
            <li key={key} className="grid grid-cols-[1fr_1fr_auto] items-end gap-2">
              <SelectField
                id={`role-${key}`}
                label="Role"
                name="role"
                value={role}
                onChange={(event) => change(key, { role: event.target.value as Role })}
              >
                {Object.entries(ROLE_WORDS).map(([one, { name }]) => (
                  <option key={one} value={one}>
                    {name}
                  </option>
                ))}
              </SelectField>
              <SelectField
                id={`where-${key}`}
                label="Where"
                name="sectionId"
                value={sectionId}
                onChange={(event) => change(key, { sectionId: event.target.value })}
              >
                <option value="">The whole site</option>
                {sections.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name} only
                  </option>
                ))}
              </SelectField>
              <button
                type="button"
                className="icon-button"
                disabled={rows.length === 1}
                onClick={() => setRows(rows.filter((row) => row.key !== key))}
              >
                <Icon name="remove" />
                <span className="sr-only">Take away {ROLE_WORDS[role].name}</span>
              </button>
            </li>
          ))}
        </ul>
        <button
          type="button"
          className="button justify-self-start"
          onClick={() => {
            setRows([...rows, { key: next, role: 'reporter', sectionId: '' }]);
            setNext(next + 1);
          }}
        >
          <Icon name="add" />
          Another role
        </button>
        <DialogActs act="Save the roles" disabled={!ready || pending} onClose={onClose} />
      </form>
    </Dialog>
  );
}

'use client';

import { useState } from 'react';
import { Dialog } from '#components/controls/dialog.tsx';
import { useHydrated } from '#components/controls/hydrated.ts';
import { Menu, MenuItem } from '#components/controls/menu.tsx';
import { Notice } from '#components/controls/notice.tsx';
import { useForm } from '#components/controls/use-form.ts';
import {
  deactivateAction,
  inviteAgainAction,
  resetLinkAction,
  resetSecondStepAction,
  takeBackAction,
} from '#features/people/actions.ts';
import { ChangeRoles, type Held } from '#features/people/components/change-roles.tsx';
import { LinkOnce } from '#features/people/components/link-once.tsx';
import { WayField } from '#features/people/components/way-field.tsx';
import type { FormState } from '#lib/forms.ts';

type Act = {
  /** On the menu and as the dialog's heading, about "them". */
  name: string;
  words: (name: string) => string;
  button: string;
  danger?: boolean;
  /** It makes a link. */
  links?: boolean;
  action: (before: FormState, form: FormData) => Promise<FormState>;
};

const ACTS = {
  'reset link': {
    name: 'Make a link for a new password',
    words: (name) =>
      `By this link ${name} sets a new password. Until it is used the old one stays. A link that was made before is of no use any more.`,
    button: 'Make the link',
    links: true,
    action: resetLinkAction,
  },
  'second step': {
    name: 'Take off app and passkeys',
    words: (name) =>
      `For when ${name} has lost the device with the app or the passkey. They are signed out everywhere, and sign in with the password alone. Make sure that it is really them who ask.`,
    button: 'Take them off',
    danger: true,
    action: resetSecondStepAction,
  },
  close: {
    name: 'Close the account',
    words: (name) =>
      `${name} is signed out everywhere at once and cannot sign in again. Stories and bylines stay; drafts can be handed over to somebody else afterwards.`,
    button: 'Close the account',
    danger: true,
    action: deactivateAction,
  },
  'invite again': {
    name: 'Make a new link',
    words: (name) =>
      `The link that ${name} has is of no use any more, and the new one is good for a week.`,
    button: 'Make the link',
    links: true,
    action: inviteAgainAction,
  },
  'take back': {
    name: 'Take the invitation back',
    words: (name) => `The link that ${name} has is of no use any more.`,
    button: 'Take it back',
    danger: true,
    action: takeBackAction,
  },
} as const satisfies Record<string, Act>;

export type ActName = keyof typeof ACTS | 'roles';

type Props = {
  id: string;
  name: string;
  mailIsOn: boolean;
  held: readonly Held[];
  sections: readonly { id: string; name: string }[];
  /** What is on the menu; with a reason where it is not possible. */
  acts: readonly { act: ActName; why: string | undefined }[];
};

/** What an administrator can do about one account, each asked about once more. */
export function PersonActs({ id, name, mailIsOn, held, sections, acts }: Props) {
  const ready = useHydrated();
  const [asking, setAsking] = useState<ActName | null>(null);
  if (!ready) return null;
  return (
    <>
      <Menu
        label={
          <>
            Change<span className="sr-only"> the account of {name}</span>
          </>
        }
      >
        {acts.map(({ act, why }) => (
          <MenuItem key={act} why={why} onChoose={() => setAsking(act)}>
            {act === 'roles' ? 'Change the roles' : ACTS[act].name}…
          </MenuItem>
        ))}
      </Menu>
      {asking === 'roles' && (
        <ChangeRoles
          person={{ id, name }}
          held={held}
          sections={sections}
          onClose={() => setAsking(null)}
        />
      )}
      {asking && asking !== 'roles' && (
        <Asking
          key={asking}
          act={ACTS[asking]}
          person={{ id, name }}
          mailIsOn={mailIsOn}
          onClose={() => setAsking(null)}
        />
      )}
    </>
  );
}

function Asking({
  act,
  person,
  mailIsOn,
  onClose,
}: {
  act: Act;
  person: { id: string; name: string };
  mailIsOn: boolean;
  onClose: () => void;
}) {
  const { state, ready, pending, onSubmit } = useForm(act.action, async () => {
    if (!act.links) onClose();
    return undefined;
  });
  const made = state.status === 'done';
  return (
    <Dialog title={`${act.name}: ${person.name}`} onClose={onClose}>
      <form method="post" onSubmit={onSubmit} className="grid gap-4">
        <Notice kind="problem">{state.status === 'refused' && state.message}</Notice>
        <Notice kind="done">{made && state.message}</Notice>
        {state.link && <LinkOnce link={state.link} />}
        {!made && <p>{act.words(person.name)}</p>}
        <input type="hidden" name="personId" value={person.id} />
        {act.links && !made && <WayField id={`way-${person.id}`} mailIsOn={mailIsOn} />}
        <p className="flex flex-wrap gap-3">
          {!made && (
            <button
              type="submit"
              className={act.danger ? 'button button-danger' : 'button button-primary'}
              disabled={!ready || pending}
            >
              {act.button}
            </button>
          )}
          <button type="button" className="button" onClick={onClose}>
            {made ? 'Done' : 'Not now'}
          </button>
        </p>
      </form>
    </Dialog>
  );
}

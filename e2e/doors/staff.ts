import type { OtherDoor } from '#e2e/doors/others.ts';
import { system } from '#features/people/actor.ts';
import { invite } from '#features/people/links.ts';
import { newId } from '#lib/ids.ts';
import { deskPeoplePath } from '#lib/paths.ts';
import { good } from '#tests/results.ts';

const somebody = () => ({ email: `${newId()}@permissions.example`, role: 'editor' });
const invited = async () => good(await invite(system('test'), somebody(), 'show')).id;

/** The doors behind which the staff is managed. */
export const STAFF_DOORS: readonly OtherDoor[] = [
  {
    act: 'see the staff',
    by: 'page',
    reads: true,
    hides: true,
    knock: (caller) => caller.page(deskPeoplePath()),
  },
  {
    act: 'invite somebody',
    by: 'inviteAction',
    knock: (caller) => caller.submit('inviteAction', { ...somebody(), way: 'show' }),
  },
  {
    act: 'invite somebody',
    by: 'inviteAgainAction',
    ready: invited,
    knock: (caller, _world, personId) =>
      caller.submit('inviteAgainAction', { personId, way: 'show' }),
  },
  {
    act: 'invite somebody',
    by: 'takeBackAction',
    ready: invited,
    knock: (caller, _world, personId) => caller.submit('takeBackAction', { personId }),
  },
  {
    act: 'make a link for a new password',
    by: 'resetLinkAction',
    takes: ['personId'],
    knock: (caller, { personId }) => caller.submit('resetLinkAction', { personId, way: 'show' }),
  },
  {
    act: 'reset a second step',
    by: 'resetSecondStepAction',
    takes: ['personId'],
    knock: (caller, { personId }) => caller.submit('resetSecondStepAction', { personId }),
  },
  {
    act: 'change roles',
    by: 'changeRolesAction',
    takes: ['personId'],
    knock: (caller, { personId }) =>
      caller.submit('changeRolesAction', { personId, role: 'editor', sectionId: '' }),
  },
  {
    act: 'hand over drafts',
    by: 'handOverAction',
    takes: ['personId', 'otherPersonId'],
    knock: (caller, { personId, otherPersonId }) =>
      caller.submit('handOverAction', { from: personId, to: otherPersonId }),
  },
  {
    act: 'close an account',
    by: 'deactivateAction',
    takes: ['personId'],
    knock: (caller, { personId }) => caller.submit('deactivateAction', { personId }),
  },
];

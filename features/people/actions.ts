'use server';

import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser';
import { refresh } from 'next/cache';
import {
  addGuest,
  changePassword,
  changeRoles,
  deactivate,
  setUp,
} from '#features/people/commands.ts';
import {
  beginApp,
  finishApp,
  renewRecoveryCodes,
  resetSecondStep,
  takeOffApp,
} from '#features/people/factors.ts';
import { Id, KnownInput, Password } from '#features/people/input.ts';
import {
  forgot,
  invite,
  inviteAgain,
  join,
  type Made,
  makeResetLink,
  resetPassword,
  takeBackInvitation,
  type Way,
} from '#features/people/links.ts';
import {
  addPasskey,
  beginPasskey,
  passkeyChallenge,
  removePasskey,
  renamePasskey,
} from '#features/people/passkeys.ts';
import { currentPlace, currentSessionId, currentStaff } from '#features/people/session.ts';
import { endOtherSessions, endSession } from '#features/people/signing-in.ts';
import type { AppSetUp } from '#features/people/views.ts';
import { weakness } from '#features/people/weakness.ts';
import { env } from '#lib/env.ts';
import { done, type FormState, refused, SIGNED_OUT, textFields } from '#lib/forms.ts';
import { joinPath, resetPath } from '#lib/paths.ts';
import { ok, type Result, refuse } from '#lib/result.ts';

export async function setUpAction(_before: FormState, form: FormData): Promise<FormState> {
  const result = await setUp(textFields(form));
  return result.ok ? done() : refused(result);
}

export async function changePasswordAction(_before: FormState, form: FormData): Promise<FormState> {
  const actor = await currentStaff();
  if (!actor) return SIGNED_OUT;
  const result = await changePassword(actor, textFields(form));
  return result.ok ? done() : refused(result);
}

export async function changeRolesAction(_before: FormState, form: FormData): Promise<FormState> {
  const actor = await currentStaff();
  if (!actor) return SIGNED_OUT;
  const where = form.getAll('sectionId').map(String);
  const held = form.getAll('role').map((role, n) => ({ role, sectionId: where[n] ?? '' }));
  const result = await changeRoles(actor, idIn(form, 'personId'), held);
  if (!result.ok) return refused(result);
  refresh();
  return done('Changed. It counts from now on.');
}

export async function deactivateAction(_before: FormState, form: FormData): Promise<FormState> {
  const actor = await currentStaff();
  if (!actor) return SIGNED_OUT;
  const personId = idIn(form, 'personId');
  const result = await deactivate(actor, personId);
  if (!result.ok) return refused(result);
  refresh();
  return done('The account is closed.');
}

/** A byline for somebody without an account, from within the editor. */
export async function addGuestAction(name: string): Promise<Result<{ id: string }>> {
  const actor = await currentStaff();
  if (!actor) return refuse('forbidden', SIGNED_OUT.message);
  return addGuest(actor, name);
}

export async function inviteAction(_before: FormState, form: FormData): Promise<FormState> {
  const actor = await currentStaff();
  if (!actor) return SIGNED_OUT;
  const { way, ...input } = textFields(form);
  return made(await invite(actor, input, wayOf(way)), joinPath, input.email);
}

export async function inviteAgainAction(_before: FormState, form: FormData): Promise<FormState> {
  const actor = await currentStaff();
  if (!actor) return SIGNED_OUT;
  const personId = idIn(form, 'personId');
  const { way } = textFields(form);
  return made(await inviteAgain(actor, personId, wayOf(way)), joinPath);
}

export async function takeBackAction(_before: FormState, form: FormData): Promise<FormState> {
  const actor = await currentStaff();
  if (!actor) return SIGNED_OUT;
  const personId = idIn(form, 'personId');
  const result = await takeBackInvitation(actor, personId);
  if (!result.ok) return refused(result);
  refresh();
  return done('The invitation is taken back.');
}

export async function resetLinkAction(_before: FormState, form: FormData): Promise<FormState> {
  const actor = await currentStaff();
  if (!actor) return SIGNED_OUT;
  const personId = idIn(form, 'personId');
  const { way } = textFields(form);
  return made(await makeResetLink(actor, personId, wayOf(way)), resetPath);
}

/** An id that a form names; what cannot be one, and no database may be asked for, names nothing. */
function idIn(form: FormData, name: string): string {
  const parsed = Id.safeParse(form.get(name));
  return parsed.success ? parsed.data : '';
}

function wayOf(way: string | undefined): Way {
  return way === 'mail' ? 'mail' : 'show';
}

function made(result: Result<Made>, pathOf: (token: string) => string, email = 'them'): FormState {
  if (!result.ok) return refused(result);
  refresh();
  const { token } = result.value;
  if (token === null) return done(`A mail with the link is on its way to ${email}.`);
  const link = env().siteUrl + pathOf(token);
  return { ...done('Hand this link over. It is not shown again.'), link };
}

export async function joinAction(_before: FormState, form: FormData): Promise<FormState> {
  const result = await join(textFields(form));
  return result.ok ? done() : refused(result);
}

export async function forgotAction(_before: FormState, form: FormData): Promise<FormState> {
  const result = await forgot(textFields(form), await currentPlace());
  return result.ok
    ? done('If somebody on the staff has this address, a mail with a link is on its way to it.')
    : refused(result);
}

export async function resetPasswordAction(_before: FormState, form: FormData): Promise<FormState> {
  const result = await resetPassword(textFields(form));
  return result.ok ? done() : refused(result);
}

/** What is wrong with a password that somebody is just typing, or ''. Nothing of it is kept. */
export async function judgePasswordAction(password: unknown, known: unknown): Promise<string> {
  const parsed = Password.safeParse(password);
  if (!parsed.success) return parsed.error.issues[0]?.message ?? '';
  return weakness(parsed.data, KnownInput.parse(known)) ?? '';
}

export async function endSessionAction(_before: FormState, form: FormData): Promise<FormState> {
  const actor = await currentStaff();
  if (!actor) return SIGNED_OUT;
  const { key = '' } = textFields(form);
  const result = await endSession(actor, key);
  if (!result.ok) return refused(result);
  refresh();
  return done('Signed out there.');
}

export async function endOtherSessionsAction(): Promise<FormState> {
  const [actor, sessionId] = [await currentStaff(), await currentSessionId()];
  if (!actor || !sessionId) return SIGNED_OUT;
  const result = await endOtherSessions(actor, sessionId);
  if (!result.ok) return refused(result);
  refresh();
  return done('Signed out everywhere else.');
}

export async function beginAppAction(password: string): Promise<Result<AppSetUp>> {
  const actor = await currentStaff();
  if (!actor) return refuse('forbidden', SIGNED_OUT.message);
  return beginApp(actor, String(password));
}

export async function finishAppAction(code: string): Promise<Result<{ codes: string[] }>> {
  const [actor, sessionId] = [await currentStaff(), await currentSessionId()];
  if (!actor || !sessionId) return refuse('forbidden', SIGNED_OUT.message);
  return finishApp(actor, String(code), sessionId);
}

export async function renewCodesAction(password: string): Promise<Result<{ codes: string[] }>> {
  const actor = await currentStaff();
  if (!actor) return refuse('forbidden', SIGNED_OUT.message);
  return renewRecoveryCodes(actor, String(password));
}

export async function takeOffAppAction(_before: FormState, form: FormData): Promise<FormState> {
  const actor = await currentStaff();
  if (!actor) return SIGNED_OUT;
  const { password = '' } = textFields(form);
  const result = await takeOffApp(actor, password);
  if (!result.ok) return refused(result);
  refresh();
  return done('The app is taken off. Your password alone is enough again.');
}

export async function resetSecondStepAction(
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  const actor = await currentStaff();
  if (!actor) return SIGNED_OUT;
  const personId = idIn(form, 'personId');
  const result = await resetSecondStep(actor, personId);
  if (!result.ok) return refused(result);
  refresh();
  return done('App and passkeys are taken off.');
}

export async function beginPasskeyAction(
  password: string,
): Promise<Result<PublicKeyCredentialCreationOptionsJSON>> {
  const actor = await currentStaff();
  if (!actor) return refuse('forbidden', SIGNED_OUT.message);
  return beginPasskey(actor, String(password));
}

export async function addPasskeyAction(answer: unknown, name: unknown): Promise<Result<null>> {
  const actor = await currentStaff();
  if (!actor) return refuse('forbidden', SIGNED_OUT.message);
  const result = await addPasskey(actor, answer, name);
  if (!result.ok) return result;
  refresh();
  return ok(null);
}

export async function renamePasskeyAction(_before: FormState, form: FormData): Promise<FormState> {
  const actor = await currentStaff();
  if (!actor) return SIGNED_OUT;
  const id = idIn(form, 'id');
  const { name } = textFields(form);
  const result = await renamePasskey(actor, id, name);
  if (!result.ok) return refused(result);
  refresh();
  return done('Renamed.');
}

export async function removePasskeyAction(_before: FormState, form: FormData): Promise<FormState> {
  const actor = await currentStaff();
  if (!actor) return SIGNED_OUT;
  const id = idIn(form, 'id');
  const result = await removePasskey(actor, id);
  if (!result.ok) return refused(result);
  refresh();
  return done('The passkey opens nothing any more.');
}

export async function passkeyChallengeAction(): Promise<
  Result<PublicKeyCredentialRequestOptionsJSON>
> {
  return passkeyChallenge(await currentPlace());
}

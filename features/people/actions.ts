'use server';

import { refresh } from 'next/cache';
import {
  addGuest,
  addPerson,
  changePassword,
  deactivate,
  setUp,
} from '#features/people/commands.ts';
import { currentStaff } from '#features/people/session.ts';
import { done, type FormState, refused, SIGNED_OUT, textFields } from '#lib/forms.ts';
import { type Result, refuse } from '#lib/result.ts';

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

export async function addPersonAction(_before: FormState, form: FormData): Promise<FormState> {
  const actor = await currentStaff();
  if (!actor) return SIGNED_OUT;
  const { password = '', ...person } = textFields(form);
  const result = await addPerson(actor, {
    ...person,
    ...(password ? { password } : {}),
  });
  if (!result.ok) return refused(result);
  refresh();
  return done(`${person.name} can sign in now.`);
}

export async function deactivateAction(_before: FormState, form: FormData): Promise<FormState> {
  const actor = await currentStaff();
  if (!actor) return SIGNED_OUT;
  const { personId = '' } = textFields(form);
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

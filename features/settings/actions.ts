'use server';

import { refresh } from 'next/cache';
import { currentStaff } from '#features/people/session.ts';
import { changeLogo, changeSettings } from '#features/settings/commands.ts';
import { done, type FormState, refused, SIGNED_OUT, textFields } from '#lib/forms.ts';

const SEEN = 'Saved. Readers see it now.';

/** Changes what a form says, for whoever is signed in. */
async function change(input: Record<string, unknown>, said: string): Promise<FormState> {
  const actor = await currentStaff();
  if (!actor) return SIGNED_OUT;
  const result = await changeSettings(actor, input);
  if (!result.ok) return refused(result);
  refresh();
  return done(said);
}

export async function paperAction(_before: FormState, form: FormData): Promise<FormState> {
  const { name, tagline, language, timeZone } = textFields(form);
  return change({ name, tagline, language, timeZone }, SEEN);
}

export async function accentAction(_before: FormState, form: FormData): Promise<FormState> {
  const { own, light, dark } = textFields(form);
  return change({ accent: own ? { light, dark } : null }, SEEN);
}

export async function commentPolicyAction(_before: FormState, form: FormData): Promise<FormState> {
  return change({ commentPolicy: textFields(form).commentPolicy }, SEEN);
}

export async function addressesAction(_before: FormState, form: FormData): Promise<FormState> {
  const { keep, days } = textFields(form);
  return change({ addresses: { keep, days } }, 'Saved. It counts from the next comment on.');
}

export async function footerLinksAction(_before: FormState, form: FormData): Promise<FormState> {
  const urls = form.getAll('url').map(String);
  const rows = form
    .getAll('label')
    .map((label, n) => ({ label: String(label), url: urls[n] ?? '' }));
  return change({ footerLinks: rows }, SEEN);
}

export async function secondStepRolesAction(
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  return change(
    { secondStepRoles: form.getAll('role').map(String) },
    'Saved. It counts from now on.',
  );
}

export async function logoAction(_before: FormState, form: FormData): Promise<FormState> {
  const actor = await currentStaff();
  if (!actor) return SIGNED_OUT;
  const place = form.get('place');
  const file = form.get('file');
  const bytes = file instanceof File ? new Uint8Array(await file.arrayBuffer()) : null;
  const result = await changeLogo(
    actor,
    place,
    form.has('remove') ? null : (bytes ?? new Uint8Array()),
  );
  if (!result.ok) return refused(result);
  refresh();
  return done(SEEN);
}

'use server';

import { refresh } from 'next/cache';
import { postStaffComment } from '#features/comments/commands.ts';
import { pickComment } from '#features/comments/picking.ts';
import { currentStaff } from '#features/people/session.ts';
import { done, type FormState, refused, SIGNED_OUT, textFields } from '#lib/forms.ts';

/** An answer under the name of whoever is signed in. */
export async function answerAction(_before: FormState, form: FormData): Promise<FormState> {
  const actor = await currentStaff();
  if (!actor) return SIGNED_OUT;
  const result = await postStaffComment(actor, textFields(form));
  if (!result.ok) return refused(result);
  refresh();
  return done('Your answer is under the comment.');
}

/** Points at a comment, or no longer. */
export async function pickAction(_before: FormState, form: FormData): Promise<FormState> {
  const actor = await currentStaff();
  if (!actor) return SIGNED_OUT;
  const result = await pickComment(actor, textFields(form));
  refresh();
  return result.ok ? done() : refused(result);
}

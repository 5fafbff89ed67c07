'use server';

import { refresh } from 'next/cache';
import { currentStaff } from '#features/people/session.ts';
import { changeCommentPolicy } from '#features/screening/commands.ts';
import { done, type FormState, refused, SIGNED_OUT, textFields } from '#lib/forms.ts';

/** What is asked of comments on the site, in a section or under a story. */
export async function commentRulesAction(_before: FormState, form: FormData): Promise<FormState> {
  const actor = await currentStaff();
  if (!actor) return SIGNED_OUT;
  const { of, id, ...rules } = textFields(form);
  const result = await changeCommentPolicy(actor, { of, id }, rules);
  if (!result.ok) return refused(result);
  refresh();
  return done('Saved. It counts for every comment from now on.');
}

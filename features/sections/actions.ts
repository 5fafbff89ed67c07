'use server';

import { refresh } from 'next/cache';
import { currentStaff } from '#features/people/session.ts';
import { addSection, changeSection, orderSections } from '#features/sections/commands.ts';
import { done, type FormState, refused, SIGNED_OUT, textFields } from '#lib/forms.ts';

export async function addSectionAction(_before: FormState, form: FormData): Promise<FormState> {
  const actor = await currentStaff();
  if (!actor) return SIGNED_OUT;
  const input = textFields(form);
  const result = await addSection(actor, input);
  if (!result.ok) return refused(result);
  refresh();
  return done(`${input.name?.trim()} is in the navigation now.`);
}

export async function changeSectionAction(_before: FormState, form: FormData): Promise<FormState> {
  const actor = await currentStaff();
  if (!actor) return SIGNED_OUT;
  const { id = '', ...input } = textFields(form);
  const result = await changeSection(actor, id, input);
  if (!result.ok) return refused(result);
  refresh();
  return done('Changed.');
}

export async function orderSectionsAction(order: unknown): Promise<FormState> {
  const actor = await currentStaff();
  if (!actor) return SIGNED_OUT;
  const result = await orderSections(actor, { order });
  refresh();
  return result.ok ? done('Readers have them in this order now.') : refused(result);
}

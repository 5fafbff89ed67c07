'use server';

import { refresh } from 'next/cache';
import {
  liftHold,
  placeHold,
  redactComment,
  redactPicture,
  redactRevision,
} from '#features/law/commands.ts';
import { askForAddress, decideAboutAddress } from '#features/law/disclosures.ts';
import { currentStaff } from '#features/people/session.ts';
import { done, type FormState, refused, SIGNED_OUT, textFields } from '#lib/forms.ts';

export async function placeHoldAction(_before: FormState, form: FormData): Promise<FormState> {
  const actor = await currentStaff();
  if (!actor) return SIGNED_OUT;
  const result = await placeHold(actor, textFields(form));
  if (!result.ok) return refused(result);
  refresh();
  return done('Nobody can change it from now on.');
}

export async function liftHoldAction(_before: FormState, form: FormData): Promise<FormState> {
  const actor = await currentStaff();
  if (!actor) return SIGNED_OUT;
  const result = await liftHold(actor, textFields(form));
  if (!result.ok) return refused(result);
  refresh();
  return done('The hold is lifted.');
}

export async function redactRevisionAction(_before: FormState, form: FormData): Promise<FormState> {
  const actor = await currentStaff();
  if (!actor) return SIGNED_OUT;
  const { storyId, reason, words = '', forgetAddress } = textFields(form);
  const result = await redactRevision(actor, {
    storyId,
    reason,
    revisionIds: form.getAll('revisionIds'),
    words: words.split('\n'),
    forgetAddress: forgetAddress === 'on',
  });
  if (!result.ok) return refused(result);
  refresh();
  const { revisions, withdrawn, stillSaid } = result.value;
  const gone = `${revisions === 1 ? 'The revision is' : `${revisions} revisions are`} redacted.`;
  const public_ = withdrawn ? ' The story is withdrawn.' : '';
  const left =
    stillSaid.length > 0 ? ` Other revisions still say it: ${stillSaid.join(', ')}.` : '';
  return done(gone + public_ + left);
}

export async function redactPictureAction(_before: FormState, form: FormData): Promise<FormState> {
  const actor = await currentStaff();
  if (!actor) return SIGNED_OUT;
  const result = await redactPicture(actor, textFields(form));
  if (!result.ok) return refused(result);
  refresh();
  return done('The picture is gone from everywhere.');
}

export async function askForAddressAction(_before: FormState, form: FormData): Promise<FormState> {
  const actor = await currentStaff();
  if (!actor) return SIGNED_OUT;
  const result = await askForAddress(actor, textFields(form));
  if (!result.ok) return refused(result);
  refresh();
  return done('Somebody else has to consent now.');
}

export async function decideAboutAddressAction(
  _before: FormState,
  form: FormData,
): Promise<FormState> {
  const actor = await currentStaff();
  if (!actor) return SIGNED_OUT;
  const result = await decideAboutAddress(actor, textFields(form));
  if (!result.ok) return refused(result);
  refresh();
  return done();
}

export async function redactCommentAction(_before: FormState, form: FormData): Promise<FormState> {
  const actor = await currentStaff();
  if (!actor) return SIGNED_OUT;
  const result = await redactComment(actor, textFields(form));
  if (!result.ok) return refused(result);
  refresh();
  return done('The comment is gone from everywhere.');
}

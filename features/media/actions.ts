'use server';

import { refresh } from 'next/cache';
import { changePicture, setFocal } from '#features/media/commands.ts';
import { pictureLibrary } from '#features/media/queries.ts';
import type { LibraryPage } from '#features/media/views.ts';
import { currentStaff } from '#features/people/session.ts';
import { siteSettings } from '#features/site/queries.ts';
import { now } from '#lib/clock.ts';
import { momentsIn } from '#lib/dates.ts';
import { done, type FormState, refused, SIGNED_OUT, textFields } from '#lib/forms.ts';
import { type Result, refuse } from '#lib/result.ts';

/** One page of the library, for whoever chooses a picture. */
export async function libraryAction(page: unknown, q: unknown = ''): Promise<Result<LibraryPage>> {
  const actor = await currentStaff();
  if (!actor) return refuse('forbidden', SIGNED_OUT.message);
  const wanted = typeof page === 'number' && Number.isSafeInteger(page) && page > 0 ? page : 1;
  return pictureLibrary(actor, { page: wanted, q: typeof q === 'string' ? q.slice(0, 200) : '' });
}

/** What is said of a picture; `rightsUntil` is the newsroom's own clock. */
export async function changePictureAction(_before: FormState, form: FormData): Promise<FormState> {
  const actor = await currentStaff();
  if (!actor) return SIGNED_OUT;
  const { id = '', ...input } = textFields(form);
  const { rightsUntil, ...rest } = input;
  const { timeZone } = await siteSettings();
  // Where a time comes twice the right ends at the first.
  const until = rightsUntil ? (momentsIn(rightsUntil, timeZone)?.[0] ?? null) : null;
  if (rightsUntil && !until) {
    const why = 'Please give a date and a time.';
    return { status: 'refused', message: why, fields: { rightsUntil: why } };
  }
  const given = rightsUntil === undefined ? rest : { ...rest, rightsUntil: until };
  const result = await changePicture(actor, id, given);
  if (!result.ok) return refused(result);
  refresh();
  return done('Saved. Readers see it at once.');
}

/** Takes a picture from everything that readers see, now. */
export async function endRightsAction(id: string): Promise<Result<null>> {
  const actor = await currentStaff();
  if (!actor) return refuse('forbidden', SIGNED_OUT.message);
  const result = await changePicture(actor, id, { rightsUntil: now() });
  if (result.ok) refresh();
  return result;
}

export async function setFocalAction(
  id: string,
  focal: { focalX: number; focalY: number },
): Promise<Result<null>> {
  const actor = await currentStaff();
  if (!actor) return refuse('forbidden', SIGNED_OUT.message);
  const result = await setFocal(actor, id, focal);
  if (result.ok) refresh();
  return result;
}

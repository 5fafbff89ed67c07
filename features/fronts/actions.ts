'use server';

import { refresh } from 'next/cache';
import { arrangeFront, endBanner, restoreFront, setBanner } from '#features/fronts/commands.ts';
import { findToPlace, frontDesk } from '#features/fronts/desk.ts';
import type { FrontAnswer } from '#features/fronts/views.ts';
import { currentStaff } from '#features/people/session.ts';
import { siteSettings } from '#features/site/queries.ts';
import { understand } from '#features/stories/moments.ts';
import type { Placeable } from '#features/stories/views.ts';
import { done, type FormState, refused, SIGNED_OUT, textFields } from '#lib/forms.ts';
import { deskFrontPath } from '#lib/paths.ts';

/** Publishes an arrangement; the answer is the front as it is then, or what somebody else made of it. */
export async function arrangeAction(
  front: string,
  basedOn: number,
  pins: unknown,
): Promise<FrontAnswer> {
  const actor = await currentStaff();
  if (!actor) return { ok: false, why: SIGNED_OUT.message, theirs: null };
  const result = await arrangeFront(actor, { front, basedOn, pins });
  if (!result.ok && result.code !== 'conflict') {
    const [first] = Object.values(result.fields ?? {});
    return { ok: false, why: first ?? result.why, theirs: null };
  }
  const desk = await frontDesk(actor, front);
  if (!desk.ok) return { ok: false, why: desk.why, theirs: null };
  return result.ok ? desk : { ok: false, why: result.why, theirs: desk.value };
}

/** Stories to put on a front; null if nobody is signed in any more. */
export async function findToPlaceAction(typed: string): Promise<Placeable[] | null> {
  const actor = await currentStaff();
  return actor && typeof typed === 'string' ? findToPlace(actor, typed) : null;
}

export async function restoreFrontAction(_before: FormState, form: FormData): Promise<FormState> {
  const actor = await currentStaff();
  if (!actor) return SIGNED_OUT;
  const { front = '', basedOn, number } = textFields(form);
  const result = await restoreFront(actor, {
    front,
    basedOn: Number(basedOn),
    number: Number(number),
  });
  return result.ok ? done('', deskFrontPath(front)) : refused(result);
}

export async function setBannerAction(_before: FormState, form: FormData): Promise<FormState> {
  const actor = await currentStaff();
  if (!actor) return SIGNED_OUT;
  const { text, storyId, endsAt = '', instead } = textFields(form);
  const { timeZone } = await siteSettings();
  const end = understand({ at: endsAt, which: 'first' }, timeZone);
  if (!end.ok) return refused({ why: end.why, fields: { endsAt: end.why } });
  const result = await setBanner(actor, {
    text,
    storyId: storyId || null,
    endsAt: end.at,
    instead: instead || null,
  });
  if (!result.ok) return refused(result);
  refresh();
  return done('It is on every page now.');
}

export async function endBannerAction(_before: FormState, form: FormData): Promise<FormState> {
  const actor = await currentStaff();
  if (!actor) return SIGNED_OUT;
  const result = await endBanner(actor, textFields(form).id ?? '');
  if (!result.ok) return refused(result);
  refresh();
  return done('It is gone from every page.');
}

'use server';

import { refresh } from 'next/cache';
import { currentStaff } from '#features/people/session.ts';
import { replacePicture } from '#features/uses/commands.ts';
import type { Replacement } from '#features/uses/views.ts';
import { SIGNED_OUT } from '#lib/forms.ts';
import { type Result, refuse } from '#lib/result.ts';

export async function replacePictureAction(input: {
  from: string;
  to: string;
  words: 'keep' | 'new';
}): Promise<Result<Replacement>> {
  const actor = await currentStaff();
  if (!actor) return refuse('forbidden', SIGNED_OUT.message);
  const result = await replacePicture(actor, input);
  if (result.ok) refresh();
  return result;
}

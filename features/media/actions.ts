'use server';

import { pictureLibrary } from '#features/media/queries.ts';
import type { LibraryPage } from '#features/media/views.ts';
import { currentStaff } from '#features/people/session.ts';
import { SIGNED_OUT } from '#lib/forms.ts';
import { type Result, refuse } from '#lib/result.ts';

/** One page of the library, for whoever chooses a picture. */
export async function libraryAction(page: unknown): Promise<Result<LibraryPage>> {
  const actor = await currentStaff();
  if (!actor) return refuse('forbidden', SIGNED_OUT.message);
  const wanted = typeof page === 'number' && Number.isSafeInteger(page) && page > 0 ? page : 1;
  return pictureLibrary(actor, { page: wanted });
}

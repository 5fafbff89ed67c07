import { transaction } from '#db/store.ts';
import type { Result } from '#lib/result.ts';

class TakenBack extends Error {}

/** What a command answers; what it did is taken back, so that the next finds all as it was. */
export async function tried(work: () => Promise<Result<unknown>>): Promise<Result<unknown>> {
  let result: Result<unknown> | undefined;
  await transaction(async () => {
    result = await work();
    throw new TakenBack();
  }).catch((error: unknown) => {
    if (!(error instanceof TakenBack)) throw error;
  });
  if (!result) throw new Error('no answer');
  return result;
}

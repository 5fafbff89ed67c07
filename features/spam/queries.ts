import { read } from '#db/store.ts';
import { modelFrom } from '#features/spam/internal/learned.ts';
import { type Score, scored } from '#features/spam/scoring.ts';
import type { Written } from '#features/spam/words.ts';

/** How much a comment looks like spam to this newsroom, and why. */
export async function scoreSpam(written: Written): Promise<Score> {
  return scored(await modelFrom(read), written);
}

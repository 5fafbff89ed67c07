import { desc } from 'drizzle-orm';
import { privacyProofs } from '#db/schema/proofs.ts';
import { read } from '#db/store.ts';
import { proofTag } from '#features/proof/tags.ts';
import type { LastProof } from '#features/proof/views.ts';
import { keepUntilTouched } from '#lib/cache.ts';

/** When it was last proved for this site that addresses reach nobody; null if it never was. */
export async function lastProof(): Promise<LastProof | null> {
  keepUntilTouched(proofTag());
  const [row] = await read
    .select()
    .from(privacyProofs)
    .orderBy(desc(privacyProofs.madeAt), desc(privacyProofs.id))
    .limit(1);
  if (!row) return null;
  const { madeAt: at, provedOn, held, digest, observations } = row;
  return { at, provedOn, held, digest, observations };
}

import { inArray } from 'drizzle-orm';
import { identityTransaction } from '#db/identity.ts';
import { appearances, consents, identities, letterLinks, letters } from '#db/identity-schema.ts';

/** All that the store of addresses has of these. Their keys are in another store. Returns how many there were. */
export async function forgetIdentities(ids: readonly string[]): Promise<number> {
  const all = [...ids];
  return identityTransaction(async (tx) => {
    await tx.delete(letters).where(inArray(letters.identityId, all));
    await tx.delete(letterLinks).where(inArray(letterLinks.identityId, all));
    await tx.delete(consents).where(inArray(consents.identityId, all));
    await tx.delete(appearances).where(inArray(appearances.identityId, all));
    const gone = await tx
      .delete(identities)
      .where(inArray(identities.id, all))
      .returning({ id: identities.id });
    return gone.length;
  });
}

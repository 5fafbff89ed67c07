import { asc, eq } from 'drizzle-orm';
import { identityTransaction, readIdentity } from '#db/identity.ts';
import { identities, letters } from '#db/identity-schema.ts';
import { personKeysTransaction } from '#db/person-keys.ts';
import { personKeys } from '#db/person-keys-schema.ts';
import { Address, sealedFor } from '#features/addresses/address.ts';
import { blindIndexes } from '#features/addresses/internal/index-keys.ts';
import { closed, newPersonKey } from '#features/addresses/internal/person-box.ts';
import { now } from '#lib/clock.ts';
import { publicKey } from '#lib/mailer-public.ts';

/**
 * On a copy that is to be compared, and nowhere else: everybody there gets the address that is made for
 * a number instead of the own one, whoever was the same person stays so, and no letter waits any more.
 */
export async function replaceAddresses(addressOf: (n: number) => string): Promise<number> {
  const known = await readIdentity()
    .select({ id: identities.id })
    .from(identities)
    .orderBy(asc(identities.id));
  await identityTransaction((tx) => tx.delete(letters).then(() => undefined));
  for (const [n, { id }] of known.entries()) await replace(id, addressOf(n));
  return known.length;
}

async function replace(identityId: string, text: string): Promise<void> {
  const address = Address.parse(text);
  if (!address) throw new Error('a made-up address is none');
  const { key, version } = publicKey();
  const personKey = newPersonKey();
  const sealed = await closed(personKey, await sealedFor(key, address));
  const newest = blindIndexes(address).at(-1);
  if (!newest) throw new Error('there is no key to make an index with');
  await personKeysTransaction(async (tx) => {
    await tx
      .insert(personKeys)
      .values({ identityId, key: personKey, seenAt: now() })
      .onConflictDoUpdate({ target: personKeys.identityId, set: { key: personKey } });
  });
  await identityTransaction(async (tx) => {
    await tx
      .update(identities)
      .set({
        blindIndex: newest.index,
        indexKeyVersion: newest.version,
        sealed,
        sealKeyVersion: version,
        underPersonKey: true,
      })
      .where(eq(identities.id, identityId));
  });
}

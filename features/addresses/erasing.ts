import { eq, inArray } from 'drizzle-orm';
import { personKeysTransaction, readPersonKeys } from '#db/person-keys.ts';
import { erasures, personKeys, type TEXTS_AFTER } from '#db/person-keys-schema.ts';
import { type NotedErasure, notedErasures, noteErasure } from '#features/addresses/erasure-log.ts';
import { withoutDetails } from '#features/addresses/internal/details.ts';
import { forgetIdentities } from '#features/addresses/internal/forgetting.ts';
import { namesOf } from '#features/addresses/queries.ts';
import { now } from '#lib/clock.ts';
import { env } from '#lib/env.ts';

const BATCH = 500;

export type Erasure = {
  identityId: string;
  /** Whether what the person wrote goes too. The caller sees to it; a restore does it once more. */
  texts: (typeof TEXTS_AFTER)[number];
};

/**
 * Forgets a person for good: the key first, which makes every copy of the address useless wherever it
 * is, then all that is here. Returns the names under which the person appeared.
 */
export async function eraseIdentity({ identityId, texts }: Erasure): Promise<string[]> {
  const erasedAt = now();
  return withoutDetails(async () => {
    const commenterIds = await namesOf(identityId);
    await personKeysTransaction(async (tx) => {
      await tx
        .insert(erasures)
        .values({ identityId, erasedAt, commenterIds, texts })
        .onConflictDoNothing();
      await tx.delete(personKeys).where(eq(personKeys.identityId, identityId));
    });
    noteErasure({ identityId, erasedAt, commenterIds, texts });
    await forgetIdentities([identityId]);
    return commenterIds;
  });
}

/**
 * Erases once more whoever was erased: after an older state was brought back, or when something failed
 * on the way. `alsoNoted` are logs from elsewhere. Returns how many people were here again, and under
 * which names those appeared whose texts were to go too.
 */
export async function replayErasures(
  alsoNoted: readonly NotedErasure[] = [],
): Promise<{ erased: number; textsOf: string[] }> {
  const stored = await readPersonKeys().select().from(erasures);
  const here = notedErasures(env().dataDir);
  const all = new Map([...alsoNoted, ...here, ...stored].map((one) => [one.identityId, one]));
  const logged = new Set(here.map((one) => one.identityId));
  let erased = 0;
  for (const batch of batchesOf([...all.values()])) {
    const ids = batch.map((one) => one.identityId);
    await personKeysTransaction(async (tx) => {
      await tx.insert(erasures).values(batch).onConflictDoNothing();
      await tx.delete(personKeys).where(inArray(personKeys.identityId, ids));
    });
    for (const one of batch) if (!logged.has(one.identityId)) noteErasure(one);
    erased += await forgetIdentities(ids);
  }
  const removed = [...all.values()].filter((one) => one.texts === 'removed');
  return { erased, textsOf: removed.flatMap((one) => one.commenterIds) };
}

function* batchesOf<T>(all: readonly T[]): Generator<T[]> {
  for (let at = 0; at < all.length; at += BATCH) yield all.slice(at, at + BATCH);
}

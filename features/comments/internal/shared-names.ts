import { eq } from 'drizzle-orm';
import { sharedNames } from '#db/schema/discussions.ts';
import type { Tx } from '#db/store.ts';
import { now } from '#lib/clock.ts';
import { digestOf } from '#lib/digests.ts';
import { newId } from '#lib/ids.ts';

/**
 * The name that is kept across stories by whoever has this secret, made at its first comment. No address
 * leads to it: else whoever types another person's address would see which name is theirs.
 */
export async function sharedNameFor(tx: Tx, secret: string | null): Promise<string | null> {
  if (secret === null) return null;
  const tokenDigest = digestOf(secret);
  const id = newId();
  await tx.insert(sharedNames).values({ id, tokenDigest, madeAt: now() }).onConflictDoNothing();
  const [known] = await tx
    .select({ id: sharedNames.id })
    .from(sharedNames)
    .where(eq(sharedNames.tokenDigest, tokenDigest));
  return known?.id ?? null;
}

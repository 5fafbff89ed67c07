import { and, eq, ne } from 'drizzle-orm';
import { paths } from '#db/schema/site.ts';
import type { Reader, Tx } from '#db/store.ts';
import { now } from '#lib/clock.ts';

type Noun = (typeof paths.$inferSelect)['noun'];
export type Thing = { noun: Noun; thingId: string };

/** Who an address belongs to, now or by an old link that must go on working; null if nobody. */
export async function ownerOf(from: Reader, path: string): Promise<Thing | null> {
  const [row] = await from
    .select({ noun: paths.noun, thingId: paths.thingId })
    .from(paths)
    .where(eq(paths.path, path));
  return row ?? null;
}

/**
 * The thing is at this address from now on; false, and nothing is changed, if the address is or was
 * another's. Whatever address it had before redirects here, in one step: older redirects are pointed
 * at the new place too.
 */
export async function claimPath(tx: Tx, path: string, { noun, thingId }: Thing): Promise<boolean> {
  const since = now();
  const here = { state: 'here' as const, noun, thingId, target: null, since };
  const own = and(eq(paths.noun, noun), eq(paths.thingId, thingId));
  const claimed = await tx
    .insert(paths)
    .values({ path, ...here })
    .onConflictDoUpdate({ target: paths.path, set: here, setWhere: own })
    .returning({ path: paths.path });
  if (claimed.length === 0) return false;
  await tx
    .update(paths)
    .set({ state: 'moved', target: path, since })
    .where(and(own, ne(paths.path, path)));
  return true;
}

/** The thing is gone from all its addresses: they answer 410 until it is claimed again. */
export async function releasePaths(tx: Tx, { noun, thingId }: Thing): Promise<void> {
  await tx
    .update(paths)
    .set({ state: 'gone', target: null, since: now() })
    .where(and(eq(paths.noun, noun), eq(paths.thingId, thingId)));
}

/** As if it had never been public. Only for what the sample newsroom brought. */
export async function forgetPaths(tx: Tx, { noun, thingId }: Thing): Promise<void> {
  await tx.delete(paths).where(and(eq(paths.noun, noun), eq(paths.thingId, thingId)));
}

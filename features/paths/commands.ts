import { and, eq } from 'drizzle-orm';
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
 * The thing is at this address from now on. Whatever address it had before redirects here, in one
 * step: older redirects are pointed at the new place too. The caller has checked `ownerOf`.
 */
export async function claimPath(tx: Tx, path: string, { noun, thingId }: Thing): Promise<void> {
  const since = now();
  await tx
    .update(paths)
    .set({ state: 'moved', target: path, since })
    .where(and(eq(paths.noun, noun), eq(paths.thingId, thingId)));
  const here = { state: 'here' as const, noun, thingId, target: null, since };
  await tx
    .insert(paths)
    .values({ path, ...here })
    .onConflictDoUpdate({ target: paths.path, set: here });
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

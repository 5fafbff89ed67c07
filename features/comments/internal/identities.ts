import { and, asc, eq, gt, inArray, lt, notExists } from 'drizzle-orm';
import { identityTransaction, readIdentity } from '#db/identity.ts';
import { appearances, identities } from '#db/identity-schema.ts';
import {
  type Address,
  blindIndex,
  INDEX_KEY_VERSION,
  SEAL_KEY_VERSION,
  seal,
} from '#features/comments/internal/sealing.ts';
import { now } from '#lib/clock.ts';
import { errorCode } from '#lib/errors.ts';
import { newId } from '#lib/ids.ts';

/**
 * The random name under which the owner of an address appears in one story. A known address and a
 * new one take the same two statements, which write the same columns.
 */
export async function commenterFor(address: Address, storyId: string): Promise<string> {
  const sealed = await seal(address);
  const index = blindIndex(address);
  const seenAt = now();
  return withoutDetails(() =>
    identityTransaction(async (tx) => {
      const [identity] = await tx
        .insert(identities)
        .values({
          id: newId(),
          blindIndex: index,
          indexKeyVersion: INDEX_KEY_VERSION,
          sealed,
          sealKeyVersion: SEAL_KEY_VERSION,
          seenAt,
        })
        .onConflictDoUpdate({
          target: [identities.indexKeyVersion, identities.blindIndex],
          set: { sealed, sealKeyVersion: SEAL_KEY_VERSION, seenAt },
        })
        .returning({ id: identities.id });
      if (!identity) throw new Error('the identity was not written');
      const [appearance] = await tx
        .insert(appearances)
        .values({ commenterId: newId(), identityId: identity.id, storyId, seenAt })
        .onConflictDoUpdate({
          target: [appearances.identityId, appearances.storyId],
          set: { seenAt },
        })
        .returning({ commenterId: appearances.commenterId });
      if (!appearance) throw new Error('the appearance was not written');
      return appearance.commenterId;
    }),
  );
}

/** A failed statement brings its values along, and what was sealed must not get into the log. */
async function withoutDetails<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const cause = error instanceof Error ? error.cause : undefined;
    const code = errorCode(cause) || errorCode(error) || 'no code';
    throw new Error(`An address could not be stored (${code}).`);
  }
}

/** For each of these commenters, all names that the same person appears under, its own included. */
export async function samePerson(commenterIds: readonly string[]): Promise<Map<string, string[]>> {
  if (commenterIds.length === 0) return new Map();
  const asked = await readIdentity()
    .select({ commenterId: appearances.commenterId, identityId: appearances.identityId })
    .from(appearances)
    .where(inArray(appearances.commenterId, [...new Set(commenterIds)]));
  const all = await readIdentity()
    .select({ commenterId: appearances.commenterId, identityId: appearances.identityId })
    .from(appearances)
    .where(
      inArray(
        appearances.identityId,
        asked.map((row) => row.identityId),
      ),
    );
  const names = Map.groupBy(all, (row) => row.identityId);
  return new Map(
    asked.map((row) => [
      row.commenterId,
      (names.get(row.identityId) ?? []).map((one) => one.commenterId),
    ]),
  );
}

/** Commenters last seen before `before`, whose comments may or may not have been written. */
export async function seenBefore(before: Date, after: string, limit: number): Promise<string[]> {
  const rows = await readIdentity()
    .select({ commenterId: appearances.commenterId })
    .from(appearances)
    .where(and(lt(appearances.seenAt, before), gt(appearances.commenterId, after)))
    .orderBy(asc(appearances.commenterId))
    .limit(limit);
  return rows.map((row) => row.commenterId);
}

/** Forgets these commenters, unless one was seen again meanwhile, and addresses without any. */
export async function forget(commenterIds: readonly string[], before: Date): Promise<number> {
  return identityTransaction(async (tx) => {
    const gone = await tx
      .delete(appearances)
      .where(
        and(inArray(appearances.commenterId, [...commenterIds]), lt(appearances.seenAt, before)),
      )
      .returning({ commenterId: appearances.commenterId });
    await tx
      .delete(identities)
      .where(
        and(
          lt(identities.seenAt, before),
          notExists(
            tx
              .select({ id: appearances.commenterId })
              .from(appearances)
              .where(eq(appearances.identityId, identities.id)),
          ),
        ),
      );
    return gone.length;
  });
}

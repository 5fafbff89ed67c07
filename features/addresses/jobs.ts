import { and, asc, eq, gt, inArray, lt, notExists } from 'drizzle-orm';
import { identityTransaction, readIdentity } from '#db/identity.ts';
import { appearances, identities, letters } from '#db/identity-schema.ts';
import { personKeysTransaction, readPersonKeys } from '#db/person-keys.ts';
import { personKeys } from '#db/person-keys-schema.ts';
import { closed, newPersonKey } from '#features/addresses/internal/person-box.ts';
import { now } from '#lib/clock.ts';

const BATCH = 500;

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

/** Destroys keys that close nothing any more: of addresses that were forgotten, or never stored. */
export async function sweepPersonKeys(before: Date): Promise<number> {
  let swept = 0;
  for (let last = ''; ; ) {
    const rows = await readPersonKeys()
      .select({ id: personKeys.identityId })
      .from(personKeys)
      .where(and(lt(personKeys.seenAt, before), gt(personKeys.identityId, last)))
      .orderBy(asc(personKeys.identityId))
      .limit(BATCH);
    last = rows.at(-1)?.id ?? '';
    if (last === '') return swept;
    const ids = rows.map((row) => row.id);
    const known = await readIdentity()
      .select({ id: identities.id })
      .from(identities)
      .where(inArray(identities.id, ids));
    const kept = new Set(known.map((row) => row.id));
    const lone = ids.filter((id) => !kept.has(id));
    if (lone.length === 0) continue;
    await personKeysTransaction((tx) =>
      tx
        .delete(personKeys)
        .where(and(inArray(personKeys.identityId, lone), lt(personKeys.seenAt, before)))
        .then(() => undefined),
    );
    swept += lone.length;
  }
}

/** Forgets letters that were sent, or could not be, before `before`. */
export async function sweepLetters(before: Date): Promise<void> {
  await identityTransaction((tx) =>
    tx
      .delete(letters)
      .where(lt(letters.doneAt, before))
      .then(() => undefined),
  );
}

/**
 * Gives a key to everybody whose address was sealed before persons had one: what is sealed for the
 * mailer is closed once more, without being opened. Returns how many were closed.
 */
export async function closeOlderAddresses(): Promise<number> {
  for (let done = 0; ; ) {
    const rows = await readIdentity()
      .select({ id: identities.id, sealed: identities.sealed })
      .from(identities)
      .where(eq(identities.underPersonKey, false))
      .limit(BATCH);
    if (rows.length === 0) return done;
    const ids = rows.map((row) => row.id);
    await personKeysTransaction((tx) =>
      tx
        .insert(personKeys)
        .values(ids.map((identityId) => ({ identityId, key: newPersonKey(), seenAt: now() })))
        .onConflictDoNothing()
        .then(() => undefined),
    );
    const keys = await readPersonKeys()
      .select({ id: personKeys.identityId, key: personKeys.key })
      .from(personKeys)
      .where(inArray(personKeys.identityId, ids));
    const keyOf = new Map(keys.map((row) => [row.id, row.key]));
    const boxes: { id: string; sealed: Buffer | null }[] = [];
    for (const { id, sealed } of rows) {
      const key = keyOf.get(id);
      if (key) boxes.push({ id, sealed: sealed && (await closed(key, sealed)) });
    }
    await identityTransaction(async (tx) => {
      for (const { id, sealed } of boxes) {
        await tx
          .update(identities)
          .set({ sealed, underPersonKey: true })
          .where(and(eq(identities.id, id), eq(identities.underPersonKey, false)));
      }
    });
    done += rows.length;
  }
}

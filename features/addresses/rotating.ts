import { and, asc, count, eq, gt, inArray, lt, or } from 'drizzle-orm';
import { isUniqueViolation } from '#db/dialect.ts';
import { identityTransaction, readIdentity } from '#db/identity.ts';
import { appearances, identities, keyRotations, letters } from '#db/identity-schema.ts';
import { readPersonKeys } from '#db/person-keys.ts';
import { personKeys } from '#db/person-keys-schema.ts';
import { Address, indexUnder, sealedFor } from '#features/addresses/address.ts';
import { destroyIndexKeys, indexVersions } from '#features/addresses/internal/index-keys.ts';
import { opened } from '#features/addresses/internal/opening.ts';
import { closed, unclosed } from '#features/addresses/internal/person-box.ts';
import { type Rotation, rotationUnderWay } from '#features/addresses/internal/rotations.ts';
import { now } from '#lib/clock.ts';
import { keyFor } from '#lib/keys.ts';
import { destroySealKeys, keyPair, makeSealKey, sealVersions } from '#lib/mailer-keys.ts';

const BATCH = 200;

type Row = typeof identities.$inferSelect;

/**
 * The mailer's part of a rotation that was asked for: a new key pair, every address opened and sealed
 * and indexed anew, and the old keys destroyed once nothing is under them. Comments go on meanwhile.
 */
export async function moveToNewKeys(): Promise<void> {
  const rotation = await rotationUnderWay(readIdentity());
  if (!rotation) return;
  await makeSealKey(rotation.sealKeyVersion);
  for (let last = ''; ; ) {
    const rows = await readIdentity()
      .select()
      .from(identities)
      .where(and(olderThan(rotation), gt(identities.id, last)))
      .orderBy(asc(identities.id))
      .limit(BATCH);
    last = rows.at(-1)?.id ?? '';
    if (last === '') break;
    for (const row of rows) await move(row, rotation);
  }
  if (await lettersUnder(rotation)) return;
  await destroyOldKeys(rotation);
  await identityTransaction((tx) =>
    tx
      .update(keyRotations)
      .set({ doneAt: now() })
      .where(eq(keyRotations.id, rotation.id))
      .then(() => undefined),
  );
}

function olderThan({ indexKeyVersion, sealKeyVersion }: Rotation) {
  return or(
    lt(identities.indexKeyVersion, indexKeyVersion),
    lt(identities.sealKeyVersion, sealKeyVersion),
  );
}

/** What cannot be opened stays as it is, and keeps its keys from being destroyed. */
async function move(row: Row, { indexKeyVersion, sealKeyVersion }: Rotation): Promise<void> {
  const [own] = await readPersonKeys()
    .select({ key: personKeys.key })
    .from(personKeys)
    .where(eq(personKeys.identityId, row.id));
  if (!row.sealed || !row.underPersonKey || !own) return;
  const address = Address.parse(
    await opened(await unclosed(own.key, row.sealed), row.sealKeyVersion),
  );
  if (!address) return;
  const { publicKey } = await keyPair(sealKeyVersion);
  const moved = {
    blindIndex: indexUnder(keyFor(`identity-index-${indexKeyVersion}`), address),
    indexKeyVersion,
    sealed: await closed(own.key, await sealedFor(publicKey, address)),
    sealKeyVersion,
  };
  try {
    await identityTransaction((tx) =>
      tx
        .update(identities)
        .set(moved)
        // Unless its owner came back meanwhile, whose comment moved it.
        .where(
          and(
            eq(identities.id, row.id),
            eq(identities.indexKeyVersion, row.indexKeyVersion),
            eq(identities.sealKeyVersion, row.sealKeyVersion),
          ),
        )
        .then(() => undefined),
    );
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    await becomeOne(row.id, moved.blindIndex, indexKeyVersion);
  }
}

/** Two rows of one address, written in the moment when the new key came: the newer one stays. */
async function becomeOne(olderId: string, blindIndex: string, version: number): Promise<void> {
  await identityTransaction(async (tx) => {
    const [newer] = await tx
      .select({ id: identities.id })
      .from(identities)
      .where(and(eq(identities.indexKeyVersion, version), eq(identities.blindIndex, blindIndex)));
    if (!newer) return;
    const there = await tx
      .select({ storyId: appearances.storyId })
      .from(appearances)
      .where(eq(appearances.identityId, newer.id));
    const twice = there.map((one) => one.storyId);
    await tx
      .delete(appearances)
      .where(and(eq(appearances.identityId, olderId), inArray(appearances.storyId, twice)));
    await tx
      .update(appearances)
      .set({ identityId: newer.id })
      .where(eq(appearances.identityId, olderId));
    await tx.update(letters).set({ identityId: newer.id }).where(eq(letters.identityId, olderId));
    await tx.delete(identities).where(eq(identities.id, olderId));
  });
}

/** A typed address in a letter that waits is under the old key until the letter is done. */
async function lettersUnder({ sealKeyVersion }: Rotation): Promise<boolean> {
  const [found] = await readIdentity()
    .select({ letters: count() })
    .from(letters)
    .where(and(eq(letters.state, 'waiting'), lt(letters.sealKeyVersion, sealKeyVersion)));
  return (found?.letters ?? 0) > 0;
}

async function destroyOldKeys({ indexKeyVersion, sealKeyVersion }: Rotation): Promise<void> {
  const left = await readIdentity()
    .selectDistinct({ index: identities.indexKeyVersion, seal: identities.sealKeyVersion })
    .from(identities);
  const unused = (versions: number[], newest: number, used: number[]) =>
    versions.filter((version) => version < newest && !used.includes(version));
  destroyIndexKeys(
    unused(
      indexVersions(),
      indexKeyVersion,
      left.map((one) => one.index),
    ),
  );
  destroySealKeys(
    unused(
      sealVersions(),
      sealKeyVersion,
      left.map((one) => one.seal),
    ),
  );
}

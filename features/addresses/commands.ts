import { eq, sql } from 'drizzle-orm';
import { recordAudit } from '#db/audit.ts';
import { isUniqueViolation } from '#db/dialect.ts';
import { identityTransaction } from '#db/identity.ts';
import { appearances, identities, keyRotations } from '#db/identity-schema.ts';
import { personKeysTransaction } from '#db/person-keys.ts';
import { erasures, personKeys } from '#db/person-keys-schema.ts';
import { each, prepared, preparedWrite, type The } from '#db/prepared.ts';
import { type Tx, transaction } from '#db/store.ts';
import { type Address, sealedFor } from '#features/addresses/address.ts';
import { withoutDetails } from '#features/addresses/internal/details.ts';
import {
  type BlindIndex,
  blindIndexes,
  indexVersions,
  makeIndexKey,
} from '#features/addresses/internal/index-keys.ts';
import { closed, newPersonKey } from '#features/addresses/internal/person-box.ts';
import { rotationUnderWay } from '#features/addresses/internal/rotations.ts';
import { can } from '#features/addresses/policy.ts';
import { identityAmong } from '#features/addresses/queries.ts';
import { type Actor, actorName } from '#features/people/actor.ts';
import { now } from '#lib/clock.ts';
import { newId } from '#lib/ids.ts';
import { publicKey } from '#lib/mailer-public.ts';
import { ok, type Result, refuse } from '#lib/result.ts';

/** Two first comments of one address at the same moment: the later one finds what the other wrote. */
const TRIES = 5;

/**
 * The random name under which the owner of an address appears in one story. A known address and a
 * new one take the same statements, which write the same columns.
 */
export async function commenterFor(address: Address, storyId: string): Promise<string> {
  const { key, version } = publicKey();
  const forMailer = await sealedFor(key, address);
  const indexes = blindIndexes(address);
  const arriving = { indexes, forMailer, sealKeyVersion: version, storyId };
  return withoutDetails(async () => {
    for (let tries = 1; ; tries += 1) {
      try {
        return await takeIn(arriving);
      } catch (error) {
        const overtaken = isUniqueViolation(error) || error instanceof ErasedMeanwhile;
        if (!overtaken || tries === TRIES) throw error;
      }
    }
  });
}

type Arriving = {
  indexes: readonly BlindIndex[];
  forMailer: Buffer;
  sealKeyVersion: number;
  storyId: string;
};

async function takeIn({ indexes, forMailer, sealKeyVersion, storyId }: Arriving): Promise<string> {
  const seenAt = now();
  const newest = indexes.at(-1);
  if (!newest) throw new Error('there is no key to make an index with');
  const id = (await identityAmong(indexes)) ?? newId();
  const personKey = await personKeysTransaction((tx) => personKeyOf(tx, id), { brief: true });
  const kept = {
    blindIndex: newest.index,
    indexKeyVersion: newest.version,
    sealed: await closed(personKey, forMailer),
    sealKeyVersion,
    seenAt,
  };
  const appear = async (tx: Tx) => {
    await putIdentity(tx, { id, ...kept });
    const appearing = { commenterId: newId(), identityId: id, storyId, seenAt };
    const [appearance] = await putAppearance(tx, appearing);
    if (!appearance) throw new Error('the appearance was not written');
    return appearance.commenterId;
  };
  return identityTransaction(appear, { brief: true });
}

type Kept = Pick<
  typeof identities.$inferSelect,
  'id' | 'blindIndex' | 'indexKeyVersion' | 'sealKeyVersion' | 'seenAt'
> & { sealed: Buffer };

const putIdentity = preparedWrite((on, the: The<Kept>) =>
  on
    .insert(identities)
    .values({
      ...each(the, 'id', 'blindIndex', 'indexKeyVersion', 'sealed', 'sealKeyVersion', 'seenAt'),
      underPersonKey: true,
    })
    .onConflictDoUpdate({
      target: identities.id,
      set: {
        blindIndex: sql`excluded.blind_index`,
        indexKeyVersion: sql`excluded.index_key_version`,
        sealed: sql`excluded.sealed`,
        sealKeyVersion: sql`excluded.seal_key_version`,
        underPersonKey: true,
        seenAt: sql`excluded.seen_at`,
      },
    }),
);

const putAppearance = preparedWrite((on, the: The<typeof appearances.$inferSelect>) =>
  on
    .insert(appearances)
    .values(each(the, 'commenterId', 'identityId', 'storyId', 'seenAt'))
    .onConflictDoUpdate({
      target: [appearances.identityId, appearances.storyId],
      set: { seenAt: sql`excluded.seen_at` },
    })
    .returning({ commenterId: appearances.commenterId }),
);

class ErasedMeanwhile extends Error {}

const putPersonKey = preparedWrite((on, the: The<typeof personKeys.$inferSelect>) =>
  on
    .insert(personKeys)
    .values(each(the, 'identityId', 'key', 'seenAt'))
    .onConflictDoUpdate({ target: personKeys.identityId, set: { seenAt: sql`excluded.seen_at` } })
    .returning({ key: personKeys.key }),
);

const erasureOf = prepared((on, the: The<{ identityId: string }>) =>
  on
    .select({ id: erasures.identityId })
    .from(erasures)
    .where(eq(erasures.identityId, the('identityId'))),
);

/** The key of this person, made if there is none. Who was erased gets none any more. */
async function personKeyOf(tx: Tx, identityId: string): Promise<Buffer> {
  const seenAt = now();
  const [row] = await putPersonKey(tx, { identityId, key: newPersonKey(), seenAt });
  if (!row) throw new Error('the key was not written');
  // Asked after the write, which waits for an erasure that is under way.
  const [erased] = await erasureOf(tx, { identityId });
  if (erased) throw new ErasedMeanwhile();
  return row.key;
}

/**
 * Begins the change to new keys: addresses that come are indexed with a new one from now on, and the
 * mailer moves the others. Refused while an earlier change is under way.
 */
export async function rotateKeys(
  actor: Actor,
): Promise<Result<{ indexKeyVersion: number; sealKeyVersion: number }>> {
  const verdict = can(actor, 'change keys');
  if (!verdict.ok) return refuse('forbidden', verdict.why);
  const indexKeyVersion = (indexVersions().at(-1) ?? 0) + 1;
  const sealKeyVersion = publicKey().version + 1;
  const begun = await identityTransaction(async (tx) => {
    if (await rotationUnderWay(tx)) {
      return refuse(
        'conflict',
        'The last change of keys is still under way: the mailer finishes it.',
      );
    }
    makeIndexKey(indexKeyVersion);
    await tx
      .insert(keyRotations)
      .values({ id: newId(), indexKeyVersion, sealKeyVersion, askedAt: now() });
    return ok({ indexKeyVersion, sealKeyVersion });
  });
  if (begun.ok) {
    await transaction((tx) =>
      recordAudit(tx, {
        actor: actorName(actor),
        act: 'keys.rotate',
        noun: 'keys',
        thingId: 'addresses',
        payload: begun.value,
      }),
    );
  }
  return begun;
}

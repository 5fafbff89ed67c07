import { and, count, eq, lt } from 'drizzle-orm';
import { readIdentity } from '#db/identity.ts';
import { identities, letters } from '#db/identity-schema.ts';
import { readPersonKeys } from '#db/person-keys.ts';
import { erasures, personKeys } from '#db/person-keys-schema.ts';
import { indexVersions } from '#features/addresses/internal/index-keys.ts';
import { rotationUnderWay } from '#features/addresses/internal/rotations.ts';
import { now } from '#lib/clock.ts';
import { writtenPublicKey } from '#lib/mailer-public.ts';

/** How it stands with addresses, in numbers. */
export type AddressHealth = {
  addresses: number;
  personKeys: number;
  erased: number;
  /** Sealed before persons had keys of their own; the mailer closes them when it starts. */
  withoutPersonKey: number;
  /** Under other keys than the newest. */
  underOlderKeys: number;
  changingKeys: boolean;
  letters: { waiting: number; overdue: number; givenUp: number };
};

/** The mailer takes what is due at once; what is due longer than this waits for a mailer. */
const LATE_MS = 10 * 60_000;

export async function healthOfAddresses(): Promise<AddressHealth> {
  const from = readIdentity();
  const newest = { index: indexVersions().at(-1) ?? 1, seal: writtenPublicKey()?.version ?? 1 };
  const versions = await from
    .select({
      index: identities.indexKeyVersion,
      seal: identities.sealKeyVersion,
      under: identities.underPersonKey,
      rows: count(),
    })
    .from(identities)
    .groupBy(identities.indexKeyVersion, identities.sealKeyVersion, identities.underPersonKey);
  const sum = (wanted: (one: (typeof versions)[number]) => boolean) =>
    versions.filter(wanted).reduce((total, one) => total + one.rows, 0);
  const [keys] = await readPersonKeys().select({ rows: count() }).from(personKeys);
  const [gone] = await readPersonKeys().select({ rows: count() }).from(erasures);
  const counted = async (state: 'waiting' | 'given up', before?: Date) => {
    const late = before && and(lt(letters.dueAt, before), lt(letters.createdAt, before));
    const [row] = await from
      .select({ rows: count() })
      .from(letters)
      .where(and(eq(letters.state, state), late));
    return row?.rows ?? 0;
  };
  return {
    addresses: sum(() => true),
    personKeys: keys?.rows ?? 0,
    erased: gone?.rows ?? 0,
    withoutPersonKey: sum((one) => !one.under),
    underOlderKeys: sum((one) => one.index < newest.index || one.seal < newest.seal),
    changingKeys: (await rotationUnderWay(from)) !== null,
    letters: {
      waiting: await counted('waiting'),
      overdue: await counted('waiting', new Date(now().getTime() - LATE_MS)),
      givenUp: await counted('given up'),
    },
  };
}
